import { LibraryBig } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  {
    path: '/projects/$projectId/catalog',
    page: () => import('./catalog'),
    menu: { label: { zh: '课程目录', en: 'Catalogue' }, icon: LibraryBig, group: 'study', order: 5, roles: ['school_admin', 'joint_class_admin', 'county_admin', 'project_team'] },
  },
];

export default screens;
