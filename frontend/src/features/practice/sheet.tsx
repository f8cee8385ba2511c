import { useParams } from '@tanstack/react-router';
import { type WholePracticeSheet, determinePracticeSheet, lockPracticeSheet, publishPracticeSheet, returnPracticeSheet, reviewPracticeSheet, showPracticeSheet, submitPracticeSheet } from '@/api';
import { AllowedActions, Badge, Button, Card, Note, Page, ProblemNote, Skeleton, Timeline, toast, useAct, useRead, useRoles } from '@/ui';
import { Grid } from './grid';
import { SHEET_TONES } from './practice';
import { usePractice } from './practice.words';
import { ScoreTable } from './scores';

type Step = 'submit' | 'start_review' | 'determine' | 'publish' | 'return' | 'lock';

export default function Sheet() {
  const t = usePractice();
  const { projectId = '', id = '' } = useParams({ strict: false }) as { projectId?: string; id?: string };
  const found = useRead(['practice-sheet', id], () => showPracticeSheet({ path: { id } }));
  const back = { to: `/projects/${projectId}/practice`, label: t('title') };
  if (found.error) return <Page title={t('title')} back={back}><ProblemNote problem={found.error} /></Page>;
  const sheet = found.data;
  if (!sheet) return <Page title={t('title')} back={back}><Skeleton tall /></Page>;
  const { counts } = sheet;
  const settled = ['county_determined', 'published', 'appeal_window', 'locked'].includes(sheet.status ?? '');
  const may = (action: string) => sheet.allowed_actions.some((one) => one.action === action && one.allowed);
  const waits = may('fill') && !may('submit');
  return (
    <Page
      title={sheet.class_name} back={back}
      lead={<span className="row">{sheet.round_name} · {sheet.school_name}<Badge tone={SHEET_TONES[sheet.status ?? '']}>{t.code(`sheet.${sheet.status}`)}</Badge>{t('progress', { done: counts.done, rows: counts.rows, determined: counts.determined })}</span>}
      actions={<Acts sheet={sheet} waits={waits} />}
    >
      {sheet.return_reason && <Note tone="warn">{t('returned')}：{sheet.return_reason}</Note>}
      {counts.county_scored > 0 && !settled && <Note tone="warn">{t('countyStands', { n: counts.county_scored })}</Note>}
      {counts.unexplained > 0 && may('adjust') && <Note tone="warn">{t('silentRows', { n: counts.unexplained })}</Note>}
      {may('fill') ? <Grid key={id} sheet={sheet} waits={waits} /> : <ScoreTable sheet={sheet} adjusts={may('adjust')} />}
      <History sheet={sheet} />
    </Page>
  );
}

function Acts({ sheet, waits }: { sheet: WholePracticeSheet; waits: boolean }) {
  const t = usePractice();
  const path = { id: sheet.id };
  const act = useAct((run: () => Promise<unknown>) => run());
  const send = (what: Step, run: () => Promise<unknown>) => act.mutate(run, { onSuccess: () => toast(t(`moved.sheet.${what}`, { name: sheet.class_name })) });
  return (
    <>
      <AllowedActions
        actions={waits ? sheet.allowed_actions.filter((one) => one.action !== 'submit') : sheet.allowed_actions} busy={act.isPending}
        drawings={{
          submit: { label: t('submit'), look: 'primary', ask: { title: t('submit'), text: t('submitAsk') }, run: () => send('submit', () => submitPracticeSheet({ path })) },
          start_review: { label: t('start_review'), look: 'primary', run: () => send('start_review', () => reviewPracticeSheet({ path })) },
          determine: { label: t('determine'), look: 'primary', ask: { title: t('determine'), text: t('determineAsk') }, run: () => send('determine', () => determinePracticeSheet({ path })) },
          publish: { label: t('publish'), look: 'primary', ask: { title: t('publish'), text: t('publishAsk') }, run: () => send('publish', () => publishPracticeSheet({ path })) },
          return: { label: t('return'), look: 'danger', ask: { title: t('return'), reason: 'required' }, run: (reason) => send('return', () => returnPracticeSheet({ path, body: { reason } })) },
          lock: { label: t('lock'), look: 'danger', ask: { title: t('lock'), text: t('lockAsk') }, run: () => send('lock', () => lockPracticeSheet({ path })) },
        }}
      />
      {/* Not yet possible: it is there all the same, and the sheet says what is missing. */}
      {waits && <Button look="primary" disabled aria-describedby="practice-missing">{t('submit')}</Button>}
    </>
  );
}

function History({ sheet }: { sheet: WholePracticeSheet }) {
  const t = usePractice();
  const role = useRoles();
  if (sheet.history.length === 0) return null;
  return (
    <Card title={t('history')}>
      <Timeline
        entries={sheet.history.map((step) => ({
          id: step.at + step.action, at: step.at, title: t.code(`act.${step.action}`), by: [step.actor_name, role.code(step.role, '')].filter(Boolean).join(' · '), text: step.reason, tone: step.action === 'return' ? 'bad' as const : undefined,
        }))}
      />
    </Card>
  );
}
