import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { confirmSession } from '@/api';
import { Button } from './button';
import { useCommon } from './common.words';
import { Dialog } from './dialog';
import { TextArea, TextField } from './fields';
import { useForm } from './form';
import { dismiss, useOverlays } from './overlays';
import { ProblemNote } from './problem';

function AskReason() {
  const t = useCommon();
  const { question } = useOverlays();
  const [reason, setReason] = useState('');
  if (!question) return null;
  const lacking = question.reason === 'required' && !reason.trim();
  return (
    <Dialog title={question.title} onClose={() => question.answer(undefined)}>
      {question.text && <p className="prewrap">{question.text}</p>}
      {question.reason && (
        <TextArea label={t('reason')} hint={t('reasonHint')} value={reason} maxLength={500} optional={question.reason === 'optional'} onChange={(event) => setReason(event.target.value)} />
      )}
      <div className="dialog-foot">
        <Button onClick={() => question.answer(undefined)}>{t('cancel')}</Button>
        <Button look={question.danger ? 'danger' : 'primary'} disabled={lacking} onClick={() => question.answer({ reason: reason.trim() })}>
          {question.action}
        </Button>
      </div>
    </Dialog>
  );
}

function AskPassword({ answer }: { answer: (given: boolean) => void }) {
  const t = useCommon();
  const form = useForm({ password: '' }, async ({ password }) => {
    await confirmSession({ body: { password } });
    answer(true);
  });
  return (
    <Dialog title={t('passwordAgain')} onClose={() => answer(false)}>
      <form className="stack" onSubmit={form.submit}>
        <p className="small muted">{t('passwordAgainHint')}</p>
        <TextField label={t('password')} type="password" autoComplete="current-password" required autoFocus {...form.field('password')} />
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={() => answer(false)}>{t('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{t('confirm')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Where the overlays appear; stands once in the application. */
export function Overlays() {
  const t = useCommon();
  const { toasts, question, password } = useOverlays();
  const shelf = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In the top layer, so that a notice is seen above an open dialog.
    const box = shelf.current;
    if (!box?.showPopover) return;
    if (box.matches(':popover-open')) box.hidePopover();
    if (toasts.length > 0) box.showPopover();
  }, [toasts]);
  useEffect(() => {
    // Escape closes the newest notice, unless it has something nearer to close.
    const close = (event: KeyboardEvent) => {
      const last = toasts.at(-1);
      if (event.key === 'Escape' && last && !document.querySelector('dialog[open], details.menu[open]')) dismiss(last.id);
    };
    document.addEventListener('keydown', close, true);
    return () => document.removeEventListener('keydown', close, true);
  }, [toasts]);
  return (
    <>
      {question && <AskReason key={question.title} />}
      {password && <AskPassword answer={password.answer} />}
      <div className="toasts" role="status" ref={shelf} popover="manual">
        {toasts.map((one) => (
          <div key={one.id} className="toast" data-tone={one.tone}>
            <span>{one.text}</span>
            {one.action && (
              <Button onClick={() => { one.action?.run(); dismiss(one.id); }}>{one.action.label}</Button>
            )}
            <Button look="quiet" size="small" icon={X} label={t('closeToast')} onClick={() => dismiss(one.id)} />
          </div>
        ))}
      </div>
    </>
  );
}
