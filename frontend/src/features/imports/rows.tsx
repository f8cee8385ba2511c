import { type ImportRow, type RowVerdict, listImportRows } from '@/api';
import { Badge, type Column, DataTable, Empty, useList, useUrlState } from '@/ui';
import { useImports } from './imports.words';
import { useReasons } from './reasons.words';

/** The verdict on every row of the file. */
export function ImportRows({ id }: { id: string }) {
  const t = useImports();
  const reason = useReasons();
  const [search] = useUrlState();
  const verdict = search.verdict as RowVerdict | undefined;
  const list = useList(['import-rows', id, verdict], (cursor) => listImportRows({ path: { id }, query: { verdict, cursor, limit: 100 } }));
  const columns: Column<ImportRow>[] = [
    { key: 'line', title: t('line'), num: true, cell: (row) => row.line },
    { key: 'label', title: t('what'), cell: (row) => row.label },
    { key: 'verdict', title: t('verdict'), cell: (row) => <Badge tone={row.verdict === 'rejected' ? 'bad' : row.verdict === 'ok' ? 'good' : 'plain'}>{t.code(`verdict.${row.verdict}`)}</Badge> },
    { key: 'change', title: t('change'), cell: (row) => t.code(`change.${row.change}`) },
    {
      key: 'reasons', title: t('reasons'),
      cell: (row) => (
        <span className="import-reasons">
          {row.codes.map((code) => <Badge key={code} tone="bad">{reason.code(code)}</Badge>)}
          {row.warnings.map((code) => <Badge key={code} tone="warn">{reason.code(code)}</Badge>)}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      name="import-rows" label={t('result')} list={list} columns={columns} rowKey={(row) => String(row.line)}
      filters={[{ key: 'verdict', label: t('verdict'), choices: ['rejected', 'ok', 'skipped'].map((value) => ({ value, label: t.code(`verdict.${value}`) })) }]}
      empty={<Empty title={t('noneInTab')} />}
    />
  );
}
