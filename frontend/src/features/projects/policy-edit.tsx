import { type Breach, type Policy, type PolicySet, type Strictness, createPolicy } from '@/api';
import { Button, CheckField, Dialog, ProblemNote, SelectField, TextArea, TextField, toast, useCommon, useForm, useRefresh } from '@/ui';
import { useProjects } from './projects.words';
import './projects.css';

const BREACHES: readonly Breach[] = ['ignore', 'warn', 'require_reason', 'block'];
const STRICT: readonly Strictness[] = ['require', 'warn', 'off'];

/** A new version starts from the one shown; the grade's tree stays as it is. */
export function EditPolicy({ projectId, from, onClose }: { projectId: string; from: Policy; onClose: () => void }) {
  const t = useProjects();
  const common = useCommon();
  const refresh = useRefresh();
  const form = useForm({ effective_on: '', note: '', body: from.body }, async (given) => {
    await createPolicy({ path: { id: projectId }, body: given });
    await refresh();
    toast(t('saved'));
    onClose();
  });
  const { body } = form.values;
  const put = <K extends keyof PolicySet>(part: K, change: Partial<PolicySet[K]>) => form.set('body', { ...body, [part]: { ...(body[part] as object), ...(change as object) } });
  const number = (label: string, value: number | null | undefined, change: (value: number | null) => void, step = '1') => (
    <TextField label={label} type="number" min={0} step={step} value={value ?? ''} onChange={(event) => change(event.target.value === '' ? null : Number(event.target.value))} />
  );
  const breaches = BREACHES.map((value) => ({ value, label: t(`breach.${value}`) }));
  return (
    <Dialog title={t('newVersion')} size="wide" onClose={onClose}>
      <form className="policy-form" onSubmit={form.submit}>
        <div className="grid-2">
          <TextField label={t('effective')} type="date" required {...form.field('effective_on')} />
          <TextArea label={t('why')} required maxLength={500} {...form.field('note')} />
        </div>
        <fieldset>
          <legend>{t('secSelection')}</legend>
          <div className="grid-3">
            {number(t('minHours'), body.selection.min_hours, (value) => put('selection', { min_hours: value ?? 0 }), '0.5')}
            <SelectField label={t('moduleRule')} choices={STRICT.map((value) => ({ value, label: t(`strict.${value}`) }))} value={body.selection.modules} onChange={(event) => put('selection', { modules: event.target.value as Strictness })} />
            {number(t('hoursAbove'), body.catalog.hours_above, (value) => put('catalog', { hours_above: value ?? 0 }), '0.5')}
          </div>
        </fieldset>
        <fieldset>
          <legend>{t('secClass')}</legend>
          {(['independent', 'joint'] as const).map((kind) => (
            <div key={kind} className="grid-3">
              {number(`${t(kind)} ${t('lower')}`, body.class_size[kind].lower, (lower) => put('class_size', { [kind]: { ...body.class_size[kind], lower } }))}
              {number(`${t(kind)} ${t('upper')}`, body.class_size[kind].upper, (upper) => put('class_size', { [kind]: { ...body.class_size[kind], upper } }))}
              <SelectField label={`${t(kind)} ${t('onBreach')}`} choices={breaches} value={body.class_size[kind].on_breach} onChange={(event) => put('class_size', { [kind]: { ...body.class_size[kind], on_breach: event.target.value as Breach } })} />
            </div>
          ))}
          <div className="grid-3">
            {number(`${t('secWorkshop')} ${t('perSchool')}`, body.workshops.upper, (value) => put('workshops', { upper: value ?? 0 }))}
            <SelectField label={`${t('secWorkshop')} ${t('onBreach')}`} choices={breaches} value={body.workshops.on_breach} onChange={(event) => put('workshops', { on_breach: event.target.value as Breach })} />
          </div>
        </fieldset>
        <fieldset>
          <legend>{t('secHomework')}</legend>
          <div className="grid-3">
            {number(t('required'), body.homework.required_count, (value) => put('homework', { required_count: value ?? 0 }))}
            {number(t('threshold'), body.homework.recommend_threshold, (value) => put('homework', { recommend_threshold: value ?? 0 }), '0.01')}
            {number(t('rounds'), body.homework.review_rounds, (value) => put('homework', { review_rounds: value ?? 0 }))}
            {number(t('difference'), body.homework.expert_difference, (value) => put('homework', { expert_difference: value ?? 0 }), '0.01')}
            {number(t('workshopQ'), body.quotas.workshop_percent, (value) => put('quotas', { workshop_percent: value ?? 0 }))}
            {number(t('schoolQ'), body.quotas.school_percent, (value) => put('quotas', { school_percent: value ?? 0 }))}
            {number(t('regionQ'), body.quotas.region_percent, (value) => put('quotas', { region_percent: value ?? 0 }))}
          </div>
          <CheckField label={t('ownSchool')} checked={body.homework.own_school_allowed} onChange={(event) => put('homework', { own_school_allowed: event.target.checked })} />
        </fieldset>
        <fieldset>
          <legend>{t('secPractice')} · {t('secExcellent')}</legend>
          <div className="grid-3">
            {number(t('completion'), body.practice.completion_max, (value) => put('practice', { completion_max: value ?? 0 }))}
            {number(t('effect'), body.practice.effect_max, (value) => put('practice', { effect_max: value ?? 0 }))}
            {number(t('line'), body.excellent.line, (value) => put('excellent', { line: value ?? 0 }), '0.01')}
            {number(t('quota'), body.excellent.quota_percent, (value) => put('excellent', { quota_percent: value ?? 0 }))}
            {number(t('appeal'), body.appeal_days, (value) => form.set('body', { ...body, appeal_days: value ?? 0 }))}
          </div>
        </fieldset>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{t('saveVersion')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
