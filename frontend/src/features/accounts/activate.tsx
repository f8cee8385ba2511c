import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type ActivationCheck, activateAccount, checkActivation, session } from '@/api';
import { Button, Card, CheckField, Facts, ProblemNote, Steps, TextField, TextLink, useCommon, useForm, useLabel } from '@/ui';
import { useAccounts } from './accounts.words';
import { Door } from './door';

type Code = { login: string; code: string };

/** First sign-in: the code, whose it is, then an own password and consent. */
export default function Activate() {
  const t = useAccounts();
  const [given, setGiven] = useState<Code>();
  const [person, setPerson] = useState<ActivationCheck>();
  const [agreed, setAgreed] = useState(false);
  useEffect(() => {
    document.title = `${t('activate')} · 提升`;
  }, [t]);
  const step = !given || !person ? 0 : agreed ? 2 : 1;
  return (
    <Door>
      <div className="stack-s">
        <h1>{t('activate')}</h1>
        <p className="small muted">{t('activateLead')}</p>
      </div>
      <Steps steps={[t('step1'), t('step2'), t('step3')]} at={step} />
      {step === 0 && <EnterCode onFound={(code, found) => { setGiven(code); setPerson(found); }} />}
      {step === 1 && person && <Confirm person={person} onYes={() => setAgreed(true)} onNo={() => { setGiven(undefined); setPerson(undefined); }} />}
      {step === 2 && given && <SetPassword given={given} />}
      <p className="small"><TextLink to="/sign-in">{t('toSignIn')}</TextLink></p>
    </Door>
  );
}

function EnterCode({ onFound }: { onFound: (code: Code, found: ActivationCheck) => void }) {
  const t = useAccounts();
  const form = useForm({ login: '', code: '' }, async ({ login, code }) => {
    const body = { login: login.trim(), code: code.trim() };
    onFound(body, await checkActivation({ body }));
  });
  return (
    <form className="stack" onSubmit={form.submit}>
      <TextField label={t('login')} autoComplete="username" autoFocus required maxLength={100} {...form.field('login')} />
      <TextField label={t('code')} hint={t('codeHint')} autoComplete="one-time-code" autoCapitalize="characters" required maxLength={40} {...form.field('code')} />
      <ProblemNote problem={form.problem} />
      <Button look="primary" type="submit" busy={form.busy}>{t('next')}</Button>
    </form>
  );
}

function Confirm({ person, onYes, onNo }: { person: ActivationCheck; onYes: () => void; onNo: () => void }) {
  const t = useAccounts();
  const common = useCommon();
  const label = useLabel();
  return (
    <div className="stack">
      <Card title={t('isYou')}><Facts items={[[common('name'), person.name], [t('gender'), label('gender', person.gender)]]} /></Card>
      <Button look="primary" autoFocus onClick={onYes}>{t('isMe')}</Button>
      <Button onClick={onNo}>{t('notMe')}</Button>
    </div>
  );
}

function SetPassword({ given }: { given: Code }) {
  const t = useAccounts();
  const navigate = useNavigate();
  const form = useForm({ new_password: '', repeat: '', consent: false }, async ({ new_password, repeat, consent }, { wrong }) => {
    if (new_password !== repeat) return wrong({ repeat: t('differs') });
    session.begin(await activateAccount({ body: { ...given, new_password, consent } }));
    await navigate({ to: '/', replace: true });
  });
  return (
    <form className="stack" onSubmit={form.submit}>
      <input type="text" className="visually-hidden" autoComplete="username" value={given.login} readOnly tabIndex={-1} aria-hidden="true" />
      <TextField label={t('newPassword')} hint={t('newPasswordHint')} type="password" autoComplete="new-password" autoFocus required minLength={12} maxLength={256} {...form.field('new_password')} />
      <TextField label={t('repeat')} type="password" autoComplete="new-password" required maxLength={256} {...form.field('repeat')} />
      <CheckField label={t('consent')} required {...form.check('consent')} />
      <ProblemNote problem={form.problem} />
      <Button look="primary" type="submit" busy={form.busy}>{t('finish')}</Button>
    </form>
  );
}
