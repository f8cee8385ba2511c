import type { SaveSubmissionDraft } from '@/api';

/** What was typed and has not reached the server yet. */
export interface Kept { work: string; person: string; version: number; body: SaveSubmissionDraft; at: string }

const NAME = 'tisheng-drafts';
const SHELF = 'drafts';
let owner = '';

function opened(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(SHELF, { keyPath: 'work' });
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}

async function on<T>(mode: IDBTransactionMode, run: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const base = await opened();
  if (!base) return undefined;
  return new Promise((resolve) => {
    const asked = run(base.transaction(SHELF, mode).objectStore(SHELF));
    const done = (answer: T | undefined) => { base.close(); resolve(answer); };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => done(undefined);
  });
}

/**
 * A draft waits in this browser until the server has it, so that neither a closed page nor a lost
 * network loses it. Answers whether the browser keeps it. Signing out empties the shelf.
 */
export async function keep(draft: Omit<Kept, 'person'>): Promise<boolean> {
  return owner !== '' && (await on('readwrite', (shelf) => shelf.put({ ...draft, person: owner }))) !== undefined;
}

export async function keptOf(work: string): Promise<Kept | undefined> {
  const held = await on('readonly', (shelf) => shelf.get(work) as IDBRequest<Kept | undefined>);
  return held?.person === owner ? held : undefined;
}

/** Whose shelf it is from now on. What somebody else left on this browser, without signing out, goes: nobody reads it. */
export async function ownShelf(person: string): Promise<void> {
  if (owner === person) return;
  owner = person;
  if (!(await exists())) return;
  const all = (await on('readonly', (shelf) => shelf.getAll() as IDBRequest<Kept[]>)) ?? [];
  for (const one of all) if (one.person !== person) await drop(one.work);
}

/** Whether this browser has a shelf at all; looking into it would make one. */
const exists = async () => typeof indexedDB !== 'undefined' && (await indexedDB.databases().catch(() => [])).some((one) => one.name === NAME);

export const drop = (work: string) => on('readwrite', (shelf) => shelf.delete(work));
export const unsent = async () => (await on('readonly', (shelf) => shelf.count())) ?? 0;
export const forgetDrafts = () => on('readwrite', (shelf) => shelf.clear());
