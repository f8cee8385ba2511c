import { ScrollText } from 'lucide-react';
import { type AuditEvent, listOwnAuditEvents } from '@/api';
import { type Column, DataTable, Empty, Page, moment, useList, useRoles } from '@/ui';
import { useActs } from '@/ui/acts.words';
import { useAccounts } from './accounts.words';

/** Who saw or changed one's own data, and why. */
export default function Records() {
  const t = useAccounts();
  const act = useActs();
  const role = useRoles();
  const list = useList(['own-records'], (cursor) => listOwnAuditEvents({ query: { cursor } }));
  const columns: Column<AuditEvent>[] = [
    { key: 'action', title: t('what'), cell: (row) => act.code(row.action) },
    { key: 'at', title: t('when'), cell: (row) => <span className="nowrap">{moment(row.at)}</span> },
    { key: 'who', title: t('who'), cell: (row) => row.actor_name ?? t('program') },
    { key: 'role', title: t('as'), cell: (row) => role.code(row.role, '—') },
    { key: 'reason', title: t('why'), cell: (row) => row.reason ?? '—' },
  ];
  return (
    <Page title={t('records')} lead={t('recordsLead')} back={{ to: '/account', label: t('account') }}>
      <DataTable name="own-records" label={t('records')} list={list} columns={columns} rowKey={(row) => row.id} empty={<Empty icon={ScrollText} title={t('noRecords')}>{t('noRecordsHint')}</Empty>} />
    </Page>
  );
}
