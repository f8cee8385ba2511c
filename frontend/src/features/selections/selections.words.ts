import { words } from '@/ui';

export const useSelections = words(
  'selections',
  {
    title: '我的选课', titleOf: '{{no}} 的选课', lead: '自选 50 学时：四个模块都要选到，课程要与任教学科、学段相符。', hours: '已选学时', unit: '学时', closes: '选课截止 {{at}}',
    not_open: '尚未开放', draft: '选课中', submitted: '已提交', returned: '退回修改', effective: '已生效', change_requested: '修改中', locked: '已锁定',
    submit: '提交选课', change: '修改选课', return: '退回修改', reopen: '重新开放', submitted_done: '选课已提交', returned_done: '已退回', reopened: '已重新开放',
    submitAsk: '提交后学时按当前数值固定，截止前仍可修改。', missing: '还差什么', complete: '选课完整，没有缺的了。', browse: '去选课', empty: '选课篮还是空的', emptyHint: '从课程目录里挑选课程，这里会随时说明还差什么。',
    hours_missing: '还差 {{n}} 学时（{{have}} / {{need}}）', module_missing: '“{{module}}”还没有选课', subject_mismatch: '“{{course}}”与您的学科不符', stage_mismatch: '“{{course}}”与您的学段不符', duplicate_selection: '“{{course}}”重复', replacement_needed: '“{{course}}”已下架，请换一门',
    advice: '建议', drop: '移出', dropped: '已移出“{{course}}”', kept: '已有学分，不能移出', chosen: '已选', choose: '选这门', added: '已加入选课篮', market: '课程目录', marketLead: '只列出适合您学科和学段的课程。', q: '课程名称或编号', module: '模块', theme: '主题', kind: '形式',
    code: '编号', course: '课程', study: '我的课程', studyLead: '看课记录由课程机构回传，一门课完成后一次计入全部学时。', not_started: '未开始', in_progress: '学习中', completed: '已完成', watched: '看课', minutes: '{{n}} 分钟', credited: '已得学时', score: '测验', last: '最近学习',
    none: '还没有课程', noneHint: '选课生效后，您的课程会在这里。', other: '不在选课中', list: '选课情况', listLead: '谁选够了、谁还差多少。', trainee: '学员', school: '学校', status: '状态', below: '不足 {{n}} 学时', back: '选课', noPlace: '您不在任何项目里学习', noPlaceHint: '名册导入后由学校发给激活码。',
    reason: '退回理由：{{reason}}', total: '共 {{n}} 门',
  },
  {
    title: 'My plan', titleOf: 'Plan of {{no}}', lead: 'Choose 50 credit-hours: something in each of the four modules, in your subject and for your stage.', hours: 'Hours chosen', unit: 'h', closes: 'Open until {{at}}',
    not_open: 'Not open yet', draft: 'Choosing', submitted: 'Submitted', returned: 'Returned', effective: 'In effect', change_requested: 'Being changed', locked: 'Locked',
    submit: 'Submit the plan', change: 'Change it', return: 'Return', reopen: 'Open again', submitted_done: 'Submitted', returned_done: 'Returned', reopened: 'Open again',
    submitAsk: 'The hours are frozen as they are now. It can still be changed before the deadline.', missing: 'What is missing', complete: 'Complete; nothing is missing.', browse: 'Choose courses', empty: 'The basket is empty', emptyHint: 'Pick courses from the catalogue; what is missing is said here as you go.',
    hours_missing: '{{n}} hours to go ({{have}} of {{need}})', module_missing: 'Nothing chosen in “{{module}}”', subject_mismatch: '“{{course}}” is of another subject', stage_mismatch: '“{{course}}” is for another stage', duplicate_selection: '“{{course}}” stands twice', replacement_needed: '“{{course}}” was withdrawn; choose another',
    advice: 'Advice', drop: 'Take out', dropped: 'Took out “{{course}}”', kept: 'It has given credit, so it stays', chosen: 'Chosen', choose: 'Choose', added: 'In the basket', market: 'Courses', marketLead: 'Only what suits your subject and stage.', q: 'Title or code', module: 'Module', theme: 'Theme', kind: 'Form',
    code: 'Code', course: 'Course', study: 'My courses', studyLead: 'The provider reports what you watched; a course counts in full once it is completed.', not_started: 'Not begun', in_progress: 'Under way', completed: 'Completed', watched: 'Watched', minutes: '{{n}} min', credited: 'Credited hours', score: 'Test', last: 'Last studied',
    none: 'No courses yet', noneHint: 'They appear here once your plan is in effect.', other: 'Not in the plan', list: 'Plans', listLead: 'Who has enough, and how much the others miss.', trainee: 'Trainee', school: 'School', status: 'State', below: 'Below {{n}} h', back: 'Plan', noPlace: 'You study in no project', noPlaceHint: 'Your school hands out codes once the roster is in.',
    reason: 'Returned because: {{reason}}', total: '{{n}} in all',
  },
);
