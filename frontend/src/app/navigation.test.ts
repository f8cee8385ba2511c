import { Circle } from 'lucide-react';
import organizations from '@/features/organizations/routes';
import { type MenuEntry, entryAt, menuOf } from './navigation';

const entry = (to: string): MenuEntry => ({ to, label: { zh: to, en: to }, icon: Circle, group: 'study', order: 1, roles: [] });

test('one entry only is marked, the nearest above the page', () => {
  const menu = ['/', '/selection', '/selection/courses', '/projects', '/projects/p/roster'].map(entry);
  expect(entryAt(menu, '/selection/courses')).toBe('/selection/courses');
  expect(entryAt(menu, '/selection')).toBe('/selection');
  expect(entryAt(menu, '/projects/p/roster/x')).toBe('/projects/p/roster');
  expect(entryAt(menu, '/projects/p')).toBeUndefined();
  expect(entryAt(menu, '/')).toBe('/');
});

test('an operator reaches the organisations before there is any project', () => {
  expect(menuOf(organizations, 'platform_operator', undefined).map(({ to }) => to)).toEqual(['/organizations']);
});
