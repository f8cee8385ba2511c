import { words } from '@/ui';

export const useAccounts = words(
  'accounts',
  {
    signIn: '登录', login: '手机号、学员编号或身份证号', password: '密码', first: '第一次登录？用领到的激活码', forgot: '忘记密码？请领取一次性重置码：学员找学校管理员；学校、县里和项目组的账号找上一级管理员。',
    welcome: '让每一次研修看得见、算得清', welcomeLead: '名册、选课、研修、作业推优、实践测评到合格名单，一个县的培训项目在这里走完全程。',
    pitch1: '50 学时差多少、下一步做什么，一眼看清', pitch2: '每一次推优、退回都有理由、有回执', pitch3: '两率随时可查，名单按公文列序导出',
    activate: '激活账号', activateLead: '激活的时刻就是您的参训时间。', step1: '激活码', step2: '核对信息', step3: '设置密码', code: '激活码', codeHint: '在学校发的激活单上；空格和横线不影响。',
    next: '下一步', isYou: '这是您吗？', gender: '性别', notMe: '不是我', isMe: '是我，继续', newPassword: '新密码', newPasswordHint: '至少 12 个字符，不含姓名或号码。一句好记的话就很好。',
    repeat: '再输一遍', differs: '两次输入不一样。', consent: '以上信息属实，同意为培训项目的管理、测评与证书使用我的个人信息。', toSignIn: '已激活？去登录', finish: '激活并登录',
    account: '账号与安全', accountLead: '密码、登录过的设备和您担任的角色。', change: '修改密码', current: '当前密码', changed: '密码已修改，其他设备已退出。', devices: '登录的设备',
    thisDevice: '本机', seen: '最近使用', end: '退出', endAll: '退出其他所有设备', ended: '已退出', roles: '您的角色', noRoles: '您目前以学员身份参训。',
    endAllAsk: '其他设备都要重新登录。本机不受影响。', scope: '范围',
    contact: '联系方式', phone: '手机号', idNo: '身份证号', changePhone: '更换手机号', newPhone: '新手机号', newPhoneHint: '11 位；以后也用它登录。', phoneChanged: '手机号已更换', records: '我的信息使用记录', recordsLead: '谁在什么时候、以什么角色查看或改动过您的信息，理由是什么。', what: '做了什么', when: '时间', who: '操作人', as: '角色', why: '理由', program: '系统', noRecords: '还没有记录', noRecordsHint: '有人查看或改动您的信息时，会记在这里。',
  },
  {
    signIn: 'Sign in', login: 'Phone, trainee number or ID number', password: 'Password', first: 'First time here? Use the code you were given', forgot: 'Forgotten? Ask for a one-time code: trainees ask their school; accounts of a school, the county or the project team ask an administrator above them.',
    welcome: 'Training that can be seen and counted', welcomeLead: 'From the roster through courses, homework and practice scores to the list of those who qualify: a county’s whole training project.',
    pitch1: 'See at a glance how far it is to 50 hours and what comes next', pitch2: 'Each recommendation and return has its reason and receipt', pitch3: 'Both rates at any time; lists in the official column order',
    activate: 'Activate your account', activateLead: 'This moment counts as your taking part.', step1: 'Code', step2: 'Your data', step3: 'Password', code: 'Activation code', codeHint: 'On the sheet from your school; spaces and hyphens do not matter.',
    next: 'Next', isYou: 'Is this you?', gender: 'Gender', notMe: 'Not me', isMe: 'It is me, go on', newPassword: 'New password', newPasswordHint: 'At least 12 characters, without your name or number. A sentence you remember is good.',
    repeat: 'Once more', differs: 'The two differ.', consent: 'The data above is right, and I agree to its use for managing, assessing and certifying this training.', toSignIn: 'Activated already? Sign in', finish: 'Activate and sign in',
    account: 'Account and security', accountLead: 'Your password, where you are signed in, and your roles.', change: 'Change the password', current: 'Present password', changed: 'Changed; other devices are signed out.', devices: 'Where you are signed in',
    thisDevice: 'this device', seen: 'Last used', end: 'Sign out', endAll: 'Sign out everywhere else', ended: 'Signed out', roles: 'Your roles', noRoles: 'You take part as a trainee.',
    endAllAsk: 'Other devices have to sign in again. This one stays.', scope: 'Scope',
    contact: 'How you are reached', phone: 'Phone', idNo: 'ID number', changePhone: 'Change the phone', newPhone: 'New phone', newPhoneHint: '11 digits; you sign in by it, too.', phoneChanged: 'Phone changed', records: 'Who used my data', recordsLead: 'Who saw or changed your data, when, in which role, and why.', what: 'What', when: 'When', who: 'Who', as: 'As', why: 'Why', program: 'The program', noRecords: 'Nothing recorded', noRecordsHint: 'When somebody sees or changes your data, it stands here.',
  },
);
