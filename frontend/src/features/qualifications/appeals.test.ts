import { appealsEnd } from './appeals';

test('five working days from a Wednesday evening on end with the next Wednesday', () => {
  // 2026-11-25 is a Wednesday; 18:00 UTC is already Thursday in the county.
  expect(appealsEnd(new Date('2026-11-25T10:00:00Z'), 5).toISOString()).toBe('2026-12-02T15:59:59.999Z');
  expect(appealsEnd(new Date('2026-11-25T18:00:00Z'), 5).toISOString()).toBe('2026-12-03T15:59:59.999Z');
});

test('a weekend does not count', () => {
  expect(appealsEnd(new Date('2026-11-27T01:00:00Z'), 1).toISOString()).toBe('2026-11-30T15:59:59.999Z');
});
