import { type QuarantinedEvent, resolveQuarantinedEvent } from '@/api';
import { Button, Dialog, Facts, ProblemNote, TextField, ask, moment, toast, useAct, useCommon, useForm, useRefresh } from '@/ui';
import { useQuarantine } from './quarantine.words';

export function Resolve({ of, onClose }: { of: QuarantinedEvent; onClose: () => void }) {
  const t = useQuarantine();
  const common = useCommon();
  const refresh = useRefresh();
  const path = { id: of.id };
  const form = useForm({ trainee_no: '', course_code: '' }, async (given) => {
    await resolveQuarantinedEvent({ path, body: { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)), discard: false } });
    await refresh();
    toast(t('booked'));
    onClose();
  });
  const discard = useAct((reason: string) => resolveQuarantinedEvent({ path, body: { discard: true, reason } }), { done: () => { toast(t('discarded')); onClose(); } });
  const askDiscard = async () => {
    const given = await ask({ title: t('discard'), text: t('discardAsk'), action: t('discard'), danger: true, reason: 'required' });
    if (given) discard.mutate(given.reason);
  };
  return (
    <Dialog title={t('resolve')} onClose={onClose}>
      <Facts items={[[t('trainee'), of.trainee_no], [t('course'), of.course_code], [t('reason'), t.code(`reason.${of.reason}`)], [t('at'), moment(of.occurred_at)]]} />
      <form className="stack" onSubmit={form.submit}>
        <div className="grid-2">
          <TextField label={t('meantTrainee')} hint={t('keep')} optional maxLength={64} {...form.field('trainee_no')} />
          <TextField label={t('meantCourse')} hint={t('keep')} optional maxLength={64} {...form.field('course_code')} />
        </div>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button look="danger" busy={discard.isPending} onClick={() => void askDiscard()}>{t('discard')}</Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{t('book')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
