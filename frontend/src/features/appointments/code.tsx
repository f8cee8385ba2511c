import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { type Appointment, createResetCode } from '@/api';
import { Button, Dialog, Note, ask, useAct } from '@/ui';
import { useAppointments } from './appointments.words';

/** The one-time code by which somebody who is in no roster signs in first, or anew. */
export function SignInCode({ of }: { of: Appointment }) {
  const t = useAppointments();
  const [code, setCode] = useState<string>();
  const make = useAct(() => createResetCode({ path: { id: of.person_id } }), { done: (made) => setCode(made.code) });
  const sure = async () => {
    if (await ask({ title: t('code'), text: t('codeAsk', { name: of.person_name }), action: t('codeMake') })) make.mutate(undefined);
  };
  return (
    <>
      <Button size="small" icon={KeyRound} busy={make.isPending} aria-label={`${t('code')} ${of.person_name}`} onClick={() => void sure()}>{t('code')}</Button>
      {code && (
        <Dialog title={t('codeTitle', { name: of.person_name })} onClose={() => setCode(undefined)}>
          <p className="mono strong">{code}</p>
          <Note tone="warn">{t('codeHint')}</Note>
        </Dialog>
      )}
    </>
  );
}
