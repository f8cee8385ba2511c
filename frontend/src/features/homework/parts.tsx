import type { Submission } from '@/api';
import { Badge, Card, Note, Timeline, day } from '@/ui';
import { useHomework } from './homework.words';

/** The number of a work in the ledger of recommended works (R12): the end of its id. */
export const numberOf = (id: string) => id.split('-').at(-1) ?? id;

const CLIMBS = ['recommend', 'push', 'recommend_regionally'];

/** Why a work that could climb does not: the quota of its unit is used up. */
export function QuotaNote({ work }: { work: Submission }) {
  const t = useHomework();
  const stuck = work.allowed_actions.some((one) => CLIMBS.includes(one.action) && one.blocked_by === 'quota_used_up');
  if (!stuck || !work.quota) return null;
  return <Note tone="warn">{t(`quotaUsed.${work.quota.step as 'workshop'}`)}{t('quotaText', { ...work.quota })}{t('quotaWay')}</Note>;
}

/** What the school asked of those who polish the work. */
export function Polishing({ work }: { work: Submission }) {
  const t = useHomework();
  if (work.polishing_rounds.length === 0) return null;
  return (
    <Card title={t('polishing')}>
      <Timeline entries={work.polishing_rounds.map((one) => ({
        id: one.id, at: one.created_at, tone: one.closed_at ? 'muted' as const : undefined, text: one.task,
        title: <span className="row">{t('round', { n: one.number })}<Badge tone={one.closed_at ? 'plain' : 'info'}>{one.closed_at ? t('roundClosed') : t('roundOpen')}</Badge></span>,
        by: [t('people', { n: one.team.length }), one.due_on && t('due', { at: day(one.due_on) })].filter(Boolean).join(' · '),
      }))} />
    </Card>
  );
}

/** How far the experts are, for those who called them. */
export function Experts({ work }: { work: Submission }) {
  const t = useHomework();
  if (work.expert_assignments.length === 0) return null;
  return (
    <Card title={t('experts')}>
      <Timeline entries={work.expert_assignments.map((one) => ({
        id: one.id, at: one.reviewed_at ?? one.assigned_at, by: one.reviewed_at ? undefined : t('assign'), text: one.comment,
        title: <span className="row">{one.expert_name ?? t('experts')}<Badge tone={one.status === 'done' ? 'good' : 'info'}>{one.status === 'done' ? `${t('marked')} ${one.score ?? ''}` : t('assigned')}</Badge></span>,
      }))} />
    </Card>
  );
}
