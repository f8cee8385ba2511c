import { Award, Table2 } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  { path: '/grade', page: () => import('./grade'), menu: { label: { zh: '我的成绩', en: 'My grade' }, icon: Award, group: 'results', order: 1, roles: ['trainee'], bar: true } },
  { path: '/enrollments/$enrollmentId/grade', page: () => import('./grade') },
  { path: '/projects/$projectId/grades', page: () => import('./table'), menu: { label: { zh: '班级成绩', en: 'Grades' }, icon: Table2, group: 'results', order: 2, roles: ['school_admin', 'joint_class_admin', 'county_admin', 'project_team'] } },
];

export default screens;
