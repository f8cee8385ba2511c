import { useParams } from '@tanstack/react-router';
import { type WholePracticeSheet, determinePracticeSheet, lockPracticeSheet, publishPracticeSheet, returnPracticeSheet, reviewPracticeSheet, showPracticeSheet, submitPracticeSheet } from '@/api';
import { AllowedActions, Badge, Card, Note, Page, ProblemNote, Skeleton, Timeline, useAct, useRead, useRoles } from '@/ui';
import { Grid } from './grid';
import { SHEET_TONES } from './practice';
import { usePractice } from './practice.words';
import { ScoreTable } from './scores';

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
  return (
    <Page
      title={sheet.class_name} back={back}
      lead={<span className="row">{sheet.round_name} · {sheet.school_name}<Badge tone={SHEET_TONES[sheet.status ?? '']}>{t.code(`sheet.${sheet.status}`)}</Badge>{t('progress', { done: counts.done, rows: counts.rows, determined: counts.determined })}</span>}
      actions={<Acts sheet={sheet} />}
    >
      {sheet.return_reason && <Note tone="warn">{t('returned')}：{sheet.return_reason}</Note>}
      {counts.county_scored > 0 && !settled && <Note tone="warn">{t('countyStands', { n: counts.county_scored })}</Note>}
      {counts.unexplained > 0 && may('adjust') && <Note tone="warn">{t('silentRows', { n: counts.unexplained })}</Note>}
      {may('fill') ? <Grid key={id} sheet={sheet} /> : <ScoreTable sheet={sheet} adjusts={may('adjust')} />}
      <History sheet={sheet} />
    </Page>
  );
}

function Acts({ sheet }: { sheet: WholePracticeSheet }) {
  const t = usePractice();
  const path = { id: sheet.id };
  const act = useAct((run: () => Promise<unknown>) => run(), { done: t('moved') });
  return (
    <AllowedActions
      actions={sheet.allowed_actions} busy={act.isPending}
      drawings={{
        submit: { label: t('submit'), look: 'primary', ask: { title: t('submit'), text: t('submitAsk') }, run: () => act.mutate(() => submitPracticeSheet({ path })) },
        start_review: { label: t('start_review'), look: 'primary', run: () => act.mutate(() => reviewPracticeSheet({ path })) },
        determine: { label: t('determine'), look: 'primary', ask: { title: t('determine'), text: t('determineAsk') }, run: () => act.mutate(() => determinePracticeSheet({ path })) },
        publish: { label: t('publish'), look: 'primary', ask: { title: t('publish'), text: t('publishAsk') }, run: () => act.mutate(() => publishPracticeSheet({ path })) },
        return: { label: t('return'), look: 'danger', ask: { title: t('return'), reason: 'required' }, run: (reason) => act.mutate(() => returnPracticeSheet({ path, body: { reason } })) },
        lock: { label: t('lock'), look: 'danger', ask: { title: t('lock'), text: t('lockAsk') }, run: () => act.mutate(() => lockPracticeSheet({ path })) },
      }}
    />
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
