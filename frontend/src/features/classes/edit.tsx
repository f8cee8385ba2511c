import { type Class, type ClassKind, changeClass, createClass, ifMatch } from '@/api';
import { Button, type Choice, Dialog, ProblemNote, SelectField, TextArea, TextField, toast, useChoices, useCommon, useForm, useRefresh } from '@/ui';
import { useClasses } from './classes.words';
import { SchoolsPicker } from './schools-picker';

export function EditClass({ projectId, of, schools = [], onClose }: { projectId: string; of?: Class; schools?: readonly Choice[]; onClose: () => void }) {
  const t = useClasses();
  const common = useCommon();
  const choices = useChoices();
  const refresh = useRefresh();
  const form = useForm(
    { kind: (of?.kind ?? 'independent') as string, name: of?.name ?? '', reason: of?.reason ?? '', school_ids: of?.schools.map((one) => one.id) ?? (schools.length === 1 ? schools.map((one) => one.value) : []) },
    async ({ kind, name, reason, school_ids }) => {
      const joint = kind === 'joint' ? { reason } : {};
      if (of) await changeClass({ path: { id: of.id }, headers: ifMatch(of.version), body: { name, ...joint } });
      else await createClass({ path: { id: projectId }, body: { kind: kind as ClassKind, name, school_ids, ...joint } });
      await refresh();
      toast(t(of ? 'told.changed' : 'told.made', { name }));
      onClose();
    },
  );
  const { kind, school_ids: chosen } = form.values;
  return (
    <Dialog title={of ? t('edit') : t('new')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('name')} required maxLength={100} autoFocus {...form.field('name')} />
        {!of && <SelectField label={t('kind')} choices={choices('class', ['independent', 'joint'])} {...form.field('kind')} onChange={(event) => { form.set('kind', event.target.value); form.set('school_ids', []); }} />}
        {!of && kind === 'independent' && <SelectField label={t('school')} required blank="—" choices={schools} value={chosen[0] ?? ''} error={form.errors.school_ids} onChange={(event) => form.set('school_ids', event.target.value ? [event.target.value] : [])} />}
        {!of && kind === 'joint' && (
          <SchoolsPicker schools={schools} chosen={chosen} error={form.errors.school_ids} onChange={(ids) => form.set('school_ids', ids)} />
        )}
        {kind === 'joint' && <TextArea label={t('reason')} required maxLength={500} {...form.field('reason')} />}
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
