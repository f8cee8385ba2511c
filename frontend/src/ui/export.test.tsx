import { describe, expect, test } from 'vitest';
import { asCsv, csv, harmless, textOf } from './export';

describe('what a table hands out', () => {
  test('the words of a cell are taken from its elements', () => {
    expect(textOf(<span><b>张三</b>{' '}<i>{3}</i>{null}{false}</span>)).toBe('张三   3');
  });

  test('what begins like a formula stays text, and numbers stay numbers', () => {
    expect(['=1+1', '+cmd', '-2+3', '@sum', '\t=1', ' =1', '-3.5', '12%', '语文'].map(harmless)).toEqual(["'=1+1", "'+cmd", "'-2+3", "'@sum", "'\t=1", "' =1", '-3.5', '12%', '语文']);
  });

  test('quotes, commas and line breaks stay within their field', () => {
    expect(csv(['a'], [['x,"y"\nz']])).toBe('\uFEFFa\r\n"x,""y""\nz"\r\n');
  });

  test('the shown columns stand in their order, a dash for nothing is left out, acts are not data', () => {
    const columns = [{ key: 'n', title: '姓名', cell: (row: { n: string }) => row.n }, { key: 'd', title: '日期', cell: () => '—' }, { key: 'acts', title: '', cell: () => 'x' }, { key: 't', title: '提示', cell: () => null, text: () => '超出' }];
    expect(asCsv(columns, [{ n: '张三' }])).toBe('\uFEFF姓名,日期,提示\r\n张三,,超出\r\n');
  });
});
