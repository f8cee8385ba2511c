import { PlugZap } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/clients',
    page: () => import('./clients'),
    menu: { label: { zh: '接口客户端', en: 'API clients' }, icon: PlugZap, group: 'system', order: 3, roles: ['project_team', 'platform_operator'] },
  },
];

export default screens;
