import { words } from '@/ui';

export const useReports = words(
  'reports',
  {
    title: '报表与名单', lead: '按公文列序生成 Excel 或 CSV，与屏幕上看到的完全一致。', R1: '学情通报（按学校）', R7: '成绩汇总表', R8: '线下实践测评成绩登记表', R9: '合格名单', R12: '成果推优台账', R15: '选课统计', roster: '学员名册', roster_masked: '学员名册（隐去个人信息）', make: '生成 Excel', csv: '生成 CSV', made: '已生成并下载', history: '已生成', rows: '{{n}} 行', asOf: '截至 {{at}}', personal: '含个人信息，只能下载一次', noRows: '这份表目前没有内容', definitions: '指标说明', list: '表', format: '格式', again: '下载', anew: '重新生成', fetched: '已下载', spent: '已下载或过期', once: '含个人信息的文件只能下载一次，并须在 15 分钟内；请重新生成。', none: '还没有生成过', total: '合计', digest: '校验',
  },
  {
    title: 'Official lists', lead: 'As a workbook or CSV in the official column order: exactly what the screen shows.', R1: 'Bulletin by school', R7: 'Summary of grades', R8: 'Practice score register', R9: 'List of the qualified', R12: 'Ledger of recommended works', R15: 'Statistics of course choice', roster: 'Roster', roster_masked: 'Roster, personal data masked', make: 'Make a workbook', csv: 'Make CSV', made: 'Made and downloaded', history: 'Made before', rows: '{{n}} rows', asOf: 'As of {{at}}', personal: 'holds personal data: fetched once', noRows: 'Nothing on this list yet', definitions: 'What the figures mean', list: 'List', format: 'Format', again: 'Download', anew: 'Make it anew', fetched: 'Downloaded', spent: 'Downloaded or run out', once: 'A file with personal data is fetched once, within 15 minutes; make it anew.', none: 'None made yet', total: 'Total', digest: 'Digest',
  },
);
