import { useSyncExternalStore } from 'react';

/** What lies over the page: short notices, questions before what cannot be undone, the password. */
export interface Toast { id: number; text: string; tone?: 'bad'; action?: { label: string; run: () => void } }
export interface Question {
  title: string;
  text?: string;
  /** What the button says: the act itself, never just “OK”. */
  action: string;
  danger?: boolean;
  /** Asks for a reason in words, which the person concerned reads. */
  reason?: 'required' | 'optional';
}

interface Shown {
  toasts: Toast[];
  question?: Question & { answer: (given: { reason: string } | undefined) => void };
  password?: { answer: (given: boolean) => void };
}

let shown: Shown = { toasts: [] };
let next = 1;
const listeners = new Set<() => void>();

function show(change: Partial<Shown>) {
  shown = { ...shown, ...change };
  for (const listener of listeners) listener();
}

export function useOverlays(): Shown {
  return useSyncExternalStore(
    (listener) => { listeners.add(listener); return () => listeners.delete(listener); },
    () => shown,
  );
}

export function dismiss(id: number) {
  show({ toasts: shown.toasts.filter((one) => one.id !== id) });
}

/** A short notice; with an action it stays long enough to be used (undo). */
export function toast(text: string, more: Omit<Toast, 'id' | 'text'> = {}) {
  const id = next++;
  show({ toasts: [...shown.toasts.slice(-1), { id, text, ...more }] });
  setTimeout(() => dismiss(id), more.action ? 10_000 : more.tone ? 8_000 : 4_000);
}

/** Asks before what cannot be undone; answers the reason (perhaps empty), or nothing when cancelled. */
export function ask(question: Question): Promise<{ reason: string } | undefined> {
  return new Promise((resolve) => {
    show({ question: { ...question, answer: (given) => { show({ question: undefined }); resolve(given); } } });
  });
}

/** Asks for the password again; answers whether it was right. */
export function askPassword(): Promise<boolean> {
  return new Promise((resolve) => {
    show({ password: { answer: (given) => { show({ password: undefined }); resolve(given); } } });
  });
}
