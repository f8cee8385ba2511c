import { BadgeCheck } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/qualification', page: () => import('./runs'),
    menu: { label: { zh: '资格认定', en: 'Qualification' }, icon: BadgeCheck, group: 'results', order: 3, roles: ['school_admin', 'joint_class_admin', 'county_admin', 'project_team'] },
  },
  { path: '/projects/$projectId/qualification/$id', page: () => import('./results') },
  { path: '/qualification', page: () => import('./own') },
];

export default screens;
