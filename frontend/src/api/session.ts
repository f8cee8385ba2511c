import type { Session } from './gen/types.gen';

/**
 * Who is signed in. The access token lives in this module's memory only; the refresh token in an
 * HttpOnly cookie that no script can read.
 */
let current: { token: string; expiresAt: number; id: string } | undefined;
let status: 'unknown' | 'in' | 'out' = 'unknown';
const listeners = new Set<() => void>();

/** Only says that asking for a renewal is worth it; spares visitors a refused request. */
const MARK = 'tisheng.signed-in';
const mark = {
  read: () => {
    try {
      return localStorage.getItem(MARK) !== null;
    } catch {
      return true;
    }
  },
  write: (on: boolean) => {
    try {
      if (on) localStorage.setItem(MARK, '1');
      else localStorage.removeItem(MARK);
    } catch {
      // A browser that keeps nothing signs in anew.
    }
  },
};

export const session = {
  status: () => status,
  token: () => current?.token,
  id: () => current?.id,
  /** Whether the token runs out within half a minute. */
  isStale: () => current !== undefined && current.expiresAt - Date.now() < 30_000,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  begin(opened: Session) {
    current = { token: opened.access_token, expiresAt: Date.parse(opened.expires_at), id: opened.session_id };
    set('in');
  },
  end() {
    current = undefined;
    set('out');
  },
  mayRenew: mark.read,
};

function set(next: typeof status) {
  mark.write(next === 'in');
  if (status === next) return;
  status = next;
  for (const listener of listeners) listener();
}

let renewing: Promise<boolean> | undefined;

/** One renewal at a time, also among the tabs of one browser: a refresh token works once. */
export function once(renew: () => Promise<boolean>): Promise<boolean> {
  const run = async () =>
    navigator.locks ? ((await navigator.locks.request('tisheng-renewal', renew)) as boolean) : renew();
  renewing ??= run().finally(() => {
    renewing = undefined;
  });
  return renewing;
}
