import { UserRoundCheck } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/appointments',
    page: () => import('./appointments'),
    menu: { label: { zh: '任职与授权', en: 'Roles' }, icon: UserRoundCheck, group: 'people', order: 5, roles: ['school_admin', 'joint_class_admin', 'county_admin', 'project_team', 'platform_operator', 'auditor'] },
  },
];

export default screens;
