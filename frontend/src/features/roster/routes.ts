import { Users } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/roster',
    page: () => import('./roster'),
    menu: { label: { zh: '学员名册', en: 'Roster' }, icon: Users, group: 'people', order: 1, roles: ['school_admin', 'joint_class_admin', 'county_admin', 'project_team', 'workshop_leader', 'deputy_workshop_leader'] },
  },
];

export default screens;
