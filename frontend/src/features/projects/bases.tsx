import { FileText, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type PolicyBasis, type WholeProject, createPolicyBasis, removePolicyBasis } from '@/api';
import { Button, Card, Dialog, Empty, ProblemNote, TextField, ask, day, toast, useAct, useCommon, useForm, useRefresh } from '@/ui';
import { useProjects } from './projects.words';
import './projects.css';

export function Bases({ project, leads }: { project: WholeProject; leads: boolean }) {
  const t = useProjects();
  const [open, setOpen] = useState(false);
  const remove = useAct((id: string) => removePolicyBasis({ path: { id } }), { done: t('told.basisGone') });
  const askRemove = async (basis: PolicyBasis) => {
    if (await ask({ title: t('removeBasis'), text: basis.title, action: t('removeBasis'), danger: true })) remove.mutate(basis.id);
  };
  return (
    <Card title={t('bases')} actions={leads && <Button size="small" icon={Plus} onClick={() => setOpen(true)}>{t('addBasis')}</Button>}>
      {project.policy_bases.length === 0 ? <Empty icon={FileText} title={t('noBases')}>{t('noBasesHint')}</Empty> : (
        <ul className="stack">
          {project.policy_bases.map((basis) => (
            <li key={basis.id} className="row-apart">
              <span><span className="strong">{basis.title}</span><br /><span className="small muted">{[basis.issuer, basis.doc_no, basis.issued_on && day(basis.issued_on)].filter(Boolean).join(' · ')}</span></span>
              {leads && <Button look="quiet" size="small" icon={Trash2} label={`${t('removeBasis')} ${basis.title}`} onClick={() => void askRemove(basis)} />}
            </li>
          ))}
        </ul>
      )}
      {open && <AddBasis projectId={project.id} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function AddBasis({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const t = useProjects();
  const common = useCommon();
  const refresh = useRefresh();
  const form = useForm({ title: '', doc_no: '', issuer: '', issued_on: '' }, async ({ issued_on, ...others }) => {
    await createPolicyBasis({ path: { id: projectId }, body: { ...others, issued_on: issued_on || null } });
    await refresh();
    toast(t('told.basisMade', { name: others.title }));
    onClose();
  });
  return (
    <Dialog title={t('addBasis')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('basisTitle')} required maxLength={200} autoFocus {...form.field('title')} />
        <TextField label={t('docNo')} required maxLength={100} {...form.field('doc_no')} />
        <TextField label={t('issuer')} required maxLength={100} {...form.field('issuer')} />
        <TextField label={t('issuedOn')} type="date" optional {...form.field('issued_on')} />
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
