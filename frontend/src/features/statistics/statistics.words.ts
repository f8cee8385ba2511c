import { words } from '@/ui';

export const useStatistics = words(
  'statistics',
  {
    title: '学情总览', lead: '四个比率都由人数相加后再相除，分子分母同时列出；点一行看名单。', asOf: '统计时间 {{at}}', participation: '参训率', study: '学习率', pass: '合格率', excellence: '优秀率',
    by: '统计口径', 'by.school': '按学校', 'by.town': '按乡镇', 'by.class': '按班级', 'by.workshop': '按工作坊', expected: '应参训', activated: '已参训', studied: '有效学习', qualified: '合格', excellent: '优秀', unit: '单位', hours: '人均学时', rate: '指标', none: '（未归属）',
    definitions: '指标说明', empty: '还没有学员', emptyHint: '导入名册后，这里按学校显示四个比率。', noRun: '合格率、优秀率要等资格认定公示以后才有。', chart: '{{rate}}（{{by}}）', small: '不足 5 人的单位只列人数。', lowest: '最需要关注的排在最前。', 'means.participation': '登录本平台并确认信息的人 ÷ 应参训', 'means.study': '至少一门课已计学时的人 ÷ 应参训', 'means.pass': '已公示的认定中合格与优秀的人 ÷ 应参训', 'means.excellence': '已公示的认定中优秀的人 ÷ 应参训', ahead: '学习率高于参训率：学时由课程平台报来，不必登录本平台；参训要在本平台首次登录并确认信息。至少有 {{n}} 人学了但没有登录过，可提醒他们激活账号。',
  },
  {
    title: 'Cockpit', lead: 'All four rates add counts first and divide last; both stand beside them. Choose a row for its people.', asOf: 'As of {{at}}', participation: 'Participation', study: 'Study', pass: 'Pass', excellence: 'Excellence',
    by: 'By', 'by.school': 'school', 'by.town': 'town', 'by.class': 'class', 'by.workshop': 'workshop', expected: 'Expected', activated: 'Taking part', studied: 'Studying', qualified: 'Qualified', excellent: 'Excellent', unit: 'Unit', hours: 'Hours each', rate: 'Rate', none: '(none)',
    definitions: 'What the figures mean', empty: 'No trainees yet', emptyHint: 'Once the roster is in, the four rates stand here by school.', noRun: 'Pass and excellence come with a published qualification.', chart: '{{rate}} by {{by}}', small: 'Units of fewer than five people show counts only.', lowest: 'Whoever needs attention most stands first.', 'means.participation': 'signed in here and confirmed their data ÷ expected', 'means.study': 'with at least one course credited ÷ expected', 'means.pass': 'qualified or excellent in the published run ÷ expected', 'means.excellence': 'excellent in the published run ÷ expected', ahead: 'More study than take part: hours come from the course platform without signing in here; taking part means to sign in here and confirm one’s data. At least {{n}} people study and have never signed in; remind them to activate their accounts.',
  },
);
