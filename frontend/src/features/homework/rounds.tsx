import { useState } from 'react';
import { type Submission, assignExperts, listEnrollments, listExpertCandidates, polishHomework, publishHomework } from '@/api';
import { Button, CheckField, Dialog, ProblemNote, SelectField, Skeleton, TextArea, TextField, toast, useForm, useRead, useRefresh } from '@/ui';
import { useHomework } from './homework.words';

interface Props { work: Submission; onClose: () => void }

/** Names the school's team that polishes a work, what it does and until when. */
export function PolishDialog({ work, onClose }: Props) {
  const t = useHomework();
  const refresh = useRefresh();
  const people = useRead(['polish', work.school_id], () => listEnrollments({ path: { id: work.project_id }, query: { school_id: work.school_id, limit: 200 } }));
  const [team, setTeam] = useState<ReadonlySet<string>>(new Set([work.author_id]));
  const form = useForm({ task: '', due_on: '' }, async ({ task, due_on }) => {
    await polishHomework({ path: { id: work.id }, body: { team: [...team], task, due_on: due_on || null } });
    toast(t('done'));
    await refresh();
    onClose();
  });
  return (
    <Dialog title={t('action.polish')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <fieldset className="stack-s"><legend className="field-label">{t('team')}</legend>
          {!people.data ? <Skeleton /> : (
            <div className="column-list">{people.data.items.map((one) => (
              <CheckField key={one.id} label={one.name} checked={team.has(one.person_id)} onChange={(event) => {
                const next = new Set(team);
                if (event.target.checked) next.add(one.person_id); else next.delete(one.person_id);
                setTeam(next);
              }} />
            ))}</div>
          )}
        </fieldset>
        <TextArea label={t('task')} required maxLength={2000} rows={3} {...form.field('task')} />
        <TextField label={t('dueOn')} type="date" optional {...form.field('due_on')} />
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button look="primary" type="submit" busy={form.busy} disabled={team.size === 0}>{t('action.polish')}</Button></div>
      </form>
    </Dialog>
  );
}

/** Calls at least two experts, the least busy first. */
export function AssignDialog({ work, onClose }: Props) {
  const t = useHomework();
  const refresh = useRefresh();
  const candidates = useRead(['experts', work.id], () => listExpertCandidates({ path: { id: work.id } }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const form = useForm({}, async () => {
    await assignExperts({ path: { id: work.id }, body: { expert_ids: [...chosen] } });
    toast(t('done'));
    await refresh();
    onClose();
  });
  return (
    <Dialog title={t('action.assign_experts')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <p className="small muted">{t('atLeastTwo')}</p>
        {candidates.error ? <ProblemNote problem={candidates.error} /> : !candidates.data ? <Skeleton /> : candidates.data.items.map((one) => (
          <CheckField key={one.expert_id} label={one.name} hint={t('waitingFor', { n: one.waiting })} checked={chosen.has(one.expert_id)} onChange={(event) => {
            const next = new Set(chosen);
            if (event.target.checked) next.add(one.expert_id); else next.delete(one.expert_id);
            setChosen(next);
          }} />
        ))}
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button look="primary" type="submit" busy={form.busy} disabled={chosen.size < 2}>{t('assign')}</Button></div>
      </form>
    </Dialog>
  );
}

const LEVELS = ['school', 'county', 'project'] as const;

/** Puts a settled exhibit into the library, after both confirmations. */
export function PublishDialog({ work, onClose }: Props) {
  const t = useHomework();
  const refresh = useRefresh();
  const form = useForm({ level: 'project', licence_confirmed: false, personal_data_checked: false, reason: '' }, async (values) => {
    await publishHomework({ path: { id: work.id }, body: { ...values, level: values.level as (typeof LEVELS)[number] } });
    toast(t('done'));
    await refresh();
    onClose();
  });
  return (
    <Dialog title={t('action.publish')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <SelectField label={t('level')} choices={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))} {...form.field('level')} />
        <CheckField label={t('licence')} {...form.check('licence_confirmed')} />
        <CheckField label={t('pupils')} {...form.check('personal_data_checked')} />
        <TextArea label={t('recommendReason')} required maxLength={2000} rows={3} {...form.field('reason')} />
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button look="primary" type="submit" busy={form.busy}>{t('publish')}</Button></div>
      </form>
    </Dialog>
  );
}
