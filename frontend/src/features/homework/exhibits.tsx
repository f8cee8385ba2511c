import { useState } from 'react';
import { type ExpertReview, listExpertReviews, markExhibit, showExpertReview } from '@/api';
import { Badge, Button, Card, DataTable, Dialog, Empty, Page, ProblemNote, Skeleton, TextArea, TextField, moment, toast, useCommon, useForm, useLabel, useList, useRead, useReference, useRefresh, useUrlState } from '@/ui';
import { Download } from './files';
import { useHomework } from './homework.words';
import './homework.css';

/** An expert's desk: exhibits without names, to be marked. */
export default function Exhibits() {
  const t = useHomework();
  const reference = useReference();
  const [search] = useUrlState();
  const [open, setOpen] = useState<ExpertReview>();
  const query = { status: search.status as 'assigned' | undefined };
  const list = useList(['expert-reviews', query], (cursor) => listExpertReviews({ query: { ...query, cursor } }));
  return (
    <Page title={t('exhibits')} lead={t('exhibitsLead')}>
      <DataTable
        name="exhibits" label={t('exhibits')} list={list} rowKey={(row) => row.id} onRow={setOpen} empty={<Empty title={t('noExhibits')}>{t('noExhibitsHint')}</Empty>}
        filters={[{ key: 'status', label: t('status'), choices: [{ value: 'assigned', label: t('assigned') }, { value: 'done', label: t('marked') }] }]}
        columns={[
          { key: 'work', title: t('work'), cell: (row) => `${t('anonymous')} · ${t.code(`kind.${row.kind}`)}` },
          { key: 'subject', title: t('subject'), cell: (row) => reference.subject(row.subject) },
          { key: 'status', title: t('status'), cell: (row) => <Badge tone={row.status === 'done' ? 'good' : 'info'}>{row.status === 'done' ? t('marked') : t('assigned')}</Badge> },
          { key: 'score', title: t('score'), num: true, cell: (row) => row.score ?? '—' },
          { key: 'since', title: t('waiting'), cell: (row) => moment(row.assigned_at) },
        ]}
      />
      {open && <Exhibit review={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function Exhibit({ review, onClose }: { review: ExpertReview; onClose: () => void }) {
  const t = useHomework();
  const common = useCommon();
  const label = useLabel();
  const reference = useReference();
  const refresh = useRefresh();
  const work = useRead(['expert-review', review.id], () => showExpertReview({ path: { id: review.id } }));
  const form = useForm({ score: '', comment: '' }, async ({ score, comment }) => {
    await markExhibit({ path: { id: review.id }, body: { score: Number(score), comment } });
    toast(`${t('did.mark')}：${work.data?.title ?? t('anonymous')}`);
    await refresh();
    onClose();
  });
  return (
    <Dialog title={work.data?.title ?? t('anonymous')} size="wide" onClose={onClose}>
      {work.error ? <ProblemNote problem={work.error} /> : !work.data ? <Skeleton lines={6} /> : (
        <>
          <p className="small muted">{reference.subject(work.data.subject)} · {label('stage', work.data.stage)}</p>
          <p className="homework-text">{work.data.body || t('nothing')}</p>
          {work.data.attachments.length > 0 && <ul className="stack-s">{work.data.attachments.map((file) => <Download key={file.id} id={file.id} name={t('file', { n: file.position })} size={file.size} />)}</ul>}
          {work.data.status === 'done' ? <Card tight><p className="strong">{t('score')} {work.data.score}</p><p className="prewrap small">{work.data.comment}</p></Card> : (
            <form className="stack" onSubmit={form.submit}>
              <TextField label={`${t('score')}（0–100）`} type="number" inputMode="decimal" min={0} max={100} step="0.01" required {...form.field('score')} />
              <TextArea label={t('comment')} hint={t('commentHint')} required rows={5} maxLength={5000} {...form.field('comment')} />
              <ProblemNote problem={form.problem} />
              <div className="dialog-foot"><Button onClick={onClose}>{common('cancel')}</Button><Button look="primary" type="submit" busy={form.busy}>{t('mark')}</Button></div>
            </form>
          )}
        </>
      )}
    </Dialog>
  );
}
