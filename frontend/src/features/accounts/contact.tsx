import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { changeContact, showContact } from '@/api';
import { Button, ButtonLink, Card, Dialog, Facts, ProblemNote, Skeleton, TextField, toast, useCommon, useForm, useMe, useRead, useRefresh } from '@/ui';
import { useAccounts } from './accounts.words';

/** How one is reached, masked; a new phone is also what one signs in by. */
export function Contact() {
  const t = useAccounts();
  const [open, setOpen] = useState(false);
  const found = useRead(['contact'], () => showContact());
  const me = useMe().data;
  return (
    <Card
      title={t('contact')}
      actions={<>{me && me.enrollments.length > 0 && <ButtonLink size="small" to="/account/records">{t('records')}</ButtonLink>}<Button size="small" icon={Pencil} onClick={() => setOpen(true)}>{t('changePhone')}</Button></>}
    >
      {found.error ? <ProblemNote problem={found.error} /> : !found.data ? <Skeleton lines={2} /> : (
        <Facts items={[[t('phone'), <span key="p" className="mono">{found.data.phone ?? '—'}</span>], [t('idNo'), <span key="i" className="mono">{found.data.id_no ?? '—'}</span>]]} />
      )}
      {open && <ChangePhone onClose={() => setOpen(false)} />}
    </Card>
  );
}

function ChangePhone({ onClose }: { onClose: () => void }) {
  const t = useAccounts();
  const common = useCommon();
  const refresh = useRefresh();
  const form = useForm({ phone: '' }, async (body) => {
    await changeContact({ body });
    await refresh();
    toast(t('phoneChanged'));
    onClose();
  });
  return (
    <Dialog title={t('changePhone')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('newPhone')} hint={t('newPhoneHint')} type="tel" autoComplete="tel" required autoFocus maxLength={40} {...form.field('phone')} />
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
