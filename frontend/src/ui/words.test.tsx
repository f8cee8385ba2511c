import { render, screen } from '@testing-library/react';
import { day, moment, percent, speak, words } from './words';

const useSample = words('sample', { hello: '你好，{{name}}' }, { hello: 'Hello, {{name}}' });

function Sample() {
  const t = useSample();
  return <p>{t('hello', { name: '<b>王' })} {t.code('unknown_code')}</p>;
}

test('words come in the language chosen, and unknown codes stand for themselves', () => {
  speak('en');
  render(<Sample />);
  expect(screen.getByText('Hello, <b>王 unknown_code')).toBeVisible();
});

test('dates and moments are the county’s own', () => {
  speak('zh-CN');
  expect(day('2026-11-23')).toBe('2026年11月23日');
  expect(moment('2026-11-22T16:30:00Z')).toContain('2026/11/23');
  expect(percent(1, 3)).toBe('33.3%');
  expect(percent(0, 0)).toBe('—');
});
