import { type WholeEnrollment, changeEnrollment, ifMatch, transferEnrollment } from '@/api';
import { Button, ProblemNote, STAGES, SelectField, TextArea, TextField, toast, useChoices, useCommon, useForm, useRefresh, useSchools, useSubjects } from '@/ui';
import { useRoster } from './roster.words';

function Foot({ busy, onDone }: { busy: boolean; onDone: () => void }) {
  const t = useCommon();
  return (
    <div className="dialog-foot">
      <Button onClick={onDone}>{t('cancel')}</Button>
      <Button look="primary" type="submit" busy={busy}>{t('save')}</Button>
    </div>
  );
}

export function ChangeTrainee({ one, onDone }: { one: WholeEnrollment; onDone: () => void }) {
  const t = useRoster();
  const choices = useChoices();
  const subjects = useSubjects();
  const refresh = useRefresh();
  const initial = {
    stage: one.stage, subject: one.subject, duty: one.duty ?? '', job_title: one.job_title ?? '', teaching_years: one.teaching_years?.toString() ?? '', education: one.education ?? '', note: one.note ?? '',
  };
  const form = useForm(initial, async ({ teaching_years, ...others }) => {
    const body = { ...others, ...(teaching_years === '' ? {} : { teaching_years: Number(teaching_years) }) };
    await changeEnrollment({ path: { id: one.id }, headers: ifMatch(one.version), body });
    await refresh();
    toast(t('told.edited', { name: one.name }));
    onDone();
  });
  return (
    <form className="stack" onSubmit={form.submit}>
      <SelectField label={t('stage')} choices={choices('stage', STAGES)} {...form.field('stage')} />
      <SelectField label={t('subject')} choices={subjects} {...form.field('subject')} />
      <TextField label={t('duty')} maxLength={100} {...form.field('duty')} />
      <TextField label={t('jobTitle')} maxLength={100} {...form.field('job_title')} />
      <TextField label={t('years')} type="number" min={0} max={80} {...form.field('teaching_years')} />
      <TextField label={t('education')} maxLength={100} {...form.field('education')} />
      <TextField label={t('note')} maxLength={200} {...form.field('note')} />
      <ProblemNote problem={form.problem} />
      <Foot busy={form.busy} onDone={onDone} />
    </form>
  );
}

export function Transfer({ one, projectId, onDone }: { one: WholeEnrollment; projectId: string; onDone: () => void }) {
  const t = useRoster();
  const common = useCommon();
  const refresh = useRefresh();
  const schools = useSchools(projectId).filter((school) => school.value !== one.school_id);
  const form = useForm({ school_id: '', reason: '' }, async (body) => {
    await transferEnrollment({ path: { id: one.id }, body });
    await refresh();
    toast(t('told.moved', { name: one.name, school: schools.find((school) => school.value === body.school_id)?.label ?? '' }));
    onDone();
  });
  return (
    <form className="stack" onSubmit={form.submit}>
      <p className="small muted">{t('transferHint')}</p>
      <SelectField label={t('to')} required blank="—" choices={schools} {...form.field('school_id')} />
      <TextArea label={common('reason')} required maxLength={500} {...form.field('reason')} />
      <ProblemNote problem={form.problem} />
      <Foot busy={form.busy} onDone={onDone} />
    </form>
  );
}
