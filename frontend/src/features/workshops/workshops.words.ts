import { words } from '@/ui';

export const useWorkshops = words(
  'workshops',
  {
    title: '工作坊', lead: '按学科类别组坊，由坊主带领研修、点评作业与推优。每校建议不超过六个。', new: '新建工作坊', name: '坊名', code: '编号', family: '类别', host: '所在', members: '人数', leader: '坊主', deputies: '助理坊主', q: '坊名或编号', level: '级别', empty: '还没有工作坊', emptyHint: '点“新建工作坊”，或让组坊助手给出建议。',
    assistant: '组坊助手', school: '学校', reason: '理由', reasonHint: '超过每校上限或同类已有时须写明。', rename: '改名', remove: '撤坊', removeAsk: '成员将变为未编坊；已有作业的坊不能撤。', removed: '已撤坊', appointLeader: '指定坊主', appointDeputy: '添加助理坊主', dismiss: '解除', none: '未指定', member: '学员', no_: '学员编号', subject: '学科', info: '坊信息',
    addMembers: '添加成员', findMember: '姓名或学员编号', takeOut: '移出', takeOutAsk: '移出后可重新编坊。', takenOut: '已移出', candidates: '未编坊的学员', add: '加入所选 {{n}} 人', added: '已加入 {{n}} 人', refusedSome: '{{n}} 人未能加入', noCandidates: '没有未编坊的学员', noMembers: '还没有成员', pick: '从成员中选择', leaderLater: '可稍后指定', exceptions: '例外：{{reason}}',
    'level.school': '校级', 'level.joint': '联片', 'level.region': '区域',
  },
  {
    title: 'Workshops', lead: 'By subject family; a leader guides the study, comments on homework and recommends. At most six a school are recommended.', new: 'New workshop', name: 'Name', code: 'Code', family: 'Family', host: 'Host', members: 'Members', leader: 'Leader', deputies: 'Deputies', q: 'Name or code', level: 'Level', empty: 'No workshop yet', emptyHint: 'Make one, or let the assistant propose.',
    assistant: 'Assistant', school: 'School', reason: 'Reason', reasonHint: 'Needed beyond the limit, or for a second one of a family.', rename: 'Rename', remove: 'Dissolve', removeAsk: 'Its members become free; not once works were handed in.', removed: 'Dissolved', appointLeader: 'Appoint leader', appointDeputy: 'Add deputy', dismiss: 'Dismiss', none: 'None', member: 'Trainee', no_: 'Trainee no.', subject: 'Subject', info: 'The workshop',
    addMembers: 'Add members', findMember: 'Name or trainee number', takeOut: 'Take out', takeOutAsk: 'They can be placed anew.', takenOut: 'Taken out', candidates: 'Trainees in no workshop', add: 'Add the {{n}} chosen', added: '{{n}} added', refusedSome: '{{n}} could not join', noCandidates: 'Everybody has a workshop', noMembers: 'No members yet', pick: 'Choose a member', leaderLater: 'can be appointed later', exceptions: 'Exception: {{reason}}',
    'level.school': 'School', 'level.joint': 'Joint', 'level.region': 'Region',
  },
);
