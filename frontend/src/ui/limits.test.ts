import { fieldOf, limitsOf } from './limits';

test('the limits of each of the server’s sentences are read', () => {
  expect(limitsOf('Between 1 and 100 characters or entries.')).toEqual({ least: 1, most: 100 });
  expect(limitsOf('Exactly 64 characters or entries.')).toEqual({ least: 64, most: 64 });
  expect(limitsOf('At least 1.')).toEqual({ least: 1, most: undefined });
  expect(limitsOf('At most 500 characters or entries.')).toEqual({ least: undefined, most: 500 });
  expect(limitsOf('0 to 365.')).toEqual({ least: 0, most: 365 });
  expect(limitsOf('0 or more.')).toEqual({ least: 0, most: undefined });
  expect(limitsOf('More than 0, at most 1000.')).toEqual({ least: undefined, most: 1000 });
  expect(limitsOf('Out of bounds.')).toBeUndefined();
});

test('a pointer names its field, whatever row it is in', () => {
  expect(fieldOf('/name')).toBe('name');
  expect(fieldOf('/rows/2/school_score')).toBe('school_score');
  expect(fieldOf('/school_ids/0')).toBe('school_ids');
  expect(fieldOf('')).toBe('');
});
