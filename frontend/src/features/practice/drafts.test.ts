import { type Draft, faultsOf, isMark, paste, sum } from './drafts';

const empty: Draft = { completion: '', effect: '', score: '', absence: '', note: '' };

test('a piece of a spreadsheet is laid over the rows from the cell on', () => {
  const changed = paste('30\t45.5\n２８\t40\t\tgood\r\n99\t1\n', 1, 'completion', [empty, empty, empty]);
  expect([...changed.keys()]).toEqual([1, 2]);
  expect(changed.get(1)).toMatchObject({ completion: '30', effect: '45.5' });
  expect(changed.get(2)).toMatchObject({ completion: '28', effect: '40', note: 'good' });
});

test('marks have at most two decimals and stay within the most', () => {
  expect(['', '0', '60', '59.75'].every((value) => isMark(value, 60))).toBe(true);
  expect(['60.01', '-1', '5.555', '缺考', '1e1'].some((value) => isMark(value, 60))).toBe(false);
});

test('the sum appears when both groups are given', () => {
  expect(sum({ ...empty, completion: '0.1', effect: '0.2' })).toBe('0.3');
  expect(sum({ ...empty, completion: '40' })).toBe('');
});

test('each cell that cannot be kept is named with its reason', () => {
  const most = { completion: 40, effect: 60, score: 100, note: 0 };
  expect(faultsOf({ ...empty, completion: '40', effect: '60.5' }, most)).toEqual([{ field: 'effect', kind: 'over', value: '60.5', most: 60 }]);
  expect(faultsOf({ ...empty, score: '优' }, most)).toEqual([{ field: 'score', kind: 'notMark', value: '优', most: 100 }]);
  expect(faultsOf({ ...empty, completion: '40', effect: '60', score: '200' }, most)).toEqual([]);
});
