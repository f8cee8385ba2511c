import { words } from '@/ui';

export const useAudit = words(
  'audit',
  {
    title: '审计记录', lead: '每一次改动由谁、以什么角色、为什么做的。记录只增不改，链式校验。', at: '时间', who: '操作人', role: '角色', action: '动作', object: '对象', outcome: '结果', reason: '理由', request: '请求编号', ip: '地址', done: '成功', denied: '被拒绝', detail: '详情', from: '从', until: '到', verify: '校验链', intact: '完整，共 {{n}} 条已封存', broken: '在第 {{n}} 处断开', system: '系统', unsealed: '待封存 {{n}} 条', client: '接口客户端', platform: '平台事件', project: '项目事件', person: '涉及的人',
    empty: '没有记录', emptyHint: '有人做了改动之后这里就会有记录。', code: '动作代码', checkpoint: '下载检查点', compare: '对照检查点', noCheckpoint: '这不是检查点文件。',
    'kind.session': '登录', 'kind.person': '人员', 'kind.enrollment': '学员', 'kind.class': '班级', 'kind.workshop': '工作坊', 'kind.project': '项目', 'kind.phase': '阶段', 'kind.import': '导入', 'kind.submission': '作业', 'kind.attachment': '附件', 'kind.course': '课程', 'kind.selection': '选课', 'kind.appointment': '任职', 'kind.practice_sheet': '登记表', 'kind.practice_round': '测评轮次', 'kind.practice_score': '实践成绩', 'kind.qualification_run': '资格认定', 'kind.report': '报表', 'kind.resource': '成果', 'kind.client': '接口客户端', 'kind.organization': '组织', 'kind.policy': '政策', 'kind.policy_basis': '政策依据', 'kind.homework_task': '作业任务', 'kind.request': '请求', 'kind.account': '账号', 'kind.quarantined_event': '待认领结果', 'kind.school': '学校',
  },
  {
    title: 'Audit trail', lead: 'Who changed what, in which role, and why. The trail only grows and is sealed in a chain.', at: 'When', who: 'Who', role: 'Role', action: 'Act', object: 'Object', outcome: 'Outcome', reason: 'Reason', request: 'Request', ip: 'Address', done: 'Done', denied: 'Denied', detail: 'Details', from: 'From', until: 'Until', verify: 'Check the chain', intact: 'Intact; {{n}} sealed', broken: 'Broken at {{n}}', system: 'The program', unsealed: '{{n}} to be sealed', client: 'API client', platform: 'Platform', project: 'Project', person: 'About',
    empty: 'Nothing recorded', emptyHint: 'Every change leaves a line here.', code: 'Code of the act', checkpoint: 'Fetch a checkpoint', compare: 'Hold against a checkpoint', noCheckpoint: 'That is no checkpoint.',
    'kind.session': 'Session', 'kind.person': 'Person', 'kind.enrollment': 'Trainee', 'kind.class': 'Class', 'kind.workshop': 'Workshop', 'kind.project': 'Project', 'kind.phase': 'Phase', 'kind.import': 'Import', 'kind.submission': 'Work', 'kind.attachment': 'File', 'kind.course': 'Course', 'kind.selection': 'Selection', 'kind.appointment': 'Appointment', 'kind.practice_sheet': 'Score sheet', 'kind.practice_round': 'Scoring round', 'kind.practice_score': 'Practice score', 'kind.qualification_run': 'Qualification', 'kind.report': 'Report', 'kind.resource': 'Library work', 'kind.client': 'Client', 'kind.organization': 'Organisation', 'kind.policy': 'Policy', 'kind.policy_basis': 'Policy document', 'kind.homework_task': 'Homework task', 'kind.request': 'Request', 'kind.account': 'Account', 'kind.quarantined_event': 'Parked result', 'kind.school': 'School',
  },
);
