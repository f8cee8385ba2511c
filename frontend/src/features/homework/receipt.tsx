import { Copy, Printer } from 'lucide-react';
import { Button, Dialog, Facts, moment, toast, useAct, useCommon } from '@/ui';
import { useHomework } from './homework.words';

export interface Received { id: string; title: string; author: string; school: string; number: number; at: string; sha256: string }

/** Proof that a version was handed in, short on the screen and whole on paper. */
export function Receipt({ of, onClose, closing }: { of: Received; onClose: () => void; closing?: string }) {
  const t = useHomework();
  const common = useCommon();
  const copy = useAct(() => navigator.clipboard.writeText(of.sha256), { quiet: true, done: () => toast(common('copied')) });
  return (
    <Dialog title={t('receipt')} onClose={onClose}>
      <div className="receipt stack">
        <p>{t('receiptText', { n: of.number, at: moment(of.at) })}</p>
        <Facts items={[
          [t('work'), of.title], [t('author'), of.author], [t('school'), of.school], [t('receiptNo'), <span key="no" className="mono tiny homework-hash">{`${of.id}/${of.number}`}</span>],
          [t('hash'), (
            <span key="hash" className="row">
              <span className="mono tiny homework-hash"><span className="no-print">{`${of.sha256.slice(0, 8)}…${of.sha256.slice(-8)}`}</span><span className="print-only">{of.sha256}</span></span>
              {'clipboard' in navigator && <span className="no-print"><Button look="quiet" size="small" icon={Copy} label={`${common('copy')} ${t('hash')}`} onClick={() => copy.mutate(undefined)} /></span>}
            </span>
          )],
        ]} />
        <p className="tiny muted">{t('receiptHint')}</p>
      </div>
      <div className="dialog-foot no-print">
        <Button onClick={onClose}>{closing ?? common('close')}</Button>
        <Button look="primary" icon={Printer} onClick={() => window.print()}>{t('printReceipt')}</Button>
      </div>
    </Dialog>
  );
}
