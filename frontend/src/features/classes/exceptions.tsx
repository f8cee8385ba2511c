import { useParams } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { type Exception, type ListExceptionsData, listExceptions } from '@/api';
import { Badge, type Column, DataTable, Empty, Page, TextLink, moment, useList, useRoles, useSchools, useUrlState } from '@/ui';
import { useClasses } from './classes.words';

const KINDS = ['class_full', 'too_many_workshops', 'family_taken', 'family_mismatch'] as const;
type Kind = NonNullable<NonNullable<ListExceptionsData['query']>['kind']>;

/** Where a limit of the policy was passed, by whom and why: what the county answers for. */
export default function Exceptions() {
  const t = useClasses();
  const role = useRoles();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const schools = useSchools(projectId);
  const [search] = useUrlState();
  const kind = search.kind as Kind | undefined;
  const list = useList(['exceptions', projectId, kind], (cursor) => listExceptions({ path: { id: projectId }, query: { kind, cursor } }));
  const where = (row: Exception) => `/projects/${projectId}/${row.object_kind === 'class' ? 'classes' : 'workshops'}/${row.object_id}`;
  const columns: Column<Exception>[] = [
    { key: 'kind', title: t('exceptionKind'), cell: (row) => <Badge tone="warn">{t.code(`exception.${row.kind}`)}</Badge> },
    { key: 'reason', title: t('exceptionReason'), cell: (row) => row.reason },
    { key: 'school', title: t('school'), cell: (row) => schools.find((one) => one.value === row.school_id)?.label ?? '—' },
    { key: 'object', title: t('exceptionOf'), cell: (row) => <TextLink to={where(row)}>{t(row.object_kind === 'class' ? 'openClass' : 'openWorkshop')}</TextLink> },
    { key: 'role', title: t('exceptionBy'), cell: (row) => role.code(row.role) },
    { key: 'at', title: t('exceptionAt'), cell: (row) => <span className="nowrap">{moment(row.at)}</span> },
  ];
  return (
    <Page title={t('exceptions')} lead={t('exceptionsLead')} back={{ to: `/projects/${projectId}/classes`, label: t('title') }}>
      <DataTable
        name="exceptions" label={t('exceptions')} list={list} columns={columns} rowKey={(row) => row.id}
        filters={[{ key: 'kind', label: t('exceptionKind'), choices: KINDS.map((value) => ({ value, label: t(`exception.${value}`) })) }]}
        empty={<Empty icon={ShieldCheck} title={t('noExceptions')}>{t('noExceptionsHint')}</Empty>}
      />
    </Page>
  );
}
