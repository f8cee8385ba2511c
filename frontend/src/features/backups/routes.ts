import { DatabaseBackup } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/backups',
    page: () => import('./backups'),
    menu: { label: { zh: '备份', en: 'Backups' }, icon: DatabaseBackup, group: 'system', order: 6, roles: ['platform_operator'] },
  },
];

export default screens;
