import { useParams } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { type ReportCode, listReportRows, listReports } from '@/api';
import { Button, Card, Empty, Page, ProblemNote, Skeleton, Tabs, moment, useAct, useCommon, useList, useRead, useUrlState, TableScroll } from '@/ui';
import { History, useFiles } from './files';
import { useReports } from './reports.words';
import './reports.css';

const CODES = ['R1', 'R7', 'R8', 'R9', 'R12', 'R15', 'roster', 'roster_masked'] as const satisfies readonly ReportCode[];

/** So many rows are printed at most; a larger list is a file. */
const MOST_PRINTED = 5000;

/** The official lists: seen on the screen, then made as a file with the same content. */
export default function Reports() {
  const t = useReports();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search, setSearch] = useUrlState();
  const drawn = useRead(['reports', projectId, 'codes'], () => listReports({ path: { id: projectId }, query: { limit: 1 } }));
  const codes = CODES.filter((one) => drawn.data?.codes.includes(one));
  const code = codes.find((one) => one === search.code) ?? codes[0];
  const files = useFiles(projectId);
  const { make } = files;
  return (
    <Page title={t('title')} lead={t('lead')} actions={code && (
      <>
        <Button look="primary" icon={Download} busy={make.isPending} onClick={() => make.mutate({ code, format: 'xlsx' })}>{t('make')}</Button>
        <Button busy={make.isPending} onClick={() => make.mutate({ code, format: 'csv' })}>{t('csv')}</Button>
      </>
    )}>
      {drawn.error ? <ProblemNote problem={drawn.error} /> : !drawn.data ? <Skeleton lines={8} /> : !code ? <Card><Empty title={t('noRows')} /></Card> : (
        <>
          <Tabs label={t('list')} value={code} tabs={codes.map((value) => ({ value, label: /^R\d/.test(value) ? `${value} ${t(value)}` : t(value) }))} onChoose={(value) => setSearch({ code: value })} />
          <Rows key={code} projectId={projectId} code={code} />
        </>
      )}
      <History projectId={projectId} codes={codes} files={files} />
    </Page>
  );
}

function Rows({ projectId, code }: { projectId: string; code: ReportCode }) {
  const t = useReports();
  const common = useCommon();
  const list = useList(['report', projectId, code], async (cursor) => {
    const page = await listReportRows({ path: { id: projectId, code }, query: { cursor, limit: 100 } });
    return { ...page, items: page.items.map((cells) => ({ cells, page })), total: undefined };
  });
  // The paper holds every row, not only those that were scrolled to.
  const [whole, setWhole] = useState<typeof list.items>();
  const gather = useAct(() => list.all(MOST_PRINTED), { quiet: true, done: ({ rows }) => { flushSync(() => setWhole(rows)); window.print(); } });
  const rows = whole && whole.length > list.items.length ? whole : list.items;
  const first = list.items[0]?.page;
  if (list.problem) return <ProblemNote problem={list.problem} />;
  if (list.loading) return <Skeleton lines={8} />;
  if (!first) return <Card><Empty title={t('noRows')} /></Card>;
  // Rates carry their sign; codes and numbers of certificates stay on one line.
  const text = (value: unknown, place: number) => (value === null ? '' : first.columns[place]?.title.endsWith('率') && typeof value === 'number' ? `${value}%` : String(value));
  const unbroken = (value: unknown) => (typeof value === 'string' && (/^[A-Z0-9-]+$/.test(value) || value.length <= 4) ? 'nowrap' : undefined);
  // What names the row: the person or the school, after a running number where there is one.
  const named = (title: RegExp) => first.columns.findIndex((column) => title.test(column.title));
  const pin = [named(/^(学员)?姓名$/), named(/学校|单位/), 0].find((place) => place >= 0) ?? 0;
  const pinned = (place: number) => (place === pin ? '' : undefined);
  return (
    <>
      <p className="row-apart no-print"><span />{/* Beside the list, since it prints this one. */}<Button size="small" icon={Printer} busy={gather.isPending} onClick={() => gather.mutate(undefined)}>{common('print')}</Button></p>
      <div className={first.columns.length > 8 ? 'table-frame print-broad' : 'table-frame'}>
        <h2 className="print-only reports-title">{t(code)}</h2>
        <TableScroll label={t(code)}>
          <table className="table">
            <caption className="visually-hidden">{t(code)}</caption>
            <thead><tr>{first.columns.map((column, place) => <th key={column.title} scope="col" data-num={column.number ? '' : undefined} data-pin={pinned(place)}>{column.title}</th>)}</tr></thead>
            <tbody>
              {rows.map((row, index) => <tr key={index}>{row.cells.map((cell, place) => <td key={place} data-pin={pinned(place)} className={unbroken(cell)} data-num={first.columns[place]?.number ? '' : undefined}>{text(cell, place)}</td>)}</tr>)}
              {first.total && (!list.more || rows !== list.items) && <tr className="strong">{first.total.map((cell, place) => <td key={place} data-pin={pinned(place)} data-num={first.columns[place]?.number ? '' : undefined}>{text(cell, place)}</td>)}</tr>}
            </tbody>
          </table>
        </TableScroll>
        <div className="table-foot"><span>{t('asOf', { at: moment(first.as_of) })}</span>{list.more && <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>{common('loadMore')}</Button>}</div>
      </div>
      {first.definitions.length > 0 && <details className="small reports-notes"><summary>{t('definitions')}</summary><ul>{first.definitions.map((one) => <li key={one}>{one}</li>)}</ul></details>}
    </>
  );
}
