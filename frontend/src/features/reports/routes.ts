import { FileSpreadsheet } from 'lucide-react';
import type { Screen } from '@/ui';

const makers = ['workshop_leader', 'deputy_workshop_leader', 'school_admin', 'joint_class_admin', 'county_admin', 'project_team'];

const screens: Screen[] = [
  { path: '/projects/$projectId/reports', page: () => import('./reports'), menu: { label: { zh: '报表与名单', en: 'Official lists' }, icon: FileSpreadsheet, group: 'data', order: 2, roles: makers } },
];

export default screens;
