import { words } from '@/ui';

export const useAudit = words(
  'audit',
  {
    title: '审计记录', lead: '每一次改动由谁、以什么角色、为什么做的。记录只增不改，链式校验。', at: '时间', who: '操作人', role: '角色', action: '动作', object: '对象', outcome: '结果', reason: '理由', request: '请求编号', ip: '地址', done: '成功', denied: '被拒绝', detail: '详情', from: '从', until: '到', verify: '校验链', intact: '完整，共 {{n}} 条已封存', broken: '在第 {{n}} 处断开', system: '系统', unsealed: '待封存 {{n}} 条', client: '接口客户端', platform: '平台事件', project: '项目事件', person: '涉及的人',
    empty: '没有记录', emptyHint: '有人做了改动之后这里就会有记录。',
  },
  {
    title: 'Audit trail', lead: 'Who changed what, in which role, and why. The trail only grows and is sealed in a chain.', at: 'When', who: 'Who', role: 'Role', action: 'Act', object: 'Object', outcome: 'Outcome', reason: 'Reason', request: 'Request', ip: 'Address', done: 'Done', denied: 'Denied', detail: 'Details', from: 'From', until: 'Until', verify: 'Check the chain', intact: 'Intact; {{n}} sealed', broken: 'Broken at {{n}}', system: 'The program', unsealed: '{{n}} to be sealed', client: 'API client', platform: 'Platform', project: 'Project', person: 'About',
    empty: 'Nothing recorded', emptyHint: 'Every change leaves a line here.',
  },
);
