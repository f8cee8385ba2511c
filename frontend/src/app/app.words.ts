import { words } from '@/ui/words';

export const useApp = words(
  'app',
  {
    name: '提升', tagline: '教师信息技术应用能力提升工程', skip: '跳到正文', menu: '菜单', account: '我的账号', role: '当前角色', switchRole: '切换角色',
    asTrainee: '以学员身份', language: 'English', light: '浅色', dark: '深色', signOut: '退出登录', unsent: '本机还有 {{n}} 份作业草稿没有送到服务器，退出后会丢失。', settings: '账号与安全', navigation: '主导航',
    chooseRole: '您要以哪个角色工作？', chooseRoleLead: '随时可以在右上角切换；每一步操作都会记下当时的角色。', enter: '进入',
    'group.today': '今天', 'group.study': '研修', 'group.people': '组织与人员', 'group.results': '成绩与成果', 'group.data': '数据', 'group.system': '系统',
  },
  {
    name: 'Tisheng', tagline: 'Teachers’ IT-application ability programme', skip: 'Skip to the content', menu: 'Menu', account: 'My account', role: 'Present role', switchRole: 'Switch the role',
    asTrainee: 'As a trainee', language: '中文', light: 'Light', dark: 'Dark', signOut: 'Sign out', unsent: '{{n}} homework drafts in this browser have not reached the server; signing out loses them.', settings: 'Account and security', navigation: 'Main navigation',
    chooseRole: 'Which role do you act in?', chooseRoleLead: 'You can switch at the top at any time; each act is recorded with the role.', enter: 'Enter',
    'group.today': 'Today', 'group.study': 'Study', 'group.people': 'Organisation and people', 'group.results': 'Results', 'group.data': 'Data', 'group.system': 'System',
  },
);
