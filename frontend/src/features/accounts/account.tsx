import { MonitorSmartphone } from 'lucide-react';
import { changePassword, listSessions, removeSession } from '@/api';
import { Badge, Button, Card, Page, ProblemNote, Skeleton, TextField, ask, moment, toast, useAct, useForm, useMe, useRead, useRoles } from '@/ui';
import { useAccounts } from './accounts.words';
import { Contact } from './contact';

export default function Account() {
  const t = useAccounts();
  return (
    <Page title={t('account')} lead={t('accountLead')} width="narrow">
      <Roles />
      <Contact />
      <Password />
      <Devices />
    </Page>
  );
}

function Roles() {
  const t = useAccounts();
  const role = useRoles();
  const me = useMe().data;
  return (
    <Card title={t('roles')}>
      {me?.appointments.length ? (
        <ul className="stack-s">
          {me.appointments.map((one) => (
            <li key={one.id} className="row"><Badge tone={one.id === me.active_appointment_id ? 'good' : 'plain'}>{role.code(one.role)}</Badge><span className="small">{one.scope_name}</span></li>
          ))}
        </ul>
      ) : <p className="small muted">{t('noRoles')}</p>}
    </Card>
  );
}

function Password() {
  const t = useAccounts();
  const empty = { current_password: '', new_password: '', repeat: '' };
  const form = useForm(empty, async ({ current_password, new_password, repeat }, { wrong, reset }) => {
    if (new_password !== repeat) return wrong({ repeat: t('differs') });
    await changePassword({ body: { current_password, new_password } });
    reset();
    toast(t('changed'));
  });
  return (
    <Card title={t('change')}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('current')} type="password" autoComplete="current-password" required {...form.field('current_password')} />
        <div className="grid-2">
          <TextField label={t('newPassword')} hint={t('newPasswordHint')} type="password" autoComplete="new-password" required minLength={12} {...form.field('new_password')} />
          <TextField label={t('repeat')} type="password" autoComplete="new-password" required {...form.field('repeat')} />
        </div>
        <ProblemNote problem={form.problem} />
        <div><Button look="primary" type="submit" busy={form.busy}>{t('change')}</Button></div>
      </form>
    </Card>
  );
}

/** “Mozilla/5.0 (X11; Linux x86_64) … Chrome/156” in two words. */
function device(agent: string): string {
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1] ?? '';
  const browser = /(MicroMessenger|Edg|Firefox|Chrome|Safari)/.exec(agent)?.[1] ?? agent.slice(0, 40);
  return [browser.replace('Edg', 'Edge').replace('MicroMessenger', 'WeChat'), system.replace('Mac OS X', 'macOS')].filter(Boolean).join(' · ') || '—';
}

function Devices() {
  const t = useAccounts();
  const sessions = useRead(['sessions'], () => listSessions());
  const end = useAct((ids: string[]) => Promise.all(ids.map((id) => removeSession({ path: { id } }))), { done: t('ended') });
  const others = sessions.data?.items.filter((one) => !one.current) ?? [];
  const endAll = async () => {
    if (await ask({ title: t('endAll'), text: t('endAllAsk'), action: t('endAll'), danger: true })) end.mutate(others.map((one) => one.id));
  };
  return (
    <Card title={t('devices')} actions={others.length > 0 && <Button look="danger" size="small" busy={end.isPending} onClick={() => void endAll()}>{t('endAll')}</Button>}>
      {sessions.error ? <ProblemNote problem={sessions.error} /> : !sessions.data ? <Skeleton /> : (
        <ul className="stack">
          {sessions.data.items.map((one) => (
            <li key={one.id} className="row-apart">
              <span className="row">
                <MonitorSmartphone size={20} strokeWidth={1.5} aria-hidden="true" />
                <span>
                  <span className="row"><span className="strong small">{device(one.user_agent)}</span>{one.current && <Badge tone="good">{t('thisDevice')}</Badge>}</span>
                  <span className="tiny muted">{one.ip} · {t('seen')} {moment(one.seen_at)}</span>
                </span>
              </span>
              {!one.current && <Button size="small" onClick={() => end.mutate([one.id])}>{t('end')}</Button>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
