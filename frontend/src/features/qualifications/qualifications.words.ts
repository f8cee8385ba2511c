import { words } from '@/ui';

export const useQualifications = words(
  'qualifications',
  {
    title: '合格判定', lead: '按政策和当时的证据逐人判定；公布后结果不再变，重算是新的一次。', make: '开始新的判定', made: '已判定', empty: '还没有判定', emptyHint: '项目组开始判定后显示在这里。', run: '第 {{n}} 次判定', runs: '全部判定', at: '判定时间', moved: '与上次相比', move: '{{from}} → {{to}}：{{n}} 人', absent: '无', total: '共 {{n}} 人', digest: '校验 {{hash}}', done: '已记录',
    'status.provisional': '待公布', 'status.published': '已公布', 'status.final': '已定稿', 'status.superseded': '已被取代', publish: '公布', publishAsk: '公布后学员能看到自己的结果。', finalise: '定稿', finaliseAsk: '定稿后不能再改，证书编号随之生成。',
    'outcome.qualified': '合格', 'outcome.excellent': '优秀', 'outcome.unqualified': '不合格', 'outcome.pending': '待定', q: '姓名或学员编号', outcome: '结果', school: '学校', name: '姓名', no: '学员编号', points: '总分', online: '网络研修', offline: '线下实践', hours: '学时', certificate: '证书编号', noResults: '没有结果', noResultsHint: '换一个条件再看。',
    mine: '我的合格情况', mineLead: '还差什么、最短怎么补上，都在这里。', back: '我的成绩', none: '您还没有参加培训项目', noneHint: '请找学校管理员把您加入名册。', preview: '尚未公布，以下按此刻的证据预估。', unmet: '未满足的条件', allMet: '各项条件都已满足。', way: '最短的补救办法', notExcellent: '为什么不是优秀',
    'code.total': '总分', 'code.online': '网络研修', 'code.offline': '线下实践',
    'unmet.hours_below': '学时不足：{{have}} / {{need}}', 'unmet.mark_missing': '{{part}}还没有成绩', 'unmet.component_below': '{{part}}未到合格线：{{have}} / {{need}}', 'unmet.homework_missing': '必交作业不够：{{have}} / {{need}}', 'unmet.integrity_case_open': '有一件学习诚信核查尚未了结', 'unmet.total_below_line': '总分未到优秀线：{{have}} / {{need}}', 'unmet.rank_beyond_quota': '排名在优秀名额之外',
    'step.answer_case': '回应诚信核查', 'step.submit_homework': '再交 {{n}} 篇作业', 'step.complete_hours': '再学 {{n}} 学时', 'step.await_mark': '等待{{part}}的成绩', 'step.raise_mark': '{{part}}再提高 {{n}} 分', 'step.raise_total': '总分再提高 {{n}} 分',
  },
  {
    title: 'Qualification', lead: 'Everybody is judged by the policy and the evidence of that moment; a recalculation is another run.', make: 'Run anew', made: 'Judged', empty: 'No run yet', emptyHint: 'It appears here once the project team runs it.', run: 'Run {{n}}', runs: 'All runs', at: 'Judged', moved: 'Since the run before', move: '{{from}} → {{to}}: {{n}}', absent: 'none', total: '{{n}} people', digest: 'Digest {{hash}}', done: 'Noted',
    'status.provisional': 'Provisional', 'status.published': 'Published', 'status.final': 'Final', 'status.superseded': 'Superseded', publish: 'Publish', publishAsk: 'Trainees see their results from then on.', finalise: 'Finalise', finaliseAsk: 'It cannot be changed any more; certificates get their numbers.',
    'outcome.qualified': 'Qualified', 'outcome.excellent': 'Excellent', 'outcome.unqualified': 'Not qualified', 'outcome.pending': 'Pending', q: 'Name or trainee number', outcome: 'Outcome', school: 'School', name: 'Name', no: 'Number', points: 'Total', online: 'Online study', offline: 'Offline practice', hours: 'Hours', certificate: 'Certificate', noResults: 'No results', noResultsHint: 'Try another filter.',
    mine: 'How I stand', mineLead: 'What is missing, and the shortest way to it.', back: 'My grade', none: 'You are in no project yet', noneHint: 'Ask your school’s administrator to add you to the roster.', preview: 'Not published yet; a preview by the evidence of this moment.', unmet: 'Conditions not met', allMet: 'Every condition is met.', way: 'The shortest way', notExcellent: 'Why not excellent',
    'code.total': 'The total', 'code.online': 'Online study', 'code.offline': 'Offline practice',
    'unmet.hours_below': 'Too few hours: {{have}} of {{need}}', 'unmet.mark_missing': '{{part}} has no mark yet', 'unmet.component_below': '{{part}} is below its line: {{have}} of {{need}}', 'unmet.homework_missing': 'Required works are missing: {{have}} of {{need}}', 'unmet.integrity_case_open': 'An integrity case is open', 'unmet.total_below_line': 'The total is below the line of the excellent: {{have}} of {{need}}', 'unmet.rank_beyond_quota': 'Ranked beyond the quota of the excellent',
    'step.answer_case': 'Answer the integrity case', 'step.submit_homework': 'Hand in {{n}} more works', 'step.complete_hours': 'Study {{n}} more hours', 'step.await_mark': 'Wait for the mark of {{part}}', 'step.raise_mark': 'Raise {{part}} by {{n}} points', 'step.raise_total': 'Raise the total by {{n}} points',
  },
);

export const TONES = { qualified: 'good', excellent: 'good', unqualified: 'bad', pending: 'info' } as const;
