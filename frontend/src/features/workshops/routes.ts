import { Shapes } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/workshops', page: () => import('./workshops'),
    menu: { label: { zh: '工作坊', en: 'Workshops' }, icon: Shapes, group: 'people', order: 4, roles: ['school_admin', 'joint_class_admin', 'county_admin', 'project_team', 'regional_viewer', 'workshop_leader', 'deputy_workshop_leader', 'subject_expert'] },
  },
  { path: '/projects/$projectId/workshops/$id', page: () => import('./show') },
];

export default screens;
