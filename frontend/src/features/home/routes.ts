import { House } from 'lucide-react';
import type { Screen } from '@/ui';

const everybody = [
  'trainee', 'class_tutor', 'group_leader', 'workshop_leader', 'deputy_workshop_leader', 'subject_expert', 'school_admin', 'joint_class_admin',
  'regional_viewer', 'county_admin', 'project_team', 'platform_operator', 'auditor',
];

const screens: Screen[] = [
  { path: '/', page: () => import('./home'), menu: { label: { zh: '首页', en: 'Home' }, icon: House, group: 'today', order: 1, roles: everybody, bar: true } },
];

export default screens;
