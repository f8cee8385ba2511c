import { type QualificationRun, finaliseQualificationRun, publishQualificationRun } from '@/api';
import { AllowedActions, Badge, Note, count, day, roleOf, toast, useAct, useMe, useProblemText } from '@/ui';
import { isLacking, useLacking } from './lacking';
import { useQualifications } from './qualifications.words';

/** Whose step comes next after each state, and which one. */
const NEXT = { provisional: { action: 'publish', role: 'county_admin' }, published: { action: 'finalise', role: 'project_team' } } as const;

const nextOf = (run: QualificationRun) => (run.status === 'provisional' || run.status === 'published' ? NEXT[run.status] : undefined);

/** What can be done with a run. Before it is done the reader hears who fails for want of a mark, and what is newer. */
export function RunActs({ run, newest }: { run: QualificationRun; /** The project's newest run. */ newest?: QualificationRun }) {
  const t = useQualifications();
  const lacking = useLacking();
  const path = { id: run.id };
  const act = useAct((send: () => Promise<unknown>) => send());
  const send = (what: 'published' | 'finalised', run_: () => Promise<unknown>) => act.mutate(run_, { onSuccess: () => toast(t(`told.${what}`, { n: run.number })) });

  const { missing, awaiting } = run.figures;
  const marks = (later: string) => (!missing ? [] : isLacking(missing) ? [...lacking(missing), awaiting > 0 ? t('awaiting', { n: count(awaiting) }) : '', t('lackMeans'), later] : [t('noneLacks')]);
  const newer = newest && newest.number > run.number && newest.status === 'provisional' ? t('newerWaits', { n: newest.number }) : '';
  const text = (...lines: string[]) => lines.filter(Boolean).join('\n');
  return (
    <AllowedActions actions={run.allowed_actions} busy={act.isPending} size="small" drawings={{
      publish: { label: t('publish'), look: 'primary', ask: { title: t('publishRun', { n: run.number }), text: text(t('publishAsk'), newer, ...marks(t('publishLater'))) }, run: () => send('published', () => publishQualificationRun({ path })) },
      finalise: { label: t('finalise'), look: 'danger', ask: { title: t('finaliseRun', { n: run.number }), text: text(t('finaliseAsk'), newer, ...marks(t('finaliseLater'))) }, run: () => send('finalised', () => finaliseQualificationRun({ path })) },
    }} />
  );
}

/** What comes next for a run: by the reader, or by whom and why not by the reader. */
export function NextStep({ run, newest }: { run: QualificationRun; newest?: QualificationRun }) {
  const t = useQualifications();
  const text = useProblemText();
  const me = useMe().data;
  const step = nextOf(run);
  if (!step) return run.status === 'final' ? <p className="small muted">{t('next.final')}</p> : run.status === 'superseded' ? <p className="small muted">{t('next.superseded')}</p> : null;
  const found = run.allowed_actions.find((one) => one.action === step.action);
  const role = me && roleOf(me).role;
  const said = found?.allowed ? t(`next.${step.action}.mine`) : t(`next.${step.action}.theirs`);
  // A colleague of the same role can do it: then the reason concerns oneself.
  const why = !found?.allowed && role === step.role && found?.blocked_by ? text.one(found.blocked_by) : '';
  return (
    <Note tone={found?.allowed ? 'warn' : 'info'}>
      <span className="strong">{t('next')}</span>：{said}{why && ` ${why}`}{run.final_from && ` ${t('finalFrom', { day: day(run.final_from) })}`}{newest && newest.number > run.number && newest.status === 'provisional' && ` ${t('newerWaits', { n: newest.number })}`}
    </Note>
  );
}

/** The state of a run in a word. */
export function RunStatus({ run }: { run: QualificationRun }) {
  const t = useQualifications();
  return run.status && <Badge tone={run.status === 'superseded' ? 'plain' : run.status === 'provisional' ? 'info' : 'good'}>{t(`status.${run.status}`)}</Badge>;
}
