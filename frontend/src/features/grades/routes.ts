import { Award } from 'lucide-react';
import type { Screen } from '@/ui';

const screens: Screen[] = [
  { path: '/grade', page: () => import('./grade'), menu: { label: { zh: '我的成绩', en: 'My grade' }, icon: Award, group: 'results', order: 1, roles: ['trainee'], bar: true } },
];

export default screens;
