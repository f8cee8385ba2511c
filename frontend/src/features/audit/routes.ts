import { ScrollText } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/audit',
    page: () => import('./audit'),
    menu: { label: { zh: '审计记录', en: 'Audit trail' }, icon: ScrollText, group: 'system', order: 5, roles: ['school_admin', 'county_admin', 'project_team', 'auditor', 'platform_operator'] },
  },
];

export default screens;
