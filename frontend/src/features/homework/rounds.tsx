import { useState } from 'react';
import { type Submission, assignExperts, listEnrollments, listExpertCandidates, polishHomework, publishHomework } from '@/api';
import { Button, CheckField, Dialog, Note, PeoplePicker, type Pickable, ProblemNote, SelectField, Skeleton, TextArea, TextField, TextLink, toast, useCommon, useEverybody, useForm, useRead, useRefresh } from '@/ui';
import { useHomework } from './homework.words';

interface Props { work: Submission; onClose: () => void }

/** Names the school's team that polishes a work, what it does and until when. */
export function PolishDialog({ work, onClose }: Props) {
  const t = useHomework();
  const common = useCommon();
  const refresh = useRefresh();
  const people = useEverybody(['polish', work.school_id], (cursor) => listEnrollments({ path: { id: work.project_id }, query: { school_id: work.school_id, limit: 200, cursor } }));
  const [team, setTeam] = useState<Pickable[]>([{ id: work.author_id, name: work.author_name }]);
  const form = useForm({ task: '', due_on: '' }, async ({ task, due_on }) => {
    await polishHomework({ path: { id: work.id }, body: { team: team.map((one) => one.id), task, due_on: due_on || null } });
    toast(`${t('did.polish')}：${work.title}`);
    await refresh();
    onClose();
  });
  return (
    <Dialog title={t('action.polish')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextArea label={t('task')} required maxLength={2000} rows={3} {...form.field('task')} />
        <TextField label={t('dueOn')} type="date" optional {...form.field('due_on')} />
        {people.error ? <ProblemNote problem={people.error} /> : !people.data ? <Skeleton /> : (
          <PeoplePicker
            label={t('team')} chosen={team} onChange={setTeam} subject={work.subject}
            people={people.data.map((one) => ({ id: one.person_id, name: one.name, subject: one.subject, school: one.school_name, note: one.trainee_no }))}
          />
        )}
        <p className="tiny muted">{t('teamHint')}</p>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button onClick={onClose}>{common('cancel')}</Button><Button look="primary" type="submit" busy={form.busy} disabled={team.length === 0}>{t('action.polish')}</Button></div>
      </form>
    </Dialog>
  );
}

/** Calls experts to judge blind, the least busy shown first; says how many are needed and where more come from. */
export function AssignDialog({ work, onClose }: Props) {
  const t = useHomework();
  const common = useCommon();
  const refresh = useRefresh();
  const bench = useRead(['experts', work.id], () => listExpertCandidates({ path: { id: work.id } }));
  const [chosen, setChosen] = useState<Pickable[]>([]);
  const form = useForm({}, async () => {
    await assignExperts({ path: { id: work.id }, body: { expert_ids: chosen.map((one) => one.id) } });
    toast(`${t('did.assign_experts')}：${work.title}`);
    await refresh();
    onClose();
  });
  const needed = bench.data?.needed ?? 0;
  const found = bench.data?.items.length ?? 0;
  return (
    <Dialog title={t('action.assign_experts')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <p className="small muted">{t('atLeastTwo')}</p>
        {bench.error ? <ProblemNote problem={bench.error} /> : !bench.data ? <Skeleton /> : (
          <>
            {found < needed ? (
              <Note tone="warn">
                {t('expertsFew', { found, missing: needed - found, place: t('appointments') })} <TextLink to={`/projects/${work.project_id}/appointments`} search={{ role: 'subject_expert' }}>{t('appointments')}</TextLink>
              </Note>
            ) : <p className="small strong" role="status">{needed > chosen.length ? t('expertsNeeded', { needed, chosen: chosen.length, found }) : t('expertsMore', { chosen: chosen.length, found })}</p>}
            {found > 0 && (
              <PeoplePicker
                ordered label={t('experts')} chosen={chosen} onChange={setChosen}
                people={bench.data.items.map((one) => ({ id: one.expert_id, name: one.name, subject: work.subject, school: one.school_name, note: t('waitingFor', { n: one.waiting }) }))}
              />
            )}
          </>
        )}
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button onClick={onClose}>{common('cancel')}</Button><Button look="primary" type="submit" busy={form.busy} disabled={chosen.length < Math.max(1, needed)}>{t('assign')}</Button></div>
      </form>
    </Dialog>
  );
}

const LEVELS = ['school', 'county', 'project'] as const;

/** Puts a settled exhibit into the library, after both confirmations. */
export function PublishDialog({ work, onClose }: Props) {
  const t = useHomework();
  const refresh = useRefresh();
  const common = useCommon();
  const form = useForm({ level: 'project', licence_confirmed: false, personal_data_checked: false, reason: '' }, async (values) => {
    await publishHomework({ path: { id: work.id }, body: { ...values, level: values.level as (typeof LEVELS)[number] } });
    toast(`${t('did.publish')}：${work.title}`);
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
        <div className="dialog-foot"><Button onClick={onClose}>{common('cancel')}</Button><Button look="primary" type="submit" busy={form.busy}>{t('publish')}</Button></div>
      </form>
    </Dialog>
  );
}
