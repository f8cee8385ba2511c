import { words } from '@/ui';

export const useHome = words(
  'home',
  {
    home: '首页', morning: '早上好，{{name}}', afternoon: '下午好，{{name}}', evening: '晚上好，{{name}}', timeLeft: '剩余时间', days: '距结束还有 {{n}} 天', over: '已结束',
    enrolled: '应参训', activated: '已参训', rate: '参训率', noProject: '还没有项目', noProjectHint: '项目组建立项目后会显示在这里。', open: '查看项目',
    next: '接下来', allDone: '都办好了', allDoneHint: '有新的事项时会出现在这里。', 'todo.choose_hours': '学时待选，选满 50 学时后提交方案', 'todo.study_hours': '学时待学，到课程平台继续学习', 'todo.submit_homework': '篇作业待提交', 'todo.revise_homework': '篇作业被退回，按意见修改后再交', 'todo.review_homework': '篇作业等您点评', 'todo.recommend_works': '篇作品等您区域推优', 'todo.place_people': '名学员还没有班级或工作坊', 'todo.fill_sheets': '张线下实践成绩单待填报', 'todo.polish_works': '篇推优作品待打磨推送', 'todo.urge_sign_in': '名学员还没有参训，提醒他们激活账号', 'todo.approve_classes': '个班级等您批准', 'todo.determine_sheets': '张成绩单待评定', 'todo.exhibition_works': '篇作品进入展评', 'todo.resolve_quarantine': '条学习结果待处理',
  },
  {
    home: 'Home', morning: 'Good morning, {{name}}', afternoon: 'Good afternoon, {{name}}', evening: 'Good evening, {{name}}', timeLeft: 'Time left', days: '{{n}} days to go', over: 'Over',
    enrolled: 'Enrolled', activated: 'Taking part', rate: 'Rate of taking part', noProject: 'No project yet', noProjectHint: 'It appears here once the project team has founded one.', open: 'Open the project',
    next: 'What comes next', allDone: 'Everything is done', allDoneHint: 'New matters appear here.', 'todo.choose_hours': 'hours to choose; submit your plan at 50', 'todo.study_hours': 'hours to study on the course platform', 'todo.submit_homework': 'works to hand in', 'todo.revise_homework': 'works were returned; revise them', 'todo.review_homework': 'works wait for your comments', 'todo.recommend_works': 'works to recommend in the region', 'todo.place_people': 'trainees have no class or workshop', 'todo.fill_sheets': 'practice sheets to fill in', 'todo.polish_works': 'recommended works to polish and push', 'todo.urge_sign_in': 'trainees have not signed in; remind them', 'todo.approve_classes': 'classes wait for your approval', 'todo.determine_sheets': 'sheets to determine', 'todo.exhibition_works': 'works in the exhibition', 'todo.resolve_quarantine': 'results parked in quarantine',
  },
);
