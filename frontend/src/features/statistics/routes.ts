import { ChartColumn } from 'lucide-react';
import type { Screen } from '@/ui';

const viewers = ['workshop_leader', 'deputy_workshop_leader', 'school_admin', 'joint_class_admin', 'regional_viewer', 'county_admin', 'project_team'];

const screens: Screen[] = [
  { path: '/projects/$projectId/statistics', page: () => import('./cockpit'), menu: { label: { zh: '学情总览', en: 'Cockpit' }, icon: ChartColumn, group: 'today', order: 2, roles: viewers } },
];

export default screens;
