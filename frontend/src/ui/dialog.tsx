import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';
import { useCommon } from './common.words';

/** A modal window on the browser's own dialog: it keeps the focus and closes on Escape. */
export function Dialog({ title, onClose, size, children }: { title: string; onClose: () => void; size?: 'wide' | 'side'; children: ReactNode }) {
  const t = useCommon();
  const frame = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const dialog = frame.current;
    if (!dialog || dialog.open) return;
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute('open', '');
    return () => dialog.close?.();
  }, []);
  return (
    <dialog
      ref={frame}
      className="dialog"
      data-size={size}
      aria-labelledby={name}
      onCancel={(event) => { event.preventDefault(); onClose(); }}
      onClick={(event) => { if (event.target === frame.current && size === 'side') onClose(); }}
    >
      <div className="dialog-head">
        <h2 id={name}>{title}</h2>
        <Button look="quiet" size="small" icon={X} label={t('close')} onClick={onClose} />
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
