import { useParams } from '@tanstack/react-router';
import { PackageOpen, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { type QuarantineReason, type QuarantineStatus, type QuarantinedEvent, listQuarantinedEvents, replayQuarantine } from '@/api';
import { Badge, Button, type Column, DataTable, Empty, Page, moment, toast, useAct, useList, useUrlState } from '@/ui';
import { useQuarantine } from './quarantine.words';
import { Resolve } from './resolve';

export default function Quarantine() {
  const t = useQuarantine();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search] = useUrlState();
  const [open, setOpen] = useState<QuarantinedEvent>();
  const query = { status: search.status as QuarantineStatus | undefined, reason: search.reason as QuarantineReason | undefined };
  const list = useList(['quarantine', projectId, query], (cursor) => listQuarantinedEvents({ path: { id: projectId }, query: { ...query, cursor } }));
  const replay = useAct(() => replayQuarantine({ path: { id: projectId } }), { done: (answer) => toast(t('replayed', { ...answer })) });
  const columns: Column<QuarantinedEvent>[] = [
    { key: 'trainee', title: t('trainee'), cell: (row) => <span className="mono">{row.trainee_no}</span> },
    { key: 'course', title: t('course'), cell: (row) => <span className="mono">{row.course_code}</span> },
    { key: 'reason', title: t('reason'), cell: (row) => t.code(`reason.${row.reason}`) },
    { key: 'event', title: t('event'), cell: (row) => <span className="mono">{row.event_id}</span>, hidden: true },
    { key: 'at', title: t('at'), cell: (row) => <span className="nowrap">{moment(row.occurred_at)}</span> },
    { key: 'received', title: t('received'), cell: (row) => <span className="nowrap">{moment(row.received_at)}</span>, hidden: true },
    { key: 'status', title: t('status'), cell: (row) => <Badge tone={row.status === 'open' ? 'warn' : row.status === 'resolved' ? 'good' : 'plain'}>{t.code(`status.${row.status}`)}</Badge> },
    { key: 'acts', title: '', cell: (row) => row.status === 'open' && <Button size="small" onClick={() => setOpen(row)}>{t('resolve')}</Button> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Button icon={RefreshCw} busy={replay.isPending} onClick={() => replay.mutate(undefined)}>{t('replay')}</Button>}>
      <DataTable
        name="quarantine" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id}
        filters={[
          { key: 'status', label: t('status'), choices: ['open', 'resolved', 'discarded'].map((value) => ({ value, label: t.code(`status.${value}`) })) },
          { key: 'reason', label: t('reason'), choices: ['trainee_unknown', 'course_unknown'].map((value) => ({ value, label: t.code(`reason.${value}`) })) },
        ]}
        empty={<Empty icon={PackageOpen} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      {open && <Resolve of={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
