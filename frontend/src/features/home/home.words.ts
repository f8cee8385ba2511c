import { words } from '@/ui';

export const useHome = words(
  'home',
  {
    home: '首页', morning: '早上好，{{name}}', afternoon: '下午好，{{name}}', evening: '晚上好，{{name}}', projects: '正在进行的项目', days: '距结束还有 {{n}} 天', over: '已结束',
    enrolled: '应参训', activated: '已参训', rate: '参训率', noProject: '还没有项目', noProjectHint: '项目组建立项目后会显示在这里。', open: '查看项目',
  },
  {
    home: 'Home', morning: 'Good morning, {{name}}', afternoon: 'Good afternoon, {{name}}', evening: 'Good evening, {{name}}', projects: 'Projects under way', days: '{{n}} days to go', over: 'Over',
    enrolled: 'Enrolled', activated: 'Taking part', rate: 'Rate of taking part', noProject: 'No project yet', noProjectHint: 'It appears here once the project team has founded one.', open: 'Open the project',
  },
);
