import { words } from '@/ui';

export const useHome = words(
  'home',
  {
    home: '首页', morning: '早上好，{{name}}', afternoon: '下午好，{{name}}', evening: '晚上好，{{name}}', days: '距结束还有 {{n}} 天', over: '已过结束日期',
    noProject: '还没有项目', noProjectHint: '项目组建立项目后会显示在这里。',
    noPlace: '您还没有参加培训项目', noPlaceHint: '请找学校管理员把您加入名册；如果您有其他角色，可在右上角切换。', seeAll: '查看全部',
    way: '我的进度', chosen: '选课学时', studied: '已学学时', works: '作业', hourUnit: '学时', pieceUnit: '篇', reached: '已达到', toGo: '还差 {{n}} {{unit}}', score: '成绩', total: '目前总分', outOf: '满分 {{n}}', incomplete: '还有成绩未出', seeGrade: '查看成绩构成', qualify: '合格情况', unmet: '还有 {{n}} 项条件没有满足', allMet: '各项条件都已满足', shortestWay: '看最短的补救办法', seeQualify: '查看合格情况',
    'outcome.qualified': '合格', 'outcome.excellent': '优秀', 'outcome.unqualified': '不合格', 'outcome.pending': '待定',
    inbox: '等您点评的作业', regional: '等您区域推优的作品', inboxEmpty: '没有等待处理的作品', inboxEmptyHint: '学员提交或学校推送后会出现在这里。', untitled: '（无题）', waiting: '{{at}} 提交',
    rates: '四率', participation: '参训率', study: '学习率', pass: '合格率', excellence: '优秀率', cockpit: '学情总览', lowest: '参训率最低的学校',
    lights: '合规自查', ok: '正常', lightActive: '全员参训', lightActiveBad: '{{n}} 人未参训', lightPlaced: '人人有班有坊', lightPlacedBad: '{{n}} 人未编入', lightClasses: '班级人数合规', lightClassesBad: '{{n}} 个班需看', lightWorkshops: '工作坊数量合规', lightWorkshopsBad: '{{n}} 所学校超出', lightSheets: '成绩单已填报', lightSheetsBad: '{{n}} 张待填报',
    denied: '最近被拒绝的操作', noDenied: '最近没有被拒绝的操作', noDeniedHint: '有人越权或多次输错密码时，会出现在这里。', platform: '平台维护', toTree: '组织树', toRoles: '任职与授权', toClients: '接口客户端', toAudit: '平台审计',
    next: '接下来', allDone: '都办好了', allDoneHint: '有新的事项时会出现在这里。', 'todo.choose_hours': '学时待选，选满 50 学时后提交方案', 'todo.study_hours': '学时待学，到课程平台继续学习', 'todo.submit_homework': '篇作业待提交', 'todo.revise_homework': '篇作业被退回，按意见修改后再交', 'todo.review_homework': '篇作业等您点评', 'todo.recommend_works': '篇作品等您区域推优', 'todo.place_people': '名学员还没有班级或工作坊', 'todo.fill_sheets': '张线下实践成绩单待填报', 'todo.polish_works': '篇推优作品待打磨推送', 'todo.urge_sign_in': '名学员还没有参训，提醒他们激活账号', 'todo.approve_classes': '个班级等您批准', 'todo.determine_sheets': '张成绩单待评定', 'todo.exhibition_works': '篇作品进入展评', 'todo.resolve_quarantine': '条学习结果待处理',
    'todo.appoint_team': '项准备：为项目指定项目组', 'todo.appoint_county': '项准备：指定县管理员', 'todo.plan_phases': '项准备：规划研修阶段（模块、活动、成绩项）', 'todo.publish_project': '项准备：发布项目', 'todo.import_catalog': '项准备：导入课程目录', 'todo.publish_catalog': '门课程还没有发布，学员看不到', 'todo.import_schools': '项准备：导入学校名单', 'todo.register_people': '名学员还没有登记，导入名册',
  },
  {
    home: 'Home', morning: 'Good morning, {{name}}', afternoon: 'Good afternoon, {{name}}', evening: 'Good evening, {{name}}', days: '{{n}} days to go', over: 'past its last day',
    noProject: 'No project yet', noProjectHint: 'It appears here once the project team has founded one.',
    noPlace: 'You take part in no project yet', noPlaceHint: 'Ask your school to add you to the roster; if you hold another role, switch at the top.', seeAll: 'See all',
    way: 'How far I am', chosen: 'Hours chosen', studied: 'Hours studied', works: 'Homework', hourUnit: 'hours', pieceUnit: 'works', reached: 'Reached', toGo: '{{n}} {{unit}} to go', score: 'Score', total: 'Total so far', outOf: 'out of {{n}}', incomplete: 'Not complete yet', seeGrade: 'See its parts', qualify: 'Qualification', unmet: '{{n}} conditions are not met yet', allMet: 'All conditions are met', shortestWay: 'See the shortest way', seeQualify: 'See how it stands',
    'outcome.qualified': 'Qualified', 'outcome.excellent': 'Excellent', 'outcome.unqualified': 'Not qualified', 'outcome.pending': 'Pending',
    inbox: 'Works that wait for your comments', regional: 'Works to recommend in the region', inboxEmpty: 'Nothing waits', inboxEmptyHint: 'Works appear once trainees hand them in or schools push them.', untitled: '(untitled)', waiting: 'handed in {{at}}',
    rates: 'The four rates', participation: 'Participation', study: 'Study', pass: 'Pass', excellence: 'Excellence', cockpit: 'Cockpit', lowest: 'Lowest participation',
    lights: 'By the rules', ok: 'Fine', lightActive: 'Everybody takes part', lightActiveBad: '{{n}} do not yet', lightPlaced: 'Everybody has a class and a workshop', lightPlacedBad: '{{n}} do not', lightClasses: 'Class sizes', lightClassesBad: '{{n}} classes to look at', lightWorkshops: 'Number of workshops', lightWorkshopsBad: '{{n}} schools have too many', lightSheets: 'Practice sheets filled in', lightSheetsBad: '{{n}} to fill in',
    denied: 'Refused lately', noDenied: 'Nothing was refused lately', noDeniedHint: 'When somebody oversteps or mistypes a password often, it stands here.', platform: 'Looking after the platform', toTree: 'Organisations', toRoles: 'Roles', toClients: 'API clients', toAudit: 'Platform audit',
    next: 'What comes next', allDone: 'Everything is done', allDoneHint: 'New matters appear here.', 'todo.choose_hours': 'hours to choose; submit your plan at 50', 'todo.study_hours': 'hours to study on the course platform', 'todo.submit_homework': 'works to hand in', 'todo.revise_homework': 'works were returned; revise them', 'todo.review_homework': 'works wait for your comments', 'todo.recommend_works': 'works to recommend in the region', 'todo.place_people': 'trainees have no class or workshop', 'todo.fill_sheets': 'practice sheets to fill in', 'todo.polish_works': 'recommended works to polish and push', 'todo.urge_sign_in': 'trainees have not signed in; remind them', 'todo.approve_classes': 'classes wait for your approval', 'todo.determine_sheets': 'sheets to determine', 'todo.exhibition_works': 'works in the exhibition', 'todo.resolve_quarantine': 'results parked in quarantine',
    'todo.appoint_team': 'step to take: appoint the project team', 'todo.appoint_county': 'step to take: appoint the county administrator', 'todo.plan_phases': 'step to take: plan the phases with modules, activities and grade components', 'todo.publish_project': 'step to take: publish the project', 'todo.import_catalog': 'step to take: import the catalogue', 'todo.publish_catalog': 'courses are not published; trainees do not see them', 'todo.import_schools': 'step to take: import the schools', 'todo.register_people': 'people are not registered yet; import the roster',
  },
);
