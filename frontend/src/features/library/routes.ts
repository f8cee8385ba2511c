import { BookMarked } from 'lucide-react';
import type { Screen } from '@/ui';

const everybody = ['trainee', 'workshop_leader', 'deputy_workshop_leader', 'subject_expert', 'school_admin', 'joint_class_admin', 'county_admin', 'project_team'];

const screens: Screen[] = [
  { path: '/library', page: () => import('./library'), menu: { label: { zh: '成果库', en: 'Library' }, icon: BookMarked, group: 'study', order: 8, roles: everybody, bar: true } },
  { path: '/library/$id', page: () => import('./work') },
];

export default screens;
