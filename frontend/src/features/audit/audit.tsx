import { useParams } from '@tanstack/react-router';
import { ScrollText, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { type AuditEvent, listAuditEvents, listPlatformAuditEvents, showAuditVerification } from '@/api';
import { Badge, Button, type Column, DataTable, Dialog, Empty, Facts, Note, Page, Tabs, count, moment, roleOf, useAct, useList, useMe, useRoles, useUrlState } from '@/ui';
import { useAudit } from './audit.words';

export default function Audit() {
  const t = useAudit();
  const me = useMe().data;
  const [search, setSearch] = useUrlState();
  const watches = me !== undefined && ['auditor', 'platform_operator'].includes(roleOf(me).role);
  // Whoever runs the platform reads its events; those of a project are not theirs.
  const operates = me !== undefined && roleOf(me).role === 'platform_operator';
  const tab = operates ? 'platform' : (search.tab ?? 'project');
  return (
    <Page title={t('title')} lead={t('lead')} actions={watches && <Verify />}>
      {watches && !operates && <Tabs label={t('title')} value={tab} onChoose={(value) => setSearch({ tab: value })} tabs={[{ value: 'project', label: t('project') }, { value: 'platform', label: t('platform') }]} />}
      {me && <Trail key={tab} platform={tab === 'platform'} />}
    </Page>
  );
}

function Trail({ platform }: { platform: boolean }) {
  const t = useAudit();
  const role = useRoles();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search] = useUrlState();
  const [open, setOpen] = useState<AuditEvent>();
  const query = { action: search.action, outcome: search.outcome };
  const list = useList(['audit', platform, projectId, query], (cursor) =>
    platform ? listPlatformAuditEvents({ query: { ...query, cursor } }) : listAuditEvents({ path: { project_id: projectId }, query: { ...query, cursor } }));
  const who = (row: AuditEvent) => row.actor_name ?? (row.client_id ? t('client') : t('system'));
  const columns: Column<AuditEvent>[] = [
    { key: 'at', title: t('at'), cell: (row) => <span className="nowrap">{moment(row.at)}</span> },
    { key: 'who', title: t('who'), cell: who },
    { key: 'role', title: t('role'), cell: (row) => role.code(row.role, '—') },
    { key: 'action', title: t('action'), cell: (row) => <span className="mono">{row.action}</span> },
    { key: 'object', title: t('object'), cell: (row) => row.object_kind, hidden: true },
    { key: 'reason', title: t('reason'), cell: (row) => row.reason ?? '—' },
    { key: 'outcome', title: t('outcome'), cell: (row) => <Badge tone={row.outcome === 'denied' ? 'bad' : 'good'}>{row.outcome === 'denied' ? t('denied') : t('done')}</Badge> },
    { key: 'ip', title: t('ip'), cell: (row) => row.ip ?? '—', hidden: true },
  ];
  return (
    <>
      <DataTable
        name="audit" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id} onRow={setOpen}
        filters={[{ key: 'action', label: t('action') }, { key: 'outcome', label: t('outcome'), choices: [{ value: 'done', label: t('done') }, { value: 'denied', label: t('denied') }] }]}
        empty={<Empty icon={ScrollText} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      {open && (
        <Dialog title={open.action} size="side" onClose={() => setOpen(undefined)}>
          <Facts
            items={[
              [t('at'), moment(open.at)], [t('who'), who(open)], [t('role'), role.code(open.role, '—')], [t('object'), `${open.object_kind} ${open.object_id ?? ''}`], [t('reason'), open.reason],
              [t('request'), <span key="r" className="mono">{open.request_id}</span>], [t('ip'), open.ip], ...Object.entries(open.detail).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const),
            ]}
          />
        </Dialog>
      )}
    </>
  );
}

function Verify() {
  const t = useAudit();
  const check = useAct(() => showAuditVerification());
  return (
    <>
      <Button icon={ShieldCheck} busy={check.isPending} onClick={() => check.mutate(undefined)}>{t('verify')}</Button>
      {check.data && (
        <Note tone={check.data.intact ? 'good' : 'bad'}>
          {check.data.intact ? t('intact', { n: count(check.data.sealed) }) : t('broken', { n: check.data.broken?.position ?? 0 })}
          {check.data.unsealed > 0 && ` · ${t('unsealed', { n: count(check.data.unsealed) })}`}
        </Note>
      )}
    </>
  );
}
