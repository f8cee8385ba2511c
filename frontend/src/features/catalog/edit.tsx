import { type Course, type CourseStage, changeCourse, createCourse } from '@/api';
import { Button, Dialog, ProblemNote, SelectField, TextField, toast, useChoices, useCommon, useForm, useRefresh, useSubjects } from '@/ui';
import { COURSE_STAGES } from './catalog';
import { useCatalog } from './catalog.words';

export function EditCourse({ projectId, of, onClose }: { projectId: string; of?: Course; onClose: () => void }) {
  const t = useCatalog();
  const common = useCommon();
  const choices = useChoices();
  const subjects = useSubjects();
  const refresh = useRefresh();
  const form = useForm(
    {
      code: of?.code ?? '', title: of?.title ?? '', subject: of?.subject ?? '', stage: (of?.stage ?? 'general') as string, module: String(of?.module ?? 1), hours: of ? String(of.hours) : '',
      theme_code: of?.theme_code ?? '', ability_point: of?.ability_point ?? '', kind: of?.kind ?? '',
    },
    async ({ code, stage, module, hours, theme_code, ability_point, kind, ...others }) => {
      // A new course leaves out what is empty; a changed one clears it.
      const extras = Object.fromEntries(Object.entries({ theme_code, ability_point, kind }).filter(([, value]) => of || value));
      const body = { ...others, ...extras, stage: stage as CourseStage, module: Number(module), hours: Number(hours) };
      if (of) await changeCourse({ path: { id: of.id }, body });
      else await createCourse({ path: { id: projectId }, body: { ...body, code } });
      await refresh();
      toast(common('saved'));
      onClose();
    },
  );
  return (
    <Dialog title={of ? t('edit') : t('add')} size="wide" onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('name')} required maxLength={200} autoFocus {...form.field('title')} />
        <div className="grid-2">
          {!of && <TextField label={t('code')} required maxLength={50} {...form.field('code')} />}
          <SelectField label={t('subject')} required blank="—" choices={subjects} {...form.field('subject')} />
          <SelectField label={t('stage')} choices={choices('stage', COURSE_STAGES)} {...form.field('stage')} />
          <SelectField label={t('module')} choices={choices('module', ['1', '2', '3', '4'])} {...form.field('module')} />
          <TextField label={t('hours')} hint={t('hoursHint')} type="number" min={0.5} max={100} step={0.5} required {...form.field('hours')} />
          <TextField label={t('theme')} optional maxLength={20} {...form.field('theme_code')} />
          <TextField label={t('ability')} optional maxLength={200} {...form.field('ability_point')} />
          <TextField label={t('kind')} optional maxLength={50} {...form.field('kind')} />
        </div>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
