import { useParams } from '@tanstack/react-router';
import { Plus, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { type Appointment, type AppointmentStatus, type Role, endAppointment, listAppointments, reinstateAppointment, suspendAppointment } from '@/api';
import { AllowedActions, Badge, Button, type Column, DataTable, Empty, Page, day, useAct, useChoices, useLabel, useList, useOffers, useRoles, useUrlState } from '@/ui';
import { Appoint } from './appoint';
import { useAppointments } from './appointments.words';
import { SignInCode } from './code';
import { GRANTED } from './granted';

export default function Appointments() {
  const t = useAppointments();
  const role = useRoles();
  const label = useLabel();
  const choices = useChoices();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search] = useUrlState();
  const offered = useOffers();
  const [open, setOpen] = useState(false);
  const query = { q: search.q, role: search.role as Role | undefined, status: search.status as AppointmentStatus | undefined };
  const list = useList(['appointments', projectId, query], (cursor) => listAppointments({ path: { id: projectId }, query: { ...query, cursor } }));
  const columns: Column<Appointment>[] = [
    { key: 'person', title: t('person'), cell: (row) => row.person_name },
    { key: 'role', title: t('role'), cell: (row) => role.code(row.role) },
    { key: 'scope', title: t('scope'), cell: (row) => [row.scope_name, row.subject && label('subject', row.subject)].filter(Boolean).join(' · ') || '—' },
    { key: 'office', title: t('office'), cell: (row) => row.title ?? '—', hidden: true },
    { key: 'from', title: t('from'), cell: (row) => <span className="nowrap">{day(row.valid_from)}</span> },
    { key: 'to', title: t('to'), cell: (row) => <span className="nowrap">{day(row.valid_to)}</span>, hidden: true },
    { key: 'status', title: t('status'), cell: (row) => <Badge tone={row.status === 'active' ? 'good' : row.status === 'suspended' ? 'warn' : 'plain'}>{label('appointment', row.status)}</Badge> },
    { key: 'acts', title: '', cell: (row) => <span className="row">{row.status === 'active' && offered('giveCodes') && <SignInCode of={row} />}<Acts one={row} /></span> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} actions={offered('appoint') && <Button look="primary" icon={Plus} onClick={() => setOpen(true)}>{t('appoint')}</Button>}>
      <DataTable
        name="appointments" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id}
        filters={[
          { key: 'q', label: t('q') },
          { key: 'role', label: t('role'), choices: GRANTED.map((value) => ({ value, label: role.code(value) })) },
          { key: 'status', label: t('status'), choices: choices('appointment', ['active', 'suspended', 'ended']) },
        ]}
        empty={<Empty icon={UserRoundCheck} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      {open && <Appoint projectId={projectId} onClose={() => setOpen(false)} />}
    </Page>
  );
}

function Acts({ one }: { one: Appointment }) {
  const t = useAppointments();
  const path = { id: one.id };
  const end = useAct((reason: string) => endAppointment({ path, body: { reason } }), { done: t('ended') });
  const suspend = useAct((reason: string) => suspendAppointment({ path, body: { reason } }), { done: t('suspended') });
  const reinstate = useAct(() => reinstateAppointment({ path }), { done: t('reinstated') });
  return (
    <AllowedActions
      actions={one.allowed_actions} size="small" busy={end.isPending || suspend.isPending || reinstate.isPending}
      drawings={{
        suspend: { label: t('suspend'), ask: { title: t('suspend'), text: t('suspendAsk'), reason: 'required' }, run: suspend.mutate },
        reinstate: { label: t('reinstate'), run: () => reinstate.mutate(undefined) },
        end: { label: t('end'), look: 'danger', ask: { title: t('end'), text: t('endAsk'), reason: 'required' }, run: end.mutate },
      }}
    />
  );
}
