import { words } from '@/ui';

export const useGrades = words(
  'grades',
  {
    title: '我的成绩', titleOf: '{{name}}的成绩', standing: '我是否合格', lead: '总分怎么来的、每项依据是什么，都在这里。', none: '您还没有参加培训项目', noneHint: '请找学校管理员把您加入名册。', total: '总分', passed: '总分已达总分线 {{pass}}', notPassed: '离总分线 {{pass}} 还差 {{n}} 分', incomplete: '成绩未出全', totalSoFar: '目前总分', notGiven: '{{part}}成绩未出', verdict: '认定结论', verdictBy: '第 {{n}} 次认定，{{at}}', verdictNone: '尚未公示', why: '看原因和补救办法', 'outcome.qualified': '合格', 'outcome.excellent': '优秀', 'outcome.unqualified': '不合格', 'outcome.pending': '待定', hours: '已认定学时', homework: '应交作业（已交）', beyond: '应交篇数已交够，另多交 {{n}} 篇', pieces: '篇', hourUnit: '学时',
    parts: '成绩构成', points: '得分', of: '满分 {{max}}', line: '本项合格线 {{pass}}', lineMet: '已达本项合格线 {{pass}}', lineMissed: '未达本项合格线 {{pass}}', mark: '百分制 {{mark}}', noMark: '成绩未出（不是 0 分）', 'code.total': '总分', 'code.online': '网络研修', 'code.offline': '线下实践', evidenceOnline: '网络研修成绩的时间：{{at}}', school: '学校评分 {{n}}', county: '县级评分 {{n}}', reason: '理由：{{text}}', ruleBy: '按政策第 {{n}} 版计算',
  },
  {
    title: 'My grade', titleOf: 'Grade of {{name}}', standing: 'Do I qualify', lead: 'How the total comes about, and what each part rests on.', none: 'You are in no project yet', noneHint: 'Ask your school’s administrator to add you to the roster.', total: 'Total', passed: 'The total reaches its line of {{pass}}', notPassed: '{{n}} points to the line of the total, {{pass}}', incomplete: 'Not all marks are in', totalSoFar: 'Total so far', notGiven: '{{part}}: no mark yet', verdict: 'Verdict', verdictBy: 'run {{n}}, {{at}}', verdictNone: 'Not published yet', why: 'Why, and what to do', 'outcome.qualified': 'Qualified', 'outcome.excellent': 'Excellent', 'outcome.unqualified': 'Not qualified', 'outcome.pending': 'Pending', hours: 'Credited hours', homework: 'Works handed in of those required', beyond: 'Enough are handed in, and {{n}} more', pieces: 'works', hourUnit: 'hours',
    parts: 'Parts of the grade', points: 'Points', of: 'of {{max}}', line: 'line of this part {{pass}}', lineMet: 'reaches its line of {{pass}}', lineMissed: 'below its line of {{pass}}', mark: '{{mark}} of 100', noMark: 'No mark yet (not 0)', 'code.total': 'Total', 'code.online': 'Online study', 'code.offline': 'Offline practice', evidenceOnline: 'Online mark of {{at}}', school: 'School {{n}}', county: 'County {{n}}', reason: 'Because: {{text}}', ruleBy: 'By version {{n}} of the policy',
  },
);
