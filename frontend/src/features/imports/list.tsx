import { useParams } from '@tanstack/react-router';
import { FileSpreadsheet, Upload } from 'lucide-react';
import { type Import, type ImportKind, listImports } from '@/api';
import { Badge, ButtonLink, type Column, DataTable, Empty, Page, TextLink, type Tone, count, moment, useList, useUrlState } from '@/ui';
import { useImports } from './imports.words';
import { KINDS } from './kinds';

export const TONES: Record<string, Tone> = { checking: 'info', checked: 'warn', refused: 'bad', failed: 'bad', committed: 'good', undone: 'plain' };

export default function Imports() {
  const t = useImports();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search] = useUrlState();
  const kind = search.kind as ImportKind | undefined;
  const list = useList(['imports', projectId, kind], (cursor) => listImports({ path: { project_id: projectId }, query: { kind, cursor } }));
  const start = <ButtonLink to={`/projects/${projectId}/imports/new`} look="primary" icon={Upload}>{t('new')}</ButtonLink>;
  const columns: Column<Import>[] = [
    { key: 'file', title: t('file'), cell: (row) => <TextLink className="table-row-link" to={`/projects/${projectId}/imports/${row.id}`}>{row.file_name}</TextLink> },
    { key: 'kind', title: t('kind'), cell: (row) => t.code(`kind.${row.kind}`) },
    { key: 'status', title: t('status'), cell: (row) => <Badge tone={TONES[row.status]}>{t.code(`status.${row.status}`)}</Badge> },
    { key: 'rows', title: t('rows'), num: true, cell: (row) => count(row.counts.rows) },
    { key: 'ok', title: t('okRows'), num: true, cell: (row) => count(row.counts.ok) },
    { key: 'rejected', title: t('rejected'), num: true, cell: (row) => count(row.counts.rejected) },
    { key: 'at', title: t('at'), cell: (row) => <span className="nowrap">{moment(row.created_at)}</span> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} actions={start}>
      <DataTable
        name="imports" label={t('history')} list={list} columns={columns} rowKey={(row) => row.id}
        filters={[{ key: 'kind', label: t('kind'), choices: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) }]}
        empty={<Empty icon={FileSpreadsheet} title={t('empty')} action={start}>{t('emptyHint')}</Empty>}
      />
    </Page>
  );
}
