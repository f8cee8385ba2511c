import { expect, test } from 'vitest';
import { type Pickable, byName, findPeople } from './people';

const people: Pickable[] = [
  { id: '1', name: '王芳', subject: 'SX', school: '第一小学', note: 'FY0001' },
  { id: '2', name: '李强', subject: 'YW', school: '第二小学', note: 'FY0002' },
  { id: '3', name: '王芳', subject: 'YW', school: '第二小学', note: 'FY0003' },
];
const subject = (code: string) => ({ SX: '数学', YW: '语文' })[code] ?? code;
const ids = (text: string) => findPeople(people, text, subject).map((one) => one.id).join('');

test('people are found by any words of name, school, subject and number', () => {
  expect(ids('')).toBe('123');
  expect(ids('王芳')).toBe('13');
  expect(ids('王芳 语文')).toBe('3');
  expect(ids('第二小学')).toBe('23');
  expect(ids('fy0002')).toBe('2');
  expect(ids('nobody')).toBe('');
});

test('people stand in the order of a Chinese dictionary, then by number', () => {
  expect(people.toSorted(byName).map((one) => one.id).join('')).toBe('213');
});
