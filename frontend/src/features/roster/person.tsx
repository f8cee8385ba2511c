import { Eye, KeyRound, LogOut, Pencil, Shapes } from 'lucide-react';
import { useState } from 'react';
import { type Reveal, type WholeEnrollment, changeEnrollmentStatus, createResetCode, createReveal, revokeSessions, showEnrollment } from '@/api';
import { AllowedActions, Button, Dialog, Facts, Note, ProblemNote, Skeleton, ask, moment, toast, useAct, useLabel, useOffers, useRead } from '@/ui';
import { ChangeTrainee, Transfer } from './change';
import { Place } from './place';
import { useRoster } from './roster.words';
import { Standing } from './standing';

/** One person beside the list: masked data, and what can be decided. */
export function PersonPanel({ id, projectId, onClose }: { id: string; projectId: string; onClose: () => void }) {
  const t = useRoster();
  const found = useRead(['enrollment', id], () => showEnrollment({ path: { id } }));
  return (
    <Dialog title={found.data?.name ?? t('person')} size="side" onClose={onClose}>
      {found.error ? <ProblemNote problem={found.error} /> : !found.data ? <Skeleton lines={6} /> : <Person one={found.data} projectId={projectId} />}
    </Dialog>
  );
}

function Person({ one, projectId }: { one: WholeEnrollment; projectId: string }) {
  const t = useRoster();
  const label = useLabel();
  const [open, setOpen] = useState<'change' | 'transfer' | 'place'>();
  const [full, setFull] = useState<Reveal>();
  const path = { id: one.id };
  const offered = useOffers();
  const settle = useAct((body: { to: 'withdrawn' | 'deferred' | 'exempted' | 'active'; reason: string }) => changeEnrollmentStatus({ path, body }), { done: (answer) => toast(t(`told.${answer.status}` as 'told.active', { name: one.name })) });
  const reveal = useAct((reason: string) => createReveal({ path: { id: one.person_id }, body: { reason } }), { done: setFull });
  const askReveal = async () => {
    const given = await ask({ title: t('revealTitle'), text: t('revealText'), action: t('reveal'), reason: 'required' });
    if (given) reveal.mutate(given.reason);
  };
  const decide = (to: 'withdrawn' | 'deferred' | 'exempted' | 'active', text: string, name: string, look?: 'danger') => ({
    label: name, look, ask: { title: name, text, reason: 'required' as const }, run: (reason: string) => settle.mutate({ to, reason }),
  });
  if (open === 'change') return <ChangeTrainee one={one} onDone={() => setOpen(undefined)} />;
  if (open === 'place') return <Place one={one} projectId={projectId} onDone={() => setOpen(undefined)} />;
  if (open === 'transfer') return <Transfer one={one} projectId={projectId} onDone={() => setOpen(undefined)} />;
  return (
    <div className="stack">
      <div className="row"><Standing of={one} /><span className="small muted mono">{one.trainee_no}</span></div>
      <Facts
        items={[
          [t('school'), one.school_name], [t('gender'), label('gender', one.gender)], [t('stage'), label('stage', one.stage)], [t('subject'), label('subject', one.subject)], [t('class'), one.class_name], [t('workshop'), one.workshop_name],
          [t('phone'), <span key="p" className="mono">{full?.phone ?? one.phone ?? '—'}</span>], [t('idNo'), <span key="i" className="mono">{full?.id_no ?? one.id_no ?? '—'}</span>],
          [t('duty'), one.duty], [t('jobTitle'), one.job_title], [t('years'), one.teaching_years], [t('education'), one.education], [t('note'), one.note], [t('activatedAt'), moment(one.activated_at)],
        ]}
      />
      {full ? <Note tone="warn">{t('revealed')}</Note> : offered('reveal') && <div><Button size="small" icon={Eye} busy={reveal.isPending} onClick={() => void askReveal()}>{t('reveal')}</Button></div>}
      <div className="row">{offered('addTrainee') && <Button size="small" icon={Pencil} onClick={() => setOpen('change')}>{t('edit')}</Button>}{offered('place') && <Button size="small" icon={Shapes} onClick={() => setOpen('place')}>{t('place')}</Button>}{offered('giveCodes') && <Credentials one={one} />}</div>
      <AllowedActions
        actions={one.allowed_actions} size="small" busy={settle.isPending}
        drawings={{
          transfer: { label: t('transfer'), run: () => setOpen('transfer') },
          defer: decide('deferred', t('deferAsk'), t('defer')),
          exempt: decide('exempted', t('exemptAsk'), t('exempt')),
          take_back: decide('active', t('takeBackAsk'), t('take_back')),
          withdraw: decide('withdrawn', t('withdrawAsk'), t('withdraw'), 'danger'),
        }}
      />
    </div>
  );
}

function Credentials({ one }: { one: WholeEnrollment }) {
  const t = useRoster();
  const path = { id: one.person_id };
  const [code, setCode] = useState<string>();
  const reset = useAct(() => createResetCode({ path }), { done: (made) => setCode(made.code) });
  const signOut = useAct((reason: string) => revokeSessions({ path, body: { reason } }), { done: ({ ended }) => toast(t('signedOut', { n: ended })) });
  const askReset = async () => {
    if (await ask({ title: t('reset'), text: t('resetAsk', { name: one.name }), action: t('make') })) reset.mutate(undefined);
  };
  const askSignOut = async () => {
    const given = await ask({ title: t('signOut'), text: t('signOutAsk', { name: one.name }), action: t('signOut'), danger: true, reason: 'required' });
    if (given) signOut.mutate(given.reason);
  };
  return (
    <>
      <Button size="small" icon={KeyRound} busy={reset.isPending} onClick={() => void askReset()}>{t('reset')}</Button>
      <Button size="small" icon={LogOut} busy={signOut.isPending} onClick={() => void askSignOut()}>{t('signOut')}</Button>
      {code && <Note tone="good">{t('resetCode')}<br /><span className="mono strong">{code}</span></Note>}
    </>
  );
}
