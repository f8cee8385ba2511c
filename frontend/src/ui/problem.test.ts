import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import i18next from 'i18next';
import './problem.words';
import './rules.words';
import '../features/imports/reasons.words';

const root = path.resolve(import.meta.dirname, '../../../api');
const sources = (pattern: string) =>
  globSync(pattern, { cwd: root }).filter((file) => !/tests?[./]/.test(file)).map((file) => readFileSync(path.join(root, file), 'utf8'));
const found = (texts: readonly string[], ...patterns: RegExp[]) =>
  [...new Set(texts.flatMap((text) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((hit) => hit[1] ?? ''))))].sort();
const missing = (codes: readonly string[], ...spaces: string[]) =>
  codes.filter((code) => ['zh-CN', 'en'].some((language) => !spaces.some((space) => i18next.getResource(language, space, code))));

describe('the words of the server’s codes', () => {
  test('every kind of problem has words in both languages', () => {
    const kinds = found(sources('{src/problem,domain/src/refusal}.rs'), /\("([a-z-]+)", \d{3}, "/g, /=> "([a-z-]+)"/g);
    expect(kinds.length).toBeGreaterThan(35);
    expect(missing(kinds, 'problems')).toEqual([]);
  });

  test('every rule and field that a refusal names has words in both languages', () => {
    const pointer = String.raw`(?:"[^"]*"|String::new\(\)|format!\([^)]*\)|[\w.]+(?:\([^()]*\))?)`;
    const codes = found(
      sources('{src,app/src,domain/src}/**/*.rs'),
      /Refusal::rule\(\s*[\w:]+,\s*"([a-z_]+)"/g,
      /\(\s*Kind::\w+,\s*"([a-z_]+)"/g,
      new RegExp(String.raw`Refusal::field\(\s*${pointer},\s*"([a-z_]+)"`, 'g'),
      new RegExp(String.raw`\.with\(\s*${pointer},\s*"([a-z_]+)",\s*[^")]*detail`, 'g'),
    );
    expect(codes.length).toBeGreaterThan(120);
    expect(missing(codes, 'rules', 'problems')).toEqual([]);
  });

  test('every reason for which a row or a file is refused has words in both languages', () => {
    const codes = [
      ...found(sources('{app/src/imports,domain/src}/**/*.rs'), /Err\("([a-z_]+)"\)/g, /rejected\(\s*[\w.]+,\s*"([a-z_]+)"/g, /ok_or(?:_else)?\("([a-z_]+)"\)/g),
      ...found(sources('{sheet/src/fault,domain/src/id_number,domain/src/phone}.rs'), /=> "([a-z_]+)"/g),
    ];
    expect(codes.length).toBeGreaterThan(30);
    expect(missing(codes, 'import-reasons')).toEqual([]);
  });
});
