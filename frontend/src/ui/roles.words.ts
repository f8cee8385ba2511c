import { words } from './words';

export const useRoles = words(
  'roles',
  {
    trainee: '参训学员', class_tutor: '班主任', group_leader: '研修组长', workshop_leader: '坊主', deputy_workshop_leader: '助理坊主', subject_expert: '学科专家',
    school_admin: '学校管理员', joint_class_admin: '联校管理员', regional_viewer: '区域观察员', county_admin: '县管理员', project_team: '项目组',
    platform_operator: '平台运维', auditor: '审计员', course_provider: '课程平台', third_party: '第三方系统', import: '历史数据导入', system: '系统',
  },
  {
    trainee: 'Trainee', class_tutor: 'Class tutor', group_leader: 'Group leader', workshop_leader: 'Workshop leader', deputy_workshop_leader: 'Deputy workshop leader', subject_expert: 'Subject expert',
    school_admin: 'School administrator', joint_class_admin: 'Joint-class administrator', regional_viewer: 'Regional viewer', county_admin: 'County administrator', project_team: 'Project team',
    platform_operator: 'Platform operator', auditor: 'Auditor', course_provider: 'Course provider', third_party: 'Third party', import: 'imported history', system: 'the system',
  },
);
