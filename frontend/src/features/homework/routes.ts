import { Award, ClipboardList, FilePenLine, Inbox } from 'lucide-react';
import type { Screen } from '@/ui';

const readers = ['workshop_leader', 'deputy_workshop_leader', 'subject_expert', 'school_admin', 'joint_class_admin', 'county_admin', 'project_team'];

const screens: Screen[] = [
  { path: '/homework', page: () => import('./mine'), menu: { label: { zh: '我的作业', en: 'My homework' }, icon: FilePenLine, group: 'study', order: 5, roles: ['trainee'], bar: true } },
  { path: '/submissions/$submissionId', page: () => import('./work') },
  { path: '/submissions/$submissionId/write', page: () => import('./write') },
  { path: '/projects/$projectId/submissions', page: () => import('./inbox'), menu: { label: { zh: '作业与推优', en: 'Works' }, icon: Inbox, group: 'study', order: 6, roles: readers, bar: true } },
  { path: '/projects/$projectId/homework-tasks', page: () => import('./tasks'), menu: { label: { zh: '作业任务', en: 'Homework tasks' }, icon: ClipboardList, group: 'study', order: 7, roles: ['project_team'] } },
  { path: '/expert-reviews', page: () => import('./exhibits'), menu: { label: { zh: '展评盲评', en: 'Blind reviews' }, icon: Award, group: 'study', order: 8, roles: ['subject_expert'], bar: true } },
];

export default screens;
