import { useNavigate, useParams } from '@tanstack/react-router';
import { CloudCheck, CloudOff, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { type SaveSubmissionDraft, type Submission, removeSubmissionDraft, showSubmission, submitHomework } from '@/api';
import { Button, Card, CheckField, Dialog, Note, Page, ProblemNote, SelectField, Skeleton, TextArea, TextField, ask, moment, toast, useAct, useRead } from '@/ui';
import { useAutosave } from './autosave';
import { Files } from './files';
import { useHomework } from './homework.words';
import './homework.css';

const KINDS = ['lesson_plan', 'micro_lesson', 'lesson_diagnosis', 'courseware', 'other'] as const;

/** Writing a work: it saves itself; handing it in gives a receipt. */
export default function Write() {
  const t = useHomework();
  const { submissionId = '' } = useParams({ strict: false }) as { submissionId?: string };
  const work = useRead(['submission', submissionId, 'draft'], () => showSubmission({ path: { id: submissionId } }));
  if (work.error) return <Page title={t('mine')}><ProblemNote problem={work.error} /></Page>;
  if (!work.data) return <Page title={t('mine')}><Skeleton lines={8} /></Page>;
  return <Editor key={submissionId} work={work.data} />;
}

function Editor({ work }: { work: Submission }) {
  const t = useHomework();
  const go = useNavigate();
  const saving = useAutosave(work.id);
  const [draft, setDraft] = useState<SaveSubmissionDraft>({
    title: work.draft?.title ?? work.title, body: work.draft?.body ?? '', attachment_ids: work.draft?.attachment_ids ?? [],
    contributors: (work.draft?.contributors ?? []).map(({ person_id, credit }) => ({ person_id, credit })), kind: work.kind as SaveSubmissionDraft['kind'],
  });
  const [original, setOriginal] = useState(false);
  const [receipt, setReceipt] = useState<{ number: number; received_at: string; sha256: string }>();
  const change = (part: Partial<SaveSubmissionDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    saving.change(next);
  };
  const submit = useAct(async () => {
    await saving.save();
    return submitHomework({ path: { id: work.id }, body: { originality_confirmed: original } });
  }, { done: setReceipt });
  const discard = async () => {
    if (!(await ask({ title: t('throwAway'), text: t('throwAwayAsk'), action: t('throwAway'), danger: true }))) return;
    await removeSubmissionDraft({ path: { id: work.id }, headers: undefined as never });
    toast(t('thrown'));
    void go({ to: '/homework' });
  };
  const last = work.reviews.at(-1);
  return (
    <Page title={draft.title || t('mine')} back={{ to: '/homework', label: t('mine') }} width="narrow" actions={<Saved saving={saving} />}>
      {work.status === 'returned' && last && <Note tone="warn"><p className="prewrap">{last.comment}</p></Note>}
      {saving.state === 'conflict' && <Note tone="bad"><p>{t('conflict')}</p><Button size="small" onClick={() => location.reload()}>{t('conflictHint')}</Button></Note>}
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
        <Dialog title={t('receipt')} onClose={() => void go({ to: `/submissions/${work.id}` })}>
          <p>{t('receiptText', { n: receipt.number, at: moment(receipt.received_at) })}</p>
          <p className="small muted">{t('hash')}</p>
          <p className="mono tiny homework-hash">{receipt.sha256}</p>
          <div className="dialog-foot"><Button onClick={() => window.print()}>{t('receipt')}</Button><Button look="primary" onClick={() => void go({ to: `/submissions/${work.id}` })}>{t('see')}</Button></div>
        </Dialog>
      )}
    </Page>
  );
}

function Saved({ saving }: { saving: ReturnType<typeof useAutosave> }) {
  const t = useHomework();
  const Icon = saving.state === 'saving' ? RotateCw : saving.state === 'failed' || saving.state === 'conflict' ? CloudOff : CloudCheck;
  const said = {
    clean: saving.savedAt ? t('savedAt', { at: moment(saving.savedAt) }) : '', dirty: t('unsaved'), saving: t('saving'), failed: t('retrySave'), conflict: t('conflict'),
  }[saving.state];
  return said && <span className="row small muted" role="status"><Icon size={16} aria-hidden="true" />{said}</span>;
}
