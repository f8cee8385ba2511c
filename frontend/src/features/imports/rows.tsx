import { type ImportDifference, type ImportRow, listImportRows } from '@/api';
import { Badge, type Column, DataTable, Empty, useLabel, useList, useUrlState } from '@/ui';
import { useImports } from './imports.words';
import { useReasons } from './reasons.words';

/** The verdict on every row of the file. */
export function ImportRows({ id }: { id: string }) {
  const t = useImports();
  const reason = useReasons();
  const [search] = useUrlState();
  const verdict = search.verdict as 'ok' | undefined;
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
          {row.differences.length > 0 && <Differences of={row.differences} />}
        </span>
      ),
      text: (row) => [...row.codes, ...row.warnings].map((code) => reason.code(code)).concat(row.differences.map((one) => `${t.code(`field.${one.field}`)}：${one.current ?? '—'} ← ${one.file ?? '—'}`)).join('；'),
    },
  ];
  return (
    <DataTable
      name="import-rows" label={t('result')} list={list} columns={columns} rowKey={(row) => String(row.line)}
      filters={[{ key: 'verdict', label: t('verdict'), choices: ['rejected', 'ok', 'skipped'].map((value) => ({ value, label: t.code(`verdict.${value}`) })).concat({ value: 'warned', label: t('warned') }, { value: 'held', label: t('held') }) }]}
      empty={<Empty title={t('noneInTab')} />}
    />
  );
}

/** Fields that somebody changed by hand: what stays, and what the file says. */
function Differences({ of }: { of: readonly ImportDifference[] }) {
  const t = useImports();
  const label = useLabel();
  const shown = (one: ImportDifference, value: string | null) => {
    if (value === null) return one.field === 'phone' ? t('hidden') : t('blank');
    return ['stage', 'subject', 'gender'].includes(one.field) ? label(one.field, value) : value;
  };
  return (
    <ul className="import-differences">
      {of.map((one) => (
        <li key={one.field}>
          <span className="strong">{t.code(`field.${one.field}`)}</span>
          <span>{t('current')} <b>{shown(one, one.current)}</b></span>
          <span>{t('inFile')} <b>{shown(one, one.file)}</b></span>
          {one.new && <Badge tone="warn">{t('fileIsNew')}</Badge>}
        </li>
      ))}
    </ul>
  );
}
