import { describe, expect, test } from 'vitest';
import i18next from 'i18next';
import '@/ui/problem.words';
import '@/ui/rules.words';
import '@/features/imports/reasons.words';

const files = import.meta.glob<string>('../../../api/{src,app/src,domain/src,sheet/src}/**/*.rs', { query: '?raw', import: 'default', eager: true });
/** The texts of the sources at these addresses, without their tests. */
const sources = (where: RegExp) => Object.entries(files).filter(([file]) => where.test(file) && !/tests?[./]/.test(file)).map(([, text]) => text);
const found = (texts: readonly string[], ...patterns: RegExp[]) =>
  [...new Set(texts.flatMap((text) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((hit) => hit[1] ?? ''))))].sort();
const missing = (codes: readonly string[], ...spaces: string[]) =>
  codes.filter((code) => ['zh-CN', 'en'].some((language) => !spaces.some((space) => i18next.getResource(language, space, code))));

describe('the words of the server’s codes', () => {
  test('every kind of problem has words in both languages', () => {
    const kinds = found(sources(/api\/src\/problem\.rs|refusal\.rs/), /\("([a-z-]+)", \d{3}, "/g, /=> "([a-z-]+)"/g);
    expect(kinds.length).toBeGreaterThan(35);
    expect(missing(kinds, 'problems')).toEqual([]);
  });

  test('every rule and field that a refusal names has words in both languages', () => {
    const pointer = String.raw`(?:"[^"]*"|String::new\(\)|format!\([^)]*\)|[\w.]+(?:\([^()]*\))?)`;
    const codes = found(
      sources(/api\/(src|app|domain)\//),
      /Refusal::rule\(\s*[\w:]+,\s*"([a-z_]+)"/g,
      /\(\s*(?:Kind::\w+|state|rule),\s*"([a-z_]+)"/g,
      new RegExp(String.raw`Refusal::field\(\s*${pointer},\s*"([a-z_]+)"`, 'g'),
      new RegExp(String.raw`\.with\(\s*${pointer},\s*"([a-z_]+)",\s*[^")]*detail`, 'g'),
    );
    expect(codes.length).toBeGreaterThan(120);
    expect(missing(codes, 'rules', 'problems')).toEqual([]);
  });

  test('every reason for which a row or a file is refused has words in both languages', () => {
    const codes = [
      ...found(sources(/app\/src\/imports|domain\/src/), /Err\("([a-z_]+)"\)/g, /rejected\(\s*[\w.]+,\s*"([a-z_]+)"/g, /ok_or(?:_else)?\("([a-z_]+)"\)/g),
      ...found(sources(/(fault|id_number|phone)\.rs/), /=> "([a-z_]+)"/g),
    ];
    expect(codes.length).toBeGreaterThan(30);
    expect(missing(codes, 'import-reasons')).toEqual([]);
  });
});
