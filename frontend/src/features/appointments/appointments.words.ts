import { words } from '@/ui';

export const useAppointments = words(
  'appointments',
  {
    title: '任职与授权', lead: '谁在什么范围内担任什么角色。只能授予比自己低的角色，且不超出自己的范围。', person: '人员', role: '角色', scope: '范围', subject: '学科', office: '职务', officeHint: '如 副校长；学校管理员必填。', from: '起始', to: '截止', status: '状态', q: '姓名', appoint: '授予角色',
    empty: '还没有任职', emptyHint: '点“授予角色”，或用“批量导入”上传人员名单。', end: '结束任职', suspend: '暂停', reinstate: '恢复', endAsk: '结束后立即失去这个角色的权限，不能恢复，只能重新授予。', suspendAsk: '暂停期间没有这个角色的权限。', ended: '已结束', suspended: '已暂停', reinstated: '已恢复',
    who: '授予谁', existing: '名册中的人', fresh: '新的人员', search: '输入姓名查找', pick: '选择人员', phone: '手机号', staffNo: '工号', freshHint: '手机号与工号至少填一个；新人员凭激活码首次登录。', scopeHint: '不选则为整个项目或区县。', appointed: '已授予', school: '学校', endedOn: '结束时间',
    code: '登录码', codeAsk: '为 {{name}} 制作一次性登录码？由本人在“激活账号”页凭码设置密码；此前的码作废。', codeMake: '制作', codeTitle: '{{name}} 的登录码', codeHint: '只显示这一次。请交给本人，在登录页点“第一次登录”输入。',
  },
  {
    title: 'Roles', lead: 'Who acts in which role, and over what. You can give roles below your own, within your own scope.', person: 'Person', role: 'Role', scope: 'Over', subject: 'Subject', office: 'Office', officeHint: 'Such as deputy head; needed for school administrators.', from: 'From', to: 'Until', status: 'State', q: 'Name', appoint: 'Appoint',
    empty: 'Nobody holds a role yet', emptyHint: 'Appoint somebody, or upload the staff list under “Imports”.', end: 'End', suspend: 'Suspend', reinstate: 'Reinstate', endAsk: 'The rights are gone at once; it can only be given anew.', suspendAsk: 'No rights while suspended.', ended: 'Ended', suspended: 'Suspended', reinstated: 'Reinstated',
    who: 'Whom', existing: 'Somebody in the roster', fresh: 'Somebody new', search: 'Type a name', pick: 'Choose', phone: 'Phone', staffNo: 'Staff number', freshHint: 'Phone or staff number; they sign in first by a code.', scopeHint: 'Left out: the whole project or county.', appointed: 'Appointed', school: 'School', endedOn: 'Ended',
    code: 'Sign-in code', codeAsk: 'Make a one-time code for {{name}}? They set a password with it on the activation page; earlier codes end.', codeMake: 'Make', codeTitle: 'Code for {{name}}', codeHint: 'Shown this once. Hand it over; it is entered under “First time here?” on the sign-in page.',
  },
);
