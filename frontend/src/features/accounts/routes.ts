import type { Screen } from '@/ui';

const screens: Screen[] = [
  { path: '/sign-in', page: () => import('./sign-in'), open: true },
  { path: '/activate', page: () => import('./activate'), open: true },
  { path: '/account', page: () => import('./account') },
  { path: '/account/records', page: () => import('./records') },
];

export default screens;
