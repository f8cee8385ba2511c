import { useState } from 'react';
import { type WholeEnrollment, listClasses, listWorkshops, placeEnrollment } from '@/api';
import { Button, ProblemNote, SelectField, TextArea, toast, useCommon, useForm, useLabel, useRead, useRefresh } from '@/ui';
import { useRoster } from './roster.words';

/** Another class, workshop or both in one act; a limit of the policy is passed with a reason only. */
export function Place({ one, projectId, onDone }: { one: WholeEnrollment; projectId: string; onDone: () => void }) {
  const t = useRoster();
  const common = useCommon();
  const label = useLabel();
  const refresh = useRefresh();
  const [all, setAll] = useState(false);
  const classes = useRead(['classes', projectId, 'of', one.school_id], () => listClasses({ path: { id: projectId }, query: { school_id: one.school_id, limit: 200 } }));
  const workshops = useRead(['workshops', projectId, 'of', all ? '' : one.school_id], () => listWorkshops({ path: { id: projectId }, query: { host_id: all ? undefined : one.school_id, limit: 200 } }));
  const form = useForm({ class_id: one.class_id ?? '', workshop_id: one.workshop_id ?? '', reason: '' }, async ({ class_id, workshop_id, reason }) => {
    const named = [classes.data?.items.find((other) => other.id === class_id)?.name, workshops.data?.items.find((other) => other.id === workshop_id)?.name].filter(Boolean).join(t('and'));
    await placeEnrollment({
      path: { id: one.id },
      body: { ...(class_id && class_id !== one.class_id ? { class_id } : {}), ...(workshop_id && workshop_id !== one.workshop_id ? { workshop_id } : {}), ...(reason ? { reason } : {}) },
    });
    await refresh();
    toast(t('told.placed', { name: one.name, places: named }));
    onDone();
  });
  return (
    <form className="stack" onSubmit={form.submit}>
      <p className="small muted">{t('placeHint')}</p>
      <SelectField
        label={t('class')} blank="—" {...form.field('class_id')}
        choices={(classes.data?.items ?? []).map((other) => ({ value: other.id, label: `${other.name} · ${other.members}${other.seats === null ? '' : ` / ${other.seats}`}` }))}
      />
      <SelectField
        label={t('workshop')} blank="—" {...form.field('workshop_id')}
        choices={(workshops.data?.items ?? []).map((other) => ({ value: other.id, label: `${other.name} · ${label('family', other.family)} · ${other.members}` }))}
      />
      {!all && <div><Button look="quiet" size="small" onClick={() => setAll(true)}>{t('otherWorkshops')}</Button></div>}
      <TextArea label={common('reason')} hint={t('placeReason')} optional="sometimes" maxLength={500} {...form.field('reason')} />
      <ProblemNote problem={form.problem} />
      <div className="dialog-foot">
        <Button onClick={onDone}>{common('cancel')}</Button>
        <Button look="primary" type="submit" busy={form.busy}>{t('place')}</Button>
      </div>
    </form>
  );
}
