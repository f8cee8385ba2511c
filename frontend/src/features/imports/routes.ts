import { FileSpreadsheet } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/imports',
    page: () => import('./list'),
    menu: { label: { zh: '批量导入', en: 'Imports' }, icon: FileSpreadsheet, group: 'data', order: 1, roles: ['school_admin', 'county_admin', 'project_team'] },
  },
  { path: '/projects/$projectId/imports/new', page: () => import('./new') },
  { path: '/projects/$projectId/imports/$id', page: () => import('./show') },
];

export default screens;
