import type { SaveSubmissionDraft } from '@/api';

/** What was typed and has not reached the server yet. */
export interface Kept { work: string; version: number; body: SaveSubmissionDraft; at: string }

const NAME = 'tisheng-drafts';
const SHELF = 'drafts';

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
export const keep = async (draft: Kept) => (await on('readwrite', (shelf) => shelf.put(draft))) !== undefined;
export const keptOf = (work: string) => on('readonly', (shelf) => shelf.get(work) as IDBRequest<Kept | undefined>);
export const drop = (work: string) => on('readwrite', (shelf) => shelf.delete(work));
export const unsent = async () => (await on('readonly', (shelf) => shelf.count())) ?? 0;
export const forgetDrafts = () => on('readwrite', (shelf) => shelf.clear());
