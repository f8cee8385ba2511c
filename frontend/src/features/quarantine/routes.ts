import { PackageOpen } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/quarantine',
    page: () => import('./quarantine'),
    menu: { label: { zh: '待认领结果', en: 'Quarantine' }, icon: PackageOpen, group: 'data', order: 3, roles: ['project_team'] },
  },
];

export default screens;
