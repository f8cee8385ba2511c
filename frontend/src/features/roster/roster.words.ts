import { words } from '@/ui';

export const useRoster = words(
  'roster',
  {
    title: '学员名册', lead: '您范围内的学员。身份证号与手机号已遮蔽；确需查看全号时，写明用途后可显示，并记入审计。', q: '姓名或学员编号', school: '学校', stage: '学段', subject: '学科', status: '状态', activated: '是否参训', yes: '已参训', no: '未参训',
    unplaced: '尚未编入', inClass: '没有班级', inWorkshop: '没有工作坊', no_: '学员编号', phone: '手机', idNo: '身份证号', class: '班级', workshop: '工作坊', duty: '职务', jobTitle: '职称', years: '教龄', education: '学历', note: '备注', gender: '性别', activatedAt: '参训时间',
    empty: '名册还是空的', emptyHint: '用“批量导入”上传名册，或逐个添加。', add: '添加学员', import: '导入名册', person: '学员', reveal: '显示全号', revealTitle: '显示手机号与身份证号', revealText: '每次显示都会记入审计，每天最多三十人。', revealed: '请勿截屏外传；关闭后不再显示。',
    codes: '打印激活单', codesFor: '为所选学员制作激活单', codesAsk: '为这所学校所有未激活的学员制作激活码？此前发过但未用的激活码作废。', codesPick: '请先用“学校”筛选选定一所学校。', make: '制作', sheet: '激活单', sheetLead: '激活码只显示这一次。请现在打印，裁开后分发给本人。', validTo: '有效期至', login: '账号', code: '激活码', sheetHow: '打开网址 → 第一次登录 → 输入账号与激活码 → 设置密码。', leftOut: '没有激活码的人', back: '返回名册', nobody: '没有需要激活的人',
    reset: '重置密码', resetAsk: '为 {{name}} 生成一次性重置码？由本人凭码自己设新密码，任何人都看不到密码。', resetCode: '重置码（只显示这一次）', signOut: '强制退出', signOutAsk: '{{name}} 在所有设备上都会退出登录。', signedOut: '已退出 {{n}} 处登录',
    edit: '修改信息', withdraw: '退出培训', defer: '缓训', exempt: '免训', take_back: '恢复在训', transfer: '调到其他学校', withdrawAsk: '退出后不计入应参训人数。', deferAsk: '缓训期间不计入应参训人数。', exemptAsk: '免训后不计入应参训人数。', takeBackAsk: '恢复后重新计入应参训人数。', transferTitle: '调到其他学校', transferHint: '学时与成绩随人走；班级与工作坊需重新编入。', to: '调往', changed: '已办理', tidy: '学员编号留空则自动分配。', copied: '已复制',
  },
  {
    title: 'Roster', lead: 'The trainees in your scope. ID and phone numbers are masked; with a stated purpose you may see one in full, and it is recorded.', q: 'Name or trainee number', school: 'School', stage: 'Stage', subject: 'Subject', status: 'State', activated: 'Taking part', yes: 'Yes', no: 'Not yet',
    unplaced: 'Not yet in', inClass: 'a class', inWorkshop: 'a workshop', no_: 'Trainee no.', phone: 'Phone', idNo: 'ID number', class: 'Class', workshop: 'Workshop', duty: 'Duty', jobTitle: 'Job title', years: 'Years of teaching', education: 'Education', note: 'Note', gender: 'Gender', activatedAt: 'Takes part since',
    empty: 'The roster is empty', emptyHint: 'Upload it under “Imports”, or add people one by one.', add: 'Add a trainee', import: 'Import the roster', person: 'Trainee', reveal: 'Show in full', revealTitle: 'Show phone and ID number', revealText: 'Each time is recorded; at most thirty people a day.', revealed: 'Do not pass it on; it is gone when you close this.',
    codes: 'Print activation sheet', codesFor: 'Activation sheet for the chosen', codesAsk: 'Make codes for everybody of this school who has not activated? Earlier unused codes end.', codesPick: 'Choose one school in the filter first.', make: 'Make', sheet: 'Activation sheet', sheetLead: 'The codes are shown this once. Print now, cut, and hand them out.', validTo: 'Valid until', login: 'Account', code: 'Code', sheetHow: 'Open the address → first sign-in → account and code → set a password.', leftOut: 'Without a code', back: 'Back to the roster', nobody: 'Nobody has to activate',
    reset: 'Reset the password', resetAsk: 'Make a one-time code for {{name}}? They set the password themselves; nobody else sees it.', resetCode: 'Reset code (shown this once)', signOut: 'Sign out everywhere', signOutAsk: '{{name}} is signed out on every device.', signedOut: 'Ended {{n}} sessions',
    edit: 'Correct', withdraw: 'Withdraw', defer: 'Defer', exempt: 'Exempt', take_back: 'Take back', transfer: 'To another school', withdrawAsk: 'No longer counted among the enrolled.', deferAsk: 'Not counted while deferred.', exemptAsk: 'No longer counted among the enrolled.', takeBackAsk: 'Counted again among the enrolled.', transferTitle: 'To another school', transferHint: 'Hours and scores go along; class and workshop do not.', to: 'To', changed: 'Done', tidy: 'Left empty, a number is given.', copied: 'Copied',
  },
);
