import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** The parts of a zip file by name, as its central directory lists them. */
function parts(file: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  let at = file.readUInt32LE(file.lastIndexOf('PK\u0005\u0006') + 16);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [packed, nameLength, extra, comment, start] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)];
    const name = file.subarray(at + 46, at + 46 + nameLength).toString();
    const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
    const body = file.subarray(from, from + packed);
    found.set(name, file.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body);
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

const plain = (xml: string) => xml.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, '&');

const column = (reference: string) => [...reference.replace(/\d/g, '')].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The first sheet of a workbook, row by row, each cell as its text. */
export function sheetRows(path: string): string[][] {
  const zip = parts(readFileSync(path));
  const shared = [...(zip.get('xl/sharedStrings.xml')?.toString() ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((match) => plain(match[1] ?? ''));
  const sheet = zip.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
  return [...sheet.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map((row) => {
    const cells: string[] = [];
    for (const [, attributes = '', inside = ''] of (row[1] ?? '').matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const place = column(/r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? 'A1');
      const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1] ?? plain(inside);
      cells[place] = /t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : plain(value);
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}
