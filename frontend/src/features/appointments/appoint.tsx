import { useDeferredValue, useState } from 'react';
import { type CreateAppointment, type Role, createAppointment, listEnrollments } from '@/api';
import { Button, Dialog, PeoplePicker, type Pickable, ProblemNote, SelectField, Tabs, TextField, toast, useCommon, useForm, useRead, useRefresh, useRoles, useSchools, useSubjects } from '@/ui';
import { useAppointments } from './appointments.words';
import { GRANTED, OF_SCHOOL } from './granted';

const given = <T extends Record<string, string>>(values: T) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;

export function Appoint({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const t = useAppointments();
  const common = useCommon();
  const role = useRoles();
  const refresh = useRefresh();
  const schools = useSchools(projectId);
  const subjects = useSubjects();
  const [who, setWho] = useState('existing');
  const form = useForm(
    { person_id: '', name: '', phone: '', staff_no: '', role: 'school_admin', scope_id: '', subject: '', title: '', valid_from: '', valid_to: '' },
    async ({ person_id, name, phone, staff_no, role: chosen, ...others }) => {
      const person = who === 'existing' ? { person_id } : { person: { name, ...given({ phone, staff_no }) } };
      await createAppointment({ path: { id: projectId }, body: { ...person, role: chosen as Role, ...given(others) } satisfies CreateAppointment });
      await refresh();
      toast(t('appointed'));
      onClose();
    },
  );
  const chosen = form.values.role;
  return (
    <Dialog title={t('appoint')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <Tabs label={t('who')} value={who} onChoose={setWho} tabs={[{ value: 'existing', label: t('existing') }, { value: 'fresh', label: t('fresh') }]} />
        {who === 'existing' ? (
          <PickPerson projectId={projectId} subject={chosen === 'subject_expert' ? form.values.subject : ''} error={form.errors.person_id} onPick={(id) => form.set('person_id', id)} />
        ) : (
          <>
            <TextField label={common('name')} required maxLength={50} {...form.field('name')} />
            <div className="grid-2">
              <TextField label={t('phone')} type="tel" optional {...form.field('phone')} />
              <TextField label={t('staffNo')} optional maxLength={64} {...form.field('staff_no')} />
            </div>
            <p className="tiny muted">{t('freshHint')}</p>
          </>
        )}
        <SelectField label={t('role')} choices={GRANTED.map((value) => ({ value, label: role.code(value) }))} {...form.field('role')} />
        {OF_SCHOOL.includes(chosen) && <SelectField label={t('school')} required blank="—" choices={schools} {...form.field('scope_id')} />}
        {chosen === 'subject_expert' && <SelectField label={t('subject')} required blank="—" choices={subjects} {...form.field('subject')} />}
        <TextField label={t('office')} hint={t('officeHint')} required={OF_SCHOOL.includes(chosen)} optional={!OF_SCHOOL.includes(chosen)} maxLength={50} {...form.field('title')} />
        <div className="grid-2">
          <TextField label={t('from')} type="date" optional {...form.field('valid_from')} />
          <TextField label={t('to')} type="date" optional {...form.field('valid_to')} />
        </div>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{t('appoint')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function PickPerson({ projectId, subject, error, onPick }: { projectId: string; subject: string; error?: string; onPick: (id: string) => void }) {
  const t = useAppointments();
  const [chosen, setChosen] = useState<Pickable[]>([]);
  const [text, setText] = useState('');
  const q = useDeferredValue(text);
  const found = useRead(['roster', projectId, 'pick', q], () => listEnrollments({ path: { id: projectId }, query: { q, limit: 50 } }), { enabled: q.length > 0 });
  const people = (q ? found.data?.items ?? [] : []).map((one) => ({ id: one.person_id, name: one.name, subject: one.subject, school: one.school_name, note: one.trainee_no }));
  // Who is chosen stays in the list while one searches on.
  const others = chosen.filter((one) => !people.some((other) => other.id === one.id));
  return (
    <PeoplePicker
      single label={t('pick')} searchLabel={t('search')} subject={subject || undefined} people={[...others, ...people]} chosen={chosen} error={error}
      onSearch={setText} onChange={(next) => { setChosen(next); onPick(next[0]?.id ?? ''); }}
    />
  );
}
