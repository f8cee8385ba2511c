import { useNavigate } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useEffect } from 'react';
import { createSession, session } from '@/api';
import { Button, ButtonLink, ProblemNote, TextField, useForm, useUrlState } from '@/ui';
import { useAccounts } from './accounts.words';
import { Door } from './door';

export default function SignIn() {
  const t = useAccounts();
  const navigate = useNavigate();
  const [search] = useUrlState();
  const form = useForm({ login: '', password: '' }, async (body) => {
    session.begin(await createSession({ body: { ...body, login: body.login.trim() } }));
    // Only ever a page of ours: an address that names another place is not followed.
    const wish = search.to ?? '/';
    await navigate({ href: /^\/(?![/\\])/.test(wish) ? wish : '/', replace: true });
  });
  useEffect(() => {
    document.title = `${t('signIn')} · 提升`;
  }, [t]);
  return (
    <Door>
      <h1>{t('signIn')}</h1>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('login')} autoComplete="username" autoFocus required maxLength={100} {...form.field('login')} />
        <TextField label={t('password')} type="password" autoComplete="current-password" required maxLength={256} {...form.field('password')} />
        <ProblemNote problem={form.problem} />
        <Button look="primary" type="submit" busy={form.busy}>{t('signIn')}</Button>
      </form>
      <div className="stack-s">
        <ButtonLink to="/activate" icon={KeyRound}>{t('first')}</ButtonLink>
        <p className="small muted">{t('forgot')}</p>
      </div>
    </Door>
  );
}
