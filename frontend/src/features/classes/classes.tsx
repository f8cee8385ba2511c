import { useNavigate, useParams } from '@tanstack/react-router';
import { Plus, Presentation, ShieldAlert, Wand2 } from 'lucide-react';
import { useState } from 'react';
import { type Class, type ClassKind, type ClassStatus, listClasses } from '@/api';
import { Badge, Button, ButtonLink, type Column, DataTable, Empty, Page, type Tone, useChoices, useLabel, useList, useOffers, useSchools, useUrlState } from '@/ui';
import { useClasses } from './classes.words';
import { EditClass } from './edit';

export const TONES: Record<string, Tone> = { draft: 'plain', submitted: 'warn', approved: 'good', active: 'good', returned: 'bad', closed: 'plain' };
const STATUSES = ['draft', 'submitted', 'returned', 'approved', 'closed'];

export default function Classes() {
  const t = useClasses();
  const label = useLabel();
  const choices = useChoices();
  const navigate = useNavigate();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const schools = useSchools(projectId);
  const [search] = useUrlState();
  const offered = useOffers();
  const [open, setOpen] = useState(false);
  const query = { q: search.q, school_id: search.school, kind: search.kind as ClassKind | undefined, status: search.status as ClassStatus | undefined };
  const list = useList(['classes', projectId, query], (cursor) => listClasses({ path: { id: projectId }, query: { ...query, cursor } }));
  const columns: Column<Class>[] = [
    { key: 'name', title: t('name'), cell: (row) => row.name },
    { key: 'code', title: t('code'), cell: (row) => <span className="mono">{row.code}</span> },
    { key: 'kind', title: t('kind'), cell: (row) => label('class', row.kind) },
    { key: 'schools', title: t('schools'), cell: (row) => row.schools.map((one) => one.name).join('、') },
    { key: 'lead', title: t('lead_'), cell: (row) => row.lead?.name ?? '—', hidden: true },
    { key: 'members', title: t('members'), num: true, cell: (row) => row.members },
    { key: 'seats', title: t('seats'), num: true, cell: (row) => row.seats ?? '—' },
    { key: 'findings', title: t('findings'), cell: (row) => <Findings of={row} />, text: (row) => row.findings.map((one) => t(one.code === 'too_small' ? 'finding.too_small' : 'finding.over_upper', { members: one.members, bound: one.bound })).join('；') },
    { key: 'status', title: t('status'), cell: (row) => <Badge tone={TONES[row.status]}>{t.code(`status.${row.status}`)}</Badge> },
  ];
  return (
    <Page
      title={t('title')} lead={t('lead')}
      actions={<><ButtonLink to={`/projects/${projectId}/exceptions`} icon={ShieldAlert}>{t('exceptions')}</ButtonLink>{offered('place') && <ButtonLink to={`/projects/${projectId}/formation`} icon={Wand2}>{t('assistant')}</ButtonLink>}{offered('newClass') && <Button look="primary" icon={Plus} onClick={() => setOpen(true)}>{t('new')}</Button>}</>}
    >
      <DataTable
        name="classes" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id} onRow={(row) => void navigate({ to: `/projects/${projectId}/classes/${row.id}` })}
        filters={[
          { key: 'q', label: t('q') },
          ...(schools.length > 1 ? [{ key: 'school', label: t('school'), choices: schools }] : []),
          { key: 'kind', label: t('kind'), choices: choices('class', ['independent', 'joint']) },
          { key: 'status', label: t('status'), choices: STATUSES.map((value) => ({ value, label: t.code(`status.${value}`) })) },
        ]}
        empty={<Empty icon={Presentation} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      {open && <EditClass projectId={projectId} schools={schools} onClose={() => setOpen(false)} />}
    </Page>
  );
}

export function Findings({ of }: { of: Class }) {
  const t = useClasses();
  if (of.findings.length === 0) return '—';
  return of.findings.map((one) => <Badge key={one.code} tone="warn">{t(one.code === 'too_small' ? 'finding.too_small' : 'finding.over_upper', { members: one.members, bound: one.bound })}</Badge>);
}
