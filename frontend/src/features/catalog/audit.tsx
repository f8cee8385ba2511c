import { useState } from 'react';
import { publishCatalog, showCatalogAudit } from '@/api';
import { Badge, Button, Card, Dialog, Note, ProblemNote, Skeleton, Stat, TextField, count, moment, toast, useCommon, useForm, useLabel, useRead, useRefresh } from '@/ui';
import { useCatalog } from './catalog.words';

/** Whether every subject has enough hours, and opening the catalogue to trainees. */
export function CatalogAudit({ projectId, publishes }: { projectId: string; publishes: boolean }) {
  const t = useCatalog();
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const found = useRead(['catalog-audit', projectId], () => showCatalogAudit({ path: { id: projectId } }));
  const audit = found.data;
  if (found.error) return <ProblemNote problem={found.error} />;
  if (!audit) return <Skeleton tall />;
  return (
    <>
      <Card actions={publishes && <Button look="primary" disabled={!audit.passed} onClick={() => setOpen(true)}>{t('publish')}</Button>} title={audit.published_at ? t('published') : t('notPublished')}>
        <div className="stack">
          <div className="grid-4">
            <Stat label={t('courses')} value={count(audit.courses)} />
            <Stat label={t('totalHours')} value={count(audit.hours)} />
            {audit.modules.map((one) => <Stat key={one.module} label={label('module', one.module)} value={count(one.hours)} />)}
          </div>
          <Note tone={audit.passed ? 'good' : 'warn'}>
            {audit.passed ? t('passed') : t('notPassed', { n: audit.short_subjects.length })} · {t('need', { n: audit.hours_above })}
            {audit.published_at && ` · ${t('publishedAt')} ${moment(audit.published_at)}`}
          </Note>
        </div>
      </Card>
      <Card title={t('bySubject')}>
        <table className="table">
          <caption className="visually-hidden">{t('bySubject')}</caption>
          <thead><tr><th scope="col">{t('subject')}</th><th scope="col">{t('stage')}</th><th scope="col" data-num="">{t('hours')}</th><th scope="col">{t('status')}</th></tr></thead>
          <tbody>
            {audit.subjects.map((one) => (
              <tr key={one.subject}>
                <td>{label('subject', one.subject)}</td><td>{one.stages.map((of) => `${label('stage', of.stage)} ${count(of.hours)}`).join(' · ')}</td><td data-num="">{count(one.hours)}</td>
                <td>{one.enough ? <Badge tone="good">{t('enough')}</Badge> : audit.short_subjects.includes(one.subject) ? <Badge tone="warn">{t('short')}</Badge> : <Badge>{t('untaught')}</Badge>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      {open && <Publish projectId={projectId} onClose={() => setOpen(false)} />}
    </>
  );
}

function Publish({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const t = useCatalog();
  const common = useCommon();
  const refresh = useRefresh();
  const form = useForm({ selection_closes_at: '' }, async ({ selection_closes_at: at }) => {
    await publishCatalog({ path: { id: projectId }, body: at ? { selection_closes_at: new Date(`${at}:00+08:00`).toISOString() } : {} });
    await refresh();
    toast(t('published'));
    onClose();
  });
  return (
    <Dialog title={t('publish')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <p>{t('publishAsk')}</p>
        <TextField label={t('closes')} hint={t('closesHint')} type="datetime-local" optional {...form.field('selection_closes_at')} />
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{t('publish')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
