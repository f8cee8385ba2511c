import { useRead } from './data';
import type { PageOf } from './data';

/** Somebody to choose from a list. */
export interface Pickable {
  id: string;
  name: string;
  /** Code of the subject. */
  subject?: string | null;
  school?: string | null;
  /** What else helps to tell people apart: a number, what waits for them. */
  note?: string;
}

const order = new Intl.Collator('zh-CN');

export const byName = (a: Pickable, b: Pickable) => order.compare(a.name, b.name) || order.compare(a.note ?? '', b.note ?? '');

/** Those whose name, school, subject or note holds each of the words typed. */
export function findPeople(people: readonly Pickable[], text: string, subject: (code: string) => string): readonly Pickable[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return people;
  return people.filter((one) => {
    const all = [one.name, one.school, one.note, one.subject && subject(one.subject)].filter(Boolean).join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** Pages of a list of people that are read at most, of two hundred each. */
const PAGES = 10;

/** All people of a list, page after page, to choose from. */
export function useEverybody<T>(key: readonly unknown[], read: (cursor: string | undefined) => Promise<PageOf<T>>) {
  return useRead([...key, 'everybody'], async () => {
    const all: T[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const found = await read(cursor);
      all.push(...found.items);
      cursor = found.next_cursor ?? undefined;
      if (!cursor) break;
    }
    return all;
  });
}
