import { words } from '@/ui';

export const useClients = words(
  'clients',
  {
    title: '接口客户端', lead: '课程平台和第三方系统用各自的身份调用接口，权限限于所给的范围。密钥只显示一次。', new: '新建客户端', name: '名称', kind: '类型', provider: '课程平台', scopes: '权限范围', created: '建立时间', expires: '密钥到期', status: '状态', active: '可用', disabled: '已停用', empty: '还没有接口客户端', emptyHint: '为课程平台或第三方系统建立客户端后，它们就能调用接口。',
    rotate: '换发密钥', rotateAsk: '新密钥立即可用，上一把再用一周，更早的立即失效。', disable: '停用', disableAsk: '停用后立即失去访问权，不能恢复。', secret: '密钥（只显示这一次）', secretHint: '请现在复制并妥善保管。', clientId: '客户端编号', organization: '限于组织', providerHint: '只能写入这个课程平台的成绩。', scopesHint: '至少一项。', made: '已建立', off: '已停用', docs: '接口文档',
  },
  {
    title: 'API clients', lead: 'Course platforms and third parties call the API in their own name, within the scopes given. Secrets are shown once.', new: 'New client', name: 'Name', kind: 'Kind', provider: 'Provider', scopes: 'Scopes', created: 'Created', expires: 'Secret until', status: 'State', active: 'In use', disabled: 'Disabled', empty: 'No client yet', emptyHint: 'Make one for the course platform or a third party, and it can call the API.',
    rotate: 'New secret', rotateAsk: 'The new one works at once, the last one for a week more, earlier ones no longer.', disable: 'Disable', disableAsk: 'Access ends at once and for good.', secret: 'Secret (shown this once)', secretHint: 'Copy it now and keep it safe.', clientId: 'Client id', organization: 'Within', providerHint: 'It can only write results of this provider.', scopesHint: 'At least one.', made: 'Created', off: 'Disabled', docs: 'API reference',
  },
);
