import { words } from '@/ui';

export const useClasses = words(
  'classes',
  {
    title: '班级', lead: '人数够的学校独立组班，小校组成联片班。组好后提交县里批准。', new: '新建班级', name: '班级名称', code: '编号', kind: '类型', schools: '学校', members: '人数', seats: '名额', status: '状态', lead_: '联校管理员', findings: '提示', q: '名称或编号',
    'status.draft': '草稿', 'status.submitted': '待批准', 'status.approved': '已批准', 'status.active': '进行中', 'status.returned': '已退回', 'status.closed': '已关闭', empty: '还没有班级', emptyHint: '点“新建班级”，或让组班助手给出建议。', assistant: '组班助手',
    reason: '组成联片班的理由', pickSchools: '选择学校', oneSchool: '独立班选一所学校', manySchools: '联片班选两所以上；第一所决定班级编号', edit: '修改班级', submit: '提交批准', approve: '批准', return: '退回', close: '关闭班级', closeAsk: '关闭后成员不能再变动。', moved: '已办理', coAdmins: '各校管理员', makeLead: '指定为联校管理员', noLead: '未指定',
    addMembers: '添加成员', remove: '移出', removed: '已移出', removeAsk: '移出后可重新编班。', candidates: '未编班的学员', add: '加入所选 {{n}} 人', added: '已加入 {{n}} 人', refusedSome: '{{n}} 人未能加入', overReason: '超出人数上限须写理由', noCandidates: '没有未编班的学员', noMembers: '还没有成员', member: '学员', no_: '学员编号', school: '学校', subject: '学科', info: '班级信息',
    formation: '组班组坊助手', formationLead: '为还没有班级或工作坊的学员提出方案；只有您点“采用”才会改动。', classIdeas: '组班建议', workshopIdeas: '组坊建议', people: '{{n}} 人', adopt: '采用', adopted: '已组成', alone: '人数太少，乡镇内没有可联合的学校', nothing: '都已安排好', nothingHint: '所有学员都有班级和工作坊。', joinReason: '学校规模小，联片组班', exists: '并入已有的坊', open: '开设', class_of: '{{name}}班', 'finding.over_upper': '{{members}} 人，超过上限 {{bound}}', 'finding.too_small': '{{members}} 人，少于下限 {{bound}}，建议联片组班',
  },
  {
    title: 'Classes', lead: 'Schools large enough form a class alone, small ones join. When formed, submit to the county.', new: 'New class', name: 'Name', code: 'Code', kind: 'Kind', schools: 'Schools', members: 'Members', seats: 'Seats', status: 'State', lead_: 'Lead administrator', findings: 'Notes', q: 'Name or code',
    'status.draft': 'Draft', 'status.submitted': 'Submitted', 'status.approved': 'Approved', 'status.active': 'Active', 'status.returned': 'Returned', 'status.closed': 'Closed', empty: 'No class yet', emptyHint: 'Make one, or let the assistant propose.', assistant: 'Assistant',
    reason: 'Why the schools join', pickSchools: 'Schools', oneSchool: 'One school for an independent class', manySchools: 'Two or more for a joint class; the first gives the code', edit: 'Change the class', submit: 'Submit', approve: 'Approve', return: 'Return', close: 'Close the class', closeAsk: 'Its members stay as they are from then on.', moved: 'Done', coAdmins: 'Administrators of its schools', makeLead: 'Make lead', noLead: 'None',
    addMembers: 'Add members', remove: 'Take out', removed: 'Taken out', removeAsk: 'They can be placed anew.', candidates: 'Trainees in no class', add: 'Add the {{n}} chosen', added: '{{n}} added', refusedSome: '{{n}} could not join', overReason: 'Passing the limit needs a reason', noCandidates: 'Everybody has a class', noMembers: 'No members yet', member: 'Trainee', no_: 'Trainee no.', school: 'School', subject: 'Subject', info: 'The class',
    formation: 'Formation assistant', formationLead: 'Proposes for those without a class or workshop; nothing changes until you adopt it.', classIdeas: 'Classes', workshopIdeas: 'Workshops', people: '{{n}} people', adopt: 'Adopt', adopted: 'Formed', alone: 'Too few, and no partner in the town has room', nothing: 'Everybody is placed', nothingHint: 'All trainees have a class and a workshop.', joinReason: 'Small schools join', exists: 'into the existing one', open: 'Open', class_of: 'Class of {{name}}', 'finding.over_upper': '{{members}} members, the limit is {{bound}}', 'finding.too_small': '{{members}} members, fewer than {{bound}}: better join others',
  },
);
