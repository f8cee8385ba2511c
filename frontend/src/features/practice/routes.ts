import { ClipboardPen } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/practice', page: () => import('./practice'),
    menu: { label: { zh: '线下实践测评', en: 'Offline practice' }, icon: ClipboardPen, group: 'results', order: 1, roles: ['school_admin', 'joint_class_admin', 'county_admin', 'project_team'] },
  },
  { path: '/projects/$projectId/practice/$id', page: () => import('./sheet') },
];

export default screens;
