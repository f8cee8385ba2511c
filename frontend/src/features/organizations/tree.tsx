import { Network } from 'lucide-react';
import { type Organization, type OrganizationKind, listOrganizations } from '@/api';
import { type Column, DataTable, Empty, useChoices, useLabel, useList, useUrlState } from '@/ui';
import { KINDS, useKeeps } from './kinds';
import { useOrganizations } from './organizations.words';

/** Every place that the reader knows; what the active role may change opens. */
export function Tree({ onEdit }: { onEdit: (one: Organization) => void }) {
  const t = useOrganizations();
  const label = useLabel();
  const choices = useChoices();
  const { adds, changes } = useKeeps();
  const [search] = useUrlState();
  const query = { q: search.q, kind: search.kind as OrganizationKind | undefined };
  const list = useList(['organizations', query], (cursor) => listOrganizations({ query: { ...query, cursor } }));
  const columns: Column<Organization>[] = [
    { key: 'name', title: t('name'), cell: (row) => (changes.includes(row.kind) ? <button type="button" className="table-row-link" onClick={() => onEdit(row)}>{row.name}</button> : row.name) },
    { key: 'kind', title: t('kind'), cell: (row) => label('organization', row.kind) },
    { key: 'code', title: t('code'), cell: (row) => <span className="mono">{row.code}</span> },
    { key: 'type', title: t('type'), cell: (row) => row.school_type ?? '—' },
    { key: 'aliases', title: t('aliases'), cell: (row) => row.aliases.join('、') || '—' },
  ];
  return (
    <DataTable
      name="organizations" label={t('tabTree')} list={list} columns={columns} rowKey={(row) => row.id}
      filters={[{ key: 'q', label: t('q') }, { key: 'kind', label: t('kind'), choices: choices('organization', KINDS) }]}
      empty={adds.includes('county') && !search.q && !search.kind ? <Empty icon={Network} title={t('noTree')}>{t('noTreeHint')}</Empty> : undefined}
    />
  );
}
