import { Presentation, Wand2 } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/classes', page: () => import('./classes'),
    menu: { label: { zh: '班级', en: 'Classes' }, icon: Presentation, group: 'people', order: 3, roles: ['school_admin', 'joint_class_admin', 'county_admin', 'project_team', 'regional_viewer'] },
  },
  { path: '/projects/$projectId/exceptions', page: () => import('./exceptions') },
  { path: '/projects/$projectId/classes/$id', page: () => import('./show') },
  {
    path: '/projects/$projectId/formation', page: () => import('./formation'),
    menu: { label: { zh: '组班组坊助手', en: 'Formation' }, icon: Wand2, group: 'people', order: 6, roles: ['school_admin', 'joint_class_admin', 'county_admin'] },
  },
];

export default screens;
