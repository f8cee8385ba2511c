import { useParams } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { type AuditEvent, listAuditEvents, listPlatformAuditEvents } from '@/api';
import { Badge, type Column, DataTable, Dialog, Empty, Facts, Page, Tabs, moment, roleOf, useList, useMe, useRoles, useUrlState } from '@/ui';
import { useActs } from '@/ui/acts.words';
import { useAudit } from './audit.words';
import { Chain } from './chain';

/** What is looked for most; a link may name any other act. */
const ACTS = [
  'session.opened', 'session.refused', 'request.denied', 'person.revealed', 'codes.issued', 'code.reset', 'appointment.given', 'appointment.end', 'import.committed', 'import.undone', 'enrollment.changed',
  'enrollment.placed', 'practice_score.adjusted', 'practice_sheet.determine', 'submission.recommend', 'submission.recommend_regionally', 'qualification.run', 'report.created', 'policy.created',
];

export default function Audit() {
  const t = useAudit();
  const me = useMe().data;
  const [search, setSearch] = useUrlState();
  const watches = me !== undefined && ['auditor', 'platform_operator'].includes(roleOf(me).role);
  // Whoever runs the platform reads its events; those of a project are not theirs.
  const operates = me !== undefined && roleOf(me).role === 'platform_operator';
  const tab = operates ? 'platform' : (search.tab ?? 'project');
  return (
    <Page title={t('title')} lead={t('lead')} actions={watches && <Chain />}>
      {watches && !operates && <Tabs label={t('title')} value={tab} onChoose={(value) => setSearch({ tab: value })} tabs={[{ value: 'project', label: t('project') }, { value: 'platform', label: t('platform') }]} />}
      {me && <Trail key={tab} platform={tab === 'platform'} />}
    </Page>
  );
}

function Trail({ platform }: { platform: boolean }) {
  const t = useAudit();
  const role = useRoles();
  const act = useActs();
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
    { key: 'action', title: t('action'), cell: (row) => act.code(row.action) },
    { key: 'code', title: t('code'), cell: (row) => <span className="mono">{row.action}</span>, hidden: true },
    { key: 'object', title: t('object'), cell: (row) => t.code(`kind.${row.object_kind}`, row.object_kind), hidden: true },
    { key: 'reason', title: t('reason'), cell: (row) => row.reason ?? '—' },
    { key: 'outcome', title: t('outcome'), cell: (row) => <Badge tone={row.outcome === 'denied' ? 'bad' : 'good'}>{row.outcome === 'denied' ? t('denied') : t('done')}</Badge> },
    { key: 'ip', title: t('ip'), cell: (row) => row.ip ?? '—', hidden: true },
  ];
  return (
    <>
      <DataTable
        name="audit" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id} onRow={setOpen}
        filters={[{ key: 'action', label: t('action'), choices: ACTS.map((value) => ({ value, label: act.code(value) })) }, { key: 'outcome', label: t('outcome'), choices: [{ value: 'done', label: t('done') }, { value: 'denied', label: t('denied') }] }]}
        empty={<Empty icon={ScrollText} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      {open && (
        <Dialog title={act.code(open.action)} size="side" onClose={() => setOpen(undefined)}>
          <Facts
            items={[
              [t('at'), moment(open.at)], [t('who'), who(open)], [t('role'), role.code(open.role, '—')], [t('code'), <span key="c" className="mono">{open.action}</span>], [t('object'), <>{t.code(`kind.${open.object_kind}`, open.object_kind)}<br /><span className="mono tiny">{open.object_id}</span></>], [t('reason'), open.reason],
              [t('request'), <span key="r" className="mono">{open.request_id}</span>], [t('ip'), open.ip],
            ]}
          />
          {Object.keys(open.detail).length > 0 && (
            <details className="small">
              <summary>{t('detail')}</summary>
              <pre className="prewrap mono tiny">{JSON.stringify(open.detail, null, 2)}</pre>
            </details>
          )}
        </Dialog>
      )}
    </>
  );
}
