import { useParams } from '@tanstack/react-router';
import { Download, RotateCcw, Upload } from 'lucide-react';
import { useState } from 'react';
import { type Import, commitImport, save, showImport, showImportErrors, undoImport } from '@/api';
import { Badge, Button, ButtonLink, Card, CheckField, Facts, Note, Page, ProblemNote, ProgressBar, Skeleton, Stat, Steps, ask, count, moment, useAct, useRead, useUrlState } from '@/ui';
import { useImports } from './imports.words';
import { TONES } from './list';
import { useReasons } from './reasons.words';
import { ImportRows } from './rows';
import './imports.css';

export default function ShowImport() {
  const t = useImports();
  const { projectId = '', id = '' } = useParams({ strict: false }) as { projectId?: string; id?: string };
  const job = useRead(['import', id], () => showImport({ path: { id }, query: { wait: 1 } }), { every: (now) => (now?.status === 'checking' ? 400 : false) });
  const [override, setOverride] = useState(false);
  const back = { to: `/projects/${projectId}/imports`, label: t('title') };
  if (job.error) return <Page title={t('title')} back={back}><ProblemNote problem={job.error} /></Page>;
  if (!job.data) return <Page title={t('title')} back={back}><Skeleton tall /></Page>;
  const { status, kind, file_name, progress, counts } = job.data;
  const at = { checking: 1, refused: 1, failed: 1, checked: 2, committed: 4, undone: 4 }[status];
  return (
    <Page
      title={file_name} back={back}
      lead={<span className="row">{t.code(`kind.${kind}`)}<Badge tone={TONES[status]}>{t.code(`status.${status}`)}</Badge></span>}
      actions={<Acts job={job.data} projectId={projectId} override={override} />}
    >
      <Steps steps={[t('step1'), t('step2'), t('step3'), t('step4')]} at={at} />
      {status === 'checking' && (
        <Card><ProgressBar label={t('checking')} parts={[{ label: t('progress'), value: progress.done }]} target={Math.max(progress.total, progress.done)} note={t('checkingHint')} /></Card>
      )}
      <Refused job={job.data} />
      {(at >= 2 || counts.rows > 0) && status !== 'checking' && <Counts job={job.data} />}
      {status === 'checked' && counts.created + counts.updated + counts.held === 0 && counts.rejected === 0 && <Note tone="good">{t('nothing')}</Note>}
      {status === 'checked' && counts.held > 0 && <Held n={counts.held} override={override} onOverride={setOverride} />}
      {status === 'checked' && job.data.needs_confirmation && <Note tone="warn">{t('threshold', { n: count(counts.updated) })}</Note>}
      {status === 'checked' && needsAnother(job.data) && <Note tone="warn">{t('secondPerson')}</Note>}
      {status !== 'checking' && counts.rows + counts.skipped > 0 && <ImportRows id={id} />}
    </Page>
  );
}

/** Online results take two: whoever uploaded the file does not commit it. */
const needsAnother = (job: Import) => job.allowed_actions.some((one) => one.action === 'commit' && one.blocked_by === 'second_person_required');

function Refused({ job }: { job: Import }) {
  const t = useImports();
  const reason = useReasons();
  if (!job.problem) return null;
  return <Note tone="bad"><span className="strong">{t('whyRefused')}</span><br />{reason.code(job.problem.code, job.problem.detail)}</Note>;
}

function Counts({ job }: { job: Import }) {
  const t = useImports();
  const { counts } = job;
  return (
    <Card>
      <div className="stack">
        <div className="import-counts">
          <Stat label={t('rows')} value={count(counts.rows)} />
          <Stat label={t('created')} value={count(counts.created)} />
          <Stat label={t('updated')} value={count(counts.updated)} />
          <Stat label={t('unchanged')} value={count(counts.unchanged)} />
          <Stat label={t('rejected')} value={count(counts.rejected)} />
          <Stat label={t('warned')} value={count(counts.warned)} />
          {counts.held > 0 && <Stat label={t('held')} value={count(counts.held)} />}
          <Stat label={t('skipped')} value={count(counts.skipped)} />
        </div>
        <Facts items={[[t('checkedAt'), moment(job.checked_at)], job.committed_at !== null && [t('committedAt'), moment(job.committed_at)], job.undone_at !== null && [t('undoneAt'), moment(job.undone_at)]]} />
      </div>
    </Card>
  );
}

/** What people changed by hand stays, unless whoever commits says otherwise. */
function Held({ n, override, onOverride }: { n: number; override: boolean; onOverride: (on: boolean) => void }) {
  const t = useImports();
  const [search, setSearch] = useUrlState();
  return (
    <Note tone="warn">
      <p>{t('heldNote', { n: count(n) })}</p>
      {search.verdict !== 'held' && <div><Button size="small" onClick={() => setSearch({ verdict: 'held' })}>{t('showHeld')}</Button></div>}
      <CheckField label={t('override')} hint={t('overrideHint')} checked={override} onChange={(event) => onOverride(event.target.checked)} />
    </Note>
  );
}

function Acts({ job, projectId, override }: { job: Import; projectId: string; override: boolean }) {
  const t = useImports();
  const path = { id: job.id };
  const commit = useAct(() => commitImport({ path, query: { confirm_threshold: job.needs_confirmation, override_edits: override } }), { done: t('committed') });
  const undo = useAct(() => undoImport({ path }), { done: t('undone') });
  const errors = useAct(async () => save((await showImportErrors({ path, parseAs: 'blob' })) as Blob, `${job.file_name.replace(/\.[^.]*$/, '')}-错误原因.xlsx`));
  const writes = job.counts.created + job.counts.updated + (override ? job.counts.held : 0);
  const askCommit = async () => {
    const doubts = [job.counts.rejected > 0 && t('commitAsk', { n: count(job.counts.rejected) }), override && t('overrideAsk', { n: count(job.counts.held) }), job.needs_confirmation && t('thresholdAsk', { n: count(job.counts.updated) })].filter(Boolean);
    const sure = doubts.length === 0 || (await ask({ title: t('commit', { n: count(job.counts.ok) }), text: doubts.join('\n'), action: t('commitNow'), danger: job.needs_confirmation || override }));
    if (sure) commit.mutate(undefined);
  };
  const askUndo = async () => {
    if (await ask({ title: t('undo'), text: t('undoAsk'), action: t('undo'), danger: true })) undo.mutate(undefined);
  };
  return (
    <>
      {job.counts.rejected > 0 && <Button icon={Download} busy={errors.isPending} onClick={() => errors.mutate(undefined)}>{t('errorBook')}</Button>}
      {job.status === 'checked' && writes > 0 && !needsAnother(job) && <Button look="primary" busy={commit.isPending} onClick={() => void askCommit()}>{t('commit', { n: count(job.counts.ok) })}</Button>}
      {job.status === 'committed' && <Button look="danger" icon={RotateCcw} busy={undo.isPending} onClick={() => void askUndo()}>{t('undo')}</Button>}
      {job.status !== 'checking' && job.status !== 'checked' && <ButtonLink to={`/projects/${projectId}/imports/new`} search={{ kind: job.kind }} icon={Upload}>{t('again')}</ButtonLink>}
    </>
  );
}
