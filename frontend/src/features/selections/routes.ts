import { BookOpenCheck, GraduationCap, ListChecks, Store } from 'lucide-react';
import type { Screen } from '@/ui';

const watching = ['workshop_leader', 'deputy_workshop_leader', 'school_admin', 'joint_class_admin', 'county_admin', 'project_team'];

const screens: Screen[] = [
  { path: '/selection', page: () => import('./plan'), menu: { label: { zh: '我的选课', en: 'My plan' }, icon: ListChecks, group: 'study', order: 1, roles: ['trainee'], bar: true } },
  { path: '/selection/courses', page: () => import('./market'), menu: { label: { zh: '课程目录', en: 'Courses' }, icon: Store, group: 'study', order: 2, roles: ['trainee'] } },
  { path: '/study', page: () => import('./study'), menu: { label: { zh: '我的课程', en: 'My courses' }, icon: GraduationCap, group: 'study', order: 3, roles: ['trainee'], bar: true } },
  { path: '/projects/$projectId/selections', page: () => import('./list'), menu: { label: { zh: '选课情况', en: 'Plans' }, icon: BookOpenCheck, group: 'study', order: 4, roles: watching } },
  { path: '/enrollments/$enrollmentId/selection', page: () => import('./plan') },
];

export default screens;
