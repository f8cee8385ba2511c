import { useNavigate, useParams } from '@tanstack/react-router';
import { CloudCheck, CloudOff, HardDrive, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { type SaveSubmissionDraft, type Submission, ifMatch, removeSubmissionDraft, showSubmission, showSubmissionVersion, submitHomework } from '@/api';
import { Button, ButtonLink, Card, CheckField, Empty, Note, Page, ProblemNote, SelectField, Skeleton, TextArea, TextField, ask, day, moment, toast, useAct, useRead } from '@/ui';
import { useAutosave } from './autosave';
import { Brief, useTask } from './brief';
import { Files } from './files';
import { useHomework } from './homework.words';
import { type Kept, drop, keptOf } from './kept';
import { Receipt } from './receipt';
import { isWritable } from './writable';
import './homework.css';

const KINDS = ['lesson_plan', 'micro_lesson', 'lesson_diagnosis', 'courseware', 'other'] as const;

/** Writing a work: it saves itself; handing it in gives a receipt. */
export default function Write() {
  const t = useHomework();
  const { submissionId = '' } = useParams({ strict: false }) as { submissionId?: string };
  const work = useRead(['submission', submissionId, 'draft'], () => readForWriting(submissionId));
  // Begun once from what the server has now; what is read again later does not disturb the writer.
  const [begun, setBegun] = useState<Begun>();
  if (!begun && work.data && work.isFetchedAfterMount) setBegun(work.data);
  if (!begun && work.error) return <Page title={t('mine')}><ProblemNote problem={work.error} /></Page>;
  if (!begun) return <Page title={t('mine')}><Skeleton lines={8} /></Page>;
  const { work: found } = begun;
  if (!isWritable(found)) {
    return (
      <Page title={found.title || t('mine')} back={{ to: '/homework', label: t('mine') }} width="narrow">
        <Card><Empty title={t('notWritable')} action={<ButtonLink look="primary" to={`/submissions/${found.id}`}>{t('see')}</ButtonLink>}>{t('notWritableHint')}</Empty></Card>
      </Page>
    );
  }
  return <Editor key={submissionId} {...begun} />;
}

interface Begun { work: Submission; start: SaveSubmissionDraft; kept?: Kept }

/** The draft as the server has it; without one the last version, to be written on. */
async function readForWriting(id: string): Promise<Begun> {
  const work = await showSubmission({ path: { id } });
  const held = await keptOf(id);
  const last = !work.draft && work.latest_version > 0 ? await showSubmissionVersion({ path: { id, number: work.latest_version } }) : undefined;
  const start: SaveSubmissionDraft = {
    title: work.draft?.title ?? last?.title ?? work.title, body: work.draft?.body ?? last?.body ?? '',
    attachment_ids: work.draft?.attachment_ids ?? last?.attachments.map((one) => one.id) ?? [],
    contributors: (work.draft?.contributors ?? []).map(({ person_id, credit }) => ({ person_id, credit })), kind: work.kind as SaveSubmissionDraft['kind'],
  };
  return { work, start, kept: held };
}

function Editor({ work, start, kept }: Begun) {
  const t = useHomework();
  const go = useNavigate();
  const saving = useAutosave(work.id, work.version);
  const [draft, setDraft] = useState(start);
  const [found, setFound] = useState(kept);
  const [original, setOriginal] = useState(false);
  const [receipt, setReceipt] = useState<{ number: number; received_at: string; sha256: string }>();
  const change = (part: Partial<SaveSubmissionDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    saving.change(next);
  };
  const submit = useAct(async () => {
    // A version begun from the last one is a draft only once it is saved.
    if (!work.draft) saving.change(draft);
    await saving.save();
    return submitHomework({ path: { id: work.id }, body: { originality_confirmed: original } });
  }, { done: (given) => { void saving.stop(); setReceipt(given); } });
  const discard = async () => {
    if (!(await ask({ title: t('throwAway'), text: t('throwAwayAsk'), action: t('throwAway'), danger: true }))) return;
    await saving.save().catch(() => undefined);
    await removeSubmissionDraft({ path: { id: work.id }, headers: ifMatch(saving.version()) });
    await saving.stop();
    toast(t('thrown'));
    void go({ to: '/homework' });
  };
  const task = useTask(work);
  const last = work.reviews.at(-1);
  const round = work.polishing_rounds.find((one) => one.closed_at === null);
  return (
    <Page title={draft.title || task?.title || t('mine')} back={{ to: '/homework', label: t('mine') }} width="narrow" actions={<Saved saving={saving} />}>
      <Brief work={work} />
      {work.status === 'returned' && last && <Note tone="warn"><p className="prewrap">{last.comment}</p></Note>}
      {round && <Note><p className="strong">{t('task')}{round.due_on && ` · ${t('due', { at: day(round.due_on) })}`}</p><p className="prewrap">{round.task}</p></Note>}
      {saving.state === 'conflict' && <Note tone="bad"><p>{t('conflict')}</p><Button size="small" onClick={() => location.reload()}>{t('conflictHint')}</Button></Note>}
      {found && (
        <Note tone="warn">
          <p>{t('keptHere', { at: moment(found.at) })}{found.version !== work.version && ` ${t('keptOlder')}`}</p>
          <div className="row">
            <Button size="small" look="primary" onClick={() => { change(found.body); setFound(undefined); }}>{t('keptUse')}</Button>
            <Button size="small" onClick={() => { void drop(work.id); setFound(undefined); }}>{t('keptDrop')}</Button>
          </div>
        </Note>
      )}
      <Card>
        <div className="stack">
          <TextField label={t('title')} value={draft.title} maxLength={200} required onChange={(event) => change({ title: event.target.value })} />
          <SelectField label={t('kind')} value={draft.kind ?? 'other'} choices={KINDS.map((value) => ({ value, label: t.code(`kind.${value}`) }))} onChange={(event) => change({ kind: event.target.value as SaveSubmissionDraft['kind'] })} />
          <TextArea label={t('body')} hint={t('bodyHint')} rows={16} value={draft.body} maxLength={200_000} onChange={(event) => change({ body: event.target.value })} />
          <Files projectId={work.project_id} ids={draft.attachment_ids ?? []} onChange={(attachment_ids) => change({ attachment_ids })} />
        </div>
      </Card>
      <Card>
        <div className="stack">
          <CheckField label={t('original')} checked={original} onChange={(event) => setOriginal(event.target.checked)} />
          <div className="row-apart">
            <Button look="danger" onClick={() => void discard()}>{t('throwAway')}</Button>
            <Button look="primary" busy={submit.isPending} disabled={!original} onClick={() => submit.mutate(undefined)}>{t('submit')}</Button>
          </div>
        </div>
      </Card>
      {receipt && (
        <Receipt
          of={{ id: work.id, title: draft.title, author: work.author_name, school: work.school_name, number: receipt.number, at: receipt.received_at, sha256: receipt.sha256 }}
          closing={t('see')} onClose={() => void go({ to: `/submissions/${work.id}` })}
        />
      )}
    </Page>
  );
}

/** Says honestly where the text is: on the server, only in this browser, or only on the screen. */
function Saved({ saving }: { saving: ReturnType<typeof useAutosave> }) {
  const t = useHomework();
  const { state, savedAt } = saving;
  const Icon = { clean: CloudCheck, saving: RotateCw, kept: HardDrive, unkept: CloudOff, offline: CloudOff, refused: CloudOff, conflict: CloudOff }[state];
  const said = {
    clean: savedAt ? t('savedAt', { at: moment(savedAt) }) : '', kept: t('keptState'), unkept: t('unsaved'), saving: t('saving'), offline: t('offlineState'), refused: t('refusedState'), conflict: t('conflict'),
  }[state];
  return said && <span className="row small muted" role="status"><Icon size={16} aria-hidden="true" />{said}</span>;
}
