import { Network, School } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/schools',
    page: () => import('./schools'),
    menu: { label: { zh: '学校与组织', en: 'Schools' }, icon: School, group: 'people', order: 2, roles: ['school_admin', 'joint_class_admin', 'county_admin', 'project_team', 'regional_viewer'] },
  },
  {
    path: '/organizations',
    page: () => import('./organizations'),
    menu: { label: { zh: '组织', en: 'Organisations' }, icon: Network, group: 'people', order: 2, roles: ['platform_operator'] },
  },
];

export default screens;
