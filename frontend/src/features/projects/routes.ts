import { FolderKanban, Scale } from 'lucide-react';
import type { Screen } from '@/ui';

const administrators = ['school_admin', 'joint_class_admin', 'county_admin', 'project_team', 'regional_viewer', 'platform_operator', 'auditor'];

const screens: Screen[] = [
  { path: '/projects', page: () => import('./list'), menu: { label: { zh: '项目', en: 'Projects' }, icon: FolderKanban, group: 'today', order: 2, roles: administrators } },
  { path: '/projects/$projectId', page: () => import('./show') },
  {
    path: '/projects/$projectId/policy', page: () => import('./policy'),
    menu: { label: { zh: '政策与规则', en: 'Policy' }, icon: Scale, group: 'system', order: 1, roles: ['county_admin', 'project_team', 'school_admin', 'auditor'] },
  },
];

export default screens;
