import { useEffect, useState } from 'react';
import { ApiProblem, type SaveSubmissionDraft, ifMatch, saveSubmissionDraft } from '@/api';
import { drop, keep } from './kept';

/** `kept`: in this browser, on its way to the server. `unkept`: nowhere but on the screen. */
export type SaveState = 'clean' | 'kept' | 'unkept' | 'saving' | 'offline' | 'refused' | 'conflict';

const PAUSE = 1500;
const RETRY = 5000;

/** Saves one draft shortly after the writing stops, one save at a time. */
class Saver {
  private pending: SaveSubmissionDraft | undefined;
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly id: string, public version: number, private readonly tell: (state: SaveState) => void) {}

  get isBusy() {
    return this.pending !== undefined || this.running !== undefined;
  }

  change(body: SaveSubmissionDraft) {
    this.pending = body;
    void keep({ work: this.id, version: this.version, body, at: new Date().toISOString() }).then((held) => {
      if (this.pending === body) this.tell(held ? 'kept' : 'unkept');
    });
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

  /** Stops: the draft is handed in or thrown away. */
  async stop() {
    clearTimeout(this.timer);
    this.pending = undefined;
    await drop(this.id);
  }

  private later(pause: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save().catch(() => undefined), pause);
  }

  private async send(body: SaveSubmissionDraft) {
    try {
      this.version = (await saveSubmissionDraft({ path: { id: this.id }, body, headers: ifMatch(this.version) })).version;
      if (this.pending) return;
      await drop(this.id);
      this.tell('clean');
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      // A lost connection or a busy server: the text waits and is sent again.
      const passing = failure.status === 0 || failure.status === 429 || failure.status >= 500;
      this.tell(failure.status === 412 ? 'conflict' : passing ? 'offline' : 'refused');
      this.pending ??= body;
      if (!passing) throw failure;
      this.later(RETRY);
    }
  }
}

/** Saves a draft as it is written; a draft that somebody else changed is left alone. */
export function useAutosave(id: string, version: number) {
  const [state, setState] = useState<SaveState>('clean');
  const [savedAt, setSavedAt] = useState<string>();
  // One saver for the page: the version is where its writer began, later ones are the saver's own.
  const [saver] = useState(() => new Saver(id, version, (next) => {
    setState(next);
    if (next === 'clean') setSavedAt(new Date().toISOString());
  }));

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (saver.isBusy) event.preventDefault();
    };
    const back = () => void saver.save().catch(() => undefined);
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('online', back);
      void saver.save().catch(() => undefined);
    };
  }, [saver]);

  return { state, savedAt, change: (body: SaveSubmissionDraft) => saver.change(body), save: () => saver.save(), stop: () => saver.stop(), version: () => saver.version };
}
