import { useState } from 'react';
import type { Selection } from '@/api';
import { Button, Card, Dialog, ProgressBar, useReference } from '@/ui';
import { Shortfalls } from './shortfalls';
import { useSelections } from './selections.words';

/**
 * What is chosen so far, in sight while one looks through the courses. On a phone it would
 * cover them: there one line stays, and a button opens the rest.
 */
export function Basket({ plan }: { plan: Selection }) {
  const t = useSelections();
  const [open, setOpen] = useState(false);
  const hours = Math.round(plan.modules.reduce((all, one) => all + one.hours, 0) * 100) / 100;
  return (
    <div className="selection-basket">
      <Card tight>
        <div className="selection-whole"><Whole plan={plan} /></div>
        <div className="selection-line">
          <span className="small" aria-live="polite"><span className="strong nowrap">{hours} / {plan.min_hours} {t('unit')}</span> <span className="nowrap">{t('total', { n: plan.items.length })}</span></span>
          <Button size="small" onClick={() => setOpen(true)}>{t('missing')}</Button>
        </div>
      </Card>
      {open && <Dialog title={t('missing')} onClose={() => setOpen(false)}>{plan.shortfalls.length === 0 && <p className="small">{t('complete')}</p>}<Whole plan={plan} /></Dialog>}
    </div>
  );
}

function Whole({ plan }: { plan: Selection }) {
  const t = useSelections();
  const reference = useReference();
  return (
    <div className="stack-s">
      <ProgressBar label={t('hours')} unit={t('unit')} target={plan.min_hours} parts={plan.modules.map((one) => ({ label: reference.module(one.module), value: one.hours }))} />
      <Shortfalls plan={plan} />
    </div>
  );
}
