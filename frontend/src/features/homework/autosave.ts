import { useEffect, useMemo, useState } from 'react';
import { ApiProblem, type SaveSubmissionDraft, saveSubmissionDraft } from '@/api';

export type SaveState = 'clean' | 'dirty' | 'saving' | 'failed' | 'conflict';

const PAUSE = 1500;
const RETRY = 5000;

/** Saves one draft shortly after the writing stops, one save at a time. */
class Saver {
  private pending: SaveSubmissionDraft | undefined;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly id: string, private readonly tell: (state: SaveState) => void) {}

  get isBusy() {
    return this.pending !== undefined || this.running !== undefined;
  }

  change(body: SaveSubmissionDraft) {
    this.pending = body;
    this.tell('dirty');
    this.later(PAUSE);
  }

  /** Saves what waits, at once; what the server refuses is thrown. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    const body = this.pending;
    if (!body) return;
    this.pending = undefined;
    this.tell('saving');
    this.running = this.send(body).finally(() => { this.running = undefined; });
    await this.running;
  }

  private later(pause: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save().catch(() => undefined), pause);
  }

  private async send(body: SaveSubmissionDraft) {
    try {
      await saveSubmissionDraft({ path: { id: this.id }, body, headers: undefined as never });
      this.tell(this.pending ? 'dirty' : 'clean');
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      this.tell(failure.status === 412 ? 'conflict' : 'failed');
      // A lost connection or a busy server: the text waits and is sent again.
      if (failure.status !== 0 && failure.status < 500) throw failure;
      this.pending ??= body;
      this.later(RETRY);
    }
  }
}

/** Saves a draft as it is written; a draft that somebody else changed is left alone. */
export function useAutosave(id: string) {
  const [state, setState] = useState<SaveState>('clean');
  const [savedAt, setSavedAt] = useState<string>();
  const saver = useMemo(() => new Saver(id, (next) => {
    setState(next);
    if (next === 'clean') setSavedAt(new Date().toISOString());
  }), [id]);

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (saver.isBusy) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      void saver.save().catch(() => undefined);
    };
  }, [saver]);

  return { state, savedAt, change: (body: SaveSubmissionDraft) => saver.change(body), save: () => saver.save() };
}
