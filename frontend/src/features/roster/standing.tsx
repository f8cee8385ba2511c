import type { EnrollmentStatus } from '@/api';
import { Badge, type Tone, useLabel } from '@/ui';
import { useRoster } from './roster.words';

/** States of a place that say more than whether somebody has signed in: the county decided them. */
export const DECIDED = ['completed', 'make_up', 'deferred', 'exempted', 'withdrawn', 'transferred'] as const satisfies readonly EnrollmentStatus[];
const TONES: Record<string, Tone> = { completed: 'good', make_up: 'warn', deferred: 'warn', withdrawn: 'bad' };

interface Place { status: EnrollmentStatus; activated_at: string | null }

/** In one word where somebody stands: what was decided about the place, else whether they take part. */
export function useStanding() {
  const t = useRoster();
  const label = useLabel();
  return ({ status, activated_at }: Place) => ((DECIDED as readonly string[]).includes(status) ? label('enrollment', status) : t(activated_at ? 'yes' : 'no'));
}

export function Standing({ of }: { of: Place }) {
  const say = useStanding();
  const tone = (DECIDED as readonly string[]).includes(of.status) ? TONES[of.status] : of.activated_at ? 'good' : 'warn';
  return <Badge tone={tone}>{say(of)}</Badge>;
}

/** What the filter's choice asks of the server. */
export const wanted = (choice: string | undefined) => ({
  activated: choice === 'joined' ? true : choice === 'waiting' ? false : undefined,
  status: DECIDED.find((one) => one === choice),
});
