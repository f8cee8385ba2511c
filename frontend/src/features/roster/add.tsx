import { type CreateEnrollment, createEnrollment } from '@/api';
import { Button, type Choice, Dialog, ProblemNote, STAGES, SelectField, TextField, toast, useChoices, useCommon, useForm, useRefresh, useSubjects } from '@/ui';
import { useRoster } from './roster.words';

/** One person by hand, by the same rules as a row of a file. */
export function AddTrainee({ projectId, schools, onClose }: { projectId: string; schools: readonly Choice[]; onClose: () => void }) {
  const t = useRoster();
  const common = useCommon();
  const choices = useChoices();
  const subjects = useSubjects();
  const refresh = useRefresh();
  const form = useForm(
    { school_id: schools.length === 1 ? (schools[0]?.value ?? '') : '', trainee_no: '', name: '', id_no: '', phone: '', stage: '', subject: '', duty: '', job_title: '', note: '' },
    async (body) => {
      await createEnrollment({ path: { id: projectId }, body: body satisfies CreateEnrollment });
      await refresh();
      toast(t('told.added', { name: body.name }));
      onClose();
    },
  );
  return (
    <Dialog title={t('add')} size="wide" onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <div className="grid-2">
          <TextField label={common('name')} required maxLength={100} autoFocus {...form.field('name')} />
          <SelectField label={t('school')} required blank="—" choices={schools} {...form.field('school_id')} />
          <TextField label={t('idNo')} required maxLength={40} autoComplete="off" {...form.field('id_no')} />
          <TextField label={t('phone')} type="tel" required maxLength={40} autoComplete="off" {...form.field('phone')} />
          <SelectField label={t('stage')} required blank="—" choices={choices('stage', STAGES)} {...form.field('stage')} />
          <SelectField label={t('subject')} required blank="—" choices={subjects} {...form.field('subject')} />
          <TextField label={t('no_')} optional hint={t('tidy')} maxLength={64} {...form.field('trainee_no')} />
          <TextField label={t('duty')} optional maxLength={100} {...form.field('duty')} />
          <TextField label={t('jobTitle')} optional maxLength={100} {...form.field('job_title')} />
          <TextField label={t('note')} optional maxLength={200} {...form.field('note')} />
        </div>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{common('add')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
