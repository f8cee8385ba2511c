import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ChevronsUpDown, Download } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button';
import { save } from '@/api';
import { useCommon } from './common.words';
import { type List, useAct, useUrlState } from './data';
import { asCsv } from './export';
import { toast } from './overlays';
import { Empty, Skeleton } from './page';
import { preference } from './preferences';
import { usePrinting } from './printing';
import { ProblemNote } from './problem';
import { SavedViews } from './saved-views';
import { TableScroll } from './table-scroll';
import { ColumnsMenu, type Filter, TableTools } from './table-tools';
import { count, fileDay } from './words';

export interface Column<T> {
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** The server's name for sorting by this column, where it can. */
  sort?: string;
  num?: boolean;
  /** What an export writes, where the cell is more than words. */
  text?: (row: T) => string;
  /** Left out until the reader chooses it. */
  hidden?: boolean;
}

interface Props<T> {
  /** Names the table among the reader's preferences. */
  name: string;
  label: string;
  list: List<T>;
  columns: ReadonlyArray<Column<T>>;
  rowKey: (row: T) => string;
  /** Each filter's key is its name in the address; the page reads it there for its query. */
  filters?: readonly Filter[];
  /** What opens when a row is chosen; the first column becomes its button. */
  onRow?: (row: T) => void;
  /** What can be done with the chosen rows. */
  bulk?: (rows: T[], clear: () => void) => ReactNode;
  tools?: ReactNode;
  empty?: ReactNode;
}

/** From here on only the rows in sight are drawn. */
const VIRTUAL_FROM = 100;
/** An export from the page holds so many rows at most; the official lists have exports of their own. */
const EXPORT_MOST = 20_000;

export function DataTable<T>({ name, label, list, columns, rowKey, filters = [], onRow, bulk, tools, empty }: Props<T>) {
  const t = useCommon();
  const [search, setSearch] = useUrlState();
  const [hidden, setHidden] = useState(() => new Set(preference<string[]>(`columns.${name}`, columns.filter((one) => one.hidden).map((one) => one.key))));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const shown = columns.filter((column, index) => index === 0 || !hidden.has(column.key));
  const chosen = list.items.filter((row) => picked.has(rowKey(row)));
  const filtered = filters.some((filter) => search[filter.key]);
  const pick = (key: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(key);
    else next.delete(key);
    setPicked(next);
  };
  const allPicked = list.items.length > 0 && chosen.length === list.items.length;

  const menu = (
    <span className="row">
      <ExportButton label={label} list={list} shown={shown} />
      <ColumnsMenu name={name} columns={columns} hidden={hidden} onHidden={setHidden} />
    </span>
  );
  const kept = [...filters.filter((filter) => filter.choices).map((filter) => filter.key), 'sort'];
  return (
    <div className="table-frame" data-cards="" aria-busy={list.loading || list.stale || undefined}>
      {(filters.length > 0 || tools) && (
        <TableTools filters={filters} tools={tools}>
          {filters.length > 0 && <SavedViews name={name} keys={kept} />}
          {list.items.length > 0 && menu}
        </TableTools>
      )}
      {bulk && chosen.length > 0 && (
        <div className="table-bulk">
          <span className="strong">{t('selected', { n: count(chosen.length) })}</span>
          {bulk(chosen, () => setPicked(new Set()))}
        </div>
      )}
      {list.problem ? (
        <div className="dialog-body"><ProblemNote problem={list.problem} /><div><Button onClick={list.reload}>{t('retry')}</Button></div></div>
      ) : list.loading ? (
        <div className="dialog-body"><Skeleton lines={6} /><span className="visually-hidden" role="status">{t('loading')}</span></div>
      ) : list.items.length === 0 ? (
        filtered ? (
          <Empty title={t('emptyFiltered')} action={<Button onClick={() => setSearch(Object.fromEntries(filters.map((one) => [one.key, undefined])))}>{t('clearFilters')}</Button>} />
        ) : (empty ?? <Empty title={t('empty')} />)
      ) : (
        <Rows {...{ label, list, shown, rowKey, onRow }} picked={bulk ? picked : undefined} onPick={pick}
          head={(
            <tr>
              {bulk && (
                <th className="pick" scope="col">
                  <input type="checkbox" aria-label={t('selectAll')} checked={allPicked} onChange={(event) => setPicked(new Set(event.target.checked ? list.items.map(rowKey) : []))} />
                </th>
              )}
              {shown.map((column, place) => <Head key={column.key} column={column} pin={place === 0} sort={search.sort} onSort={(sort) => setSearch({ sort })} />)}
            </tr>
          )}
        />
      )}
      {list.items.length > 0 && (
        <div className="table-foot">
          <span>{list.total !== undefined && list.total !== null ? t('total', { n: count(list.total) }) : t('loaded', { n: count(list.items.length) })}</span>
          <span className="row">
          {filters.length === 0 && !tools && menu}
          {list.more && <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>{t('loadMore')}</Button>}
          </span>
        </div>
      )}
    </div>
  );
}

/** Hands out what the table shows: its filters, its order, its columns; every page of it. */
function ExportButton<T>({ label, list, shown }: { label: string; list: List<T>; shown: ReadonlyArray<Column<T>> }) {
  const t = useCommon();
  const write = useAct(() => list.all(EXPORT_MOST), {
    quiet: true,
    done: ({ rows, cut }) => {
      save(new Blob([asCsv(shown, rows)], { type: 'text/csv;charset=utf-8' }), `${label}-${fileDay()}.csv`);
      toast(t(cut ? 'exportCut' : 'exportDone', { n: count(rows.length) }), cut ? { tone: 'bad' } : {});
    },
  });
  return <span className="export-button"><Button icon={Download} label={`${t('export')} (CSV)`} title={t('exportHint')} busy={write.isPending} onClick={() => write.mutate(undefined)} /></span>;
}

function Head<T>({ column, pin, sort, onSort }: { column: Column<T>; pin: boolean; sort?: string; onSort: (sort: string | undefined) => void }) {
  const t = useCommon();
  if (!column.sort) return <th scope="col" data-num={column.num ? '' : undefined} data-pin={pin ? '' : undefined}>{column.title || <span className="visually-hidden">{t('actions')}</span>}</th>;
  const up = sort === column.sort;
  const down = sort === `-${column.sort}`;
  const Icon = up ? ArrowUp : down ? ArrowDown : ChevronsUpDown;
  return (
    <th scope="col" data-num={column.num ? '' : undefined} data-pin={pin ? '' : undefined} aria-sort={up ? 'ascending' : down ? 'descending' : undefined}>
      <button type="button" className="sort" title={t('sortBy', { name: column.title })} onClick={() => onSort(up ? `-${column.sort}` : down ? undefined : column.sort)}>
        {column.title}
        <Icon size={12} aria-hidden="true" />
      </button>
    </th>
  );
}

interface RowsProps<T> {
  label: string; list: List<T>; shown: ReadonlyArray<Column<T>>; head: ReactNode; rowKey: (row: T) => string; onRow?: (row: T) => void;
  picked?: ReadonlySet<string>; onPick: (key: string, on: boolean) => void;
}

function Rows<T>({ label, list, shown, head, rowKey, onRow, picked, onPick }: RowsProps<T>) {
  const t = useCommon();
  const frame = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  // On paper there is no scrolling: every row stands there.
  const virtual = list.items.length > VIRTUAL_FROM && window.innerWidth > 640 && !printing;
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay in this component
  const rows = useVirtualizer({ count: virtual ? list.items.length : 0, getScrollElement: () => frame.current, estimateSize: () => 45, overscan: 12 });
  const parts = rows.getVirtualItems();
  const visible = virtual ? parts.map((part) => part.index) : list.items.map((_, index) => index);
  const above = virtual ? (parts[0]?.start ?? 0) : 0;
  const below = virtual ? rows.getTotalSize() - (parts.at(-1)?.end ?? 0) : 0;
  const width = shown.length + (picked ? 1 : 0);

  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step || !(event.target instanceof HTMLElement)) return;
    const all = [...(frame.current?.querySelectorAll<HTMLElement>('.table-row-link') ?? [])];
    const next = all[all.indexOf(event.target) + step];
    if (all.includes(event.target) && next) {
      event.preventDefault();
      next.focus();
    }
  };

  return (
    <TableScroll label={label} frame={frame}>
      <table className="table" aria-rowcount={virtual ? list.items.length + 1 : undefined}>
        <thead>{head}</thead>
        <tbody onKeyDown={move}>
          {above > 0 && <tr aria-hidden="true"><td colSpan={width} ref={(cell) => { if (cell) cell.height = String(above); }} /></tr>}
          {visible.map((index) => {
            const row = list.items[index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <tr key={key} data-index={index} ref={virtual ? rows.measureElement : undefined} aria-selected={picked?.has(key) || undefined} aria-rowindex={virtual ? index + 2 : undefined}>
                {picked && <td className="pick"><input type="checkbox" aria-label={t('selectRow')} checked={picked.has(key)} onChange={(event) => onPick(key, event.target.checked)} /></td>}
                {shown.map((column, place) => (
                  <td key={column.key} data-label={column.title} data-num={column.num ? '' : undefined} data-first={place === 0 ? '' : undefined} data-pin={place === 0 ? '' : undefined}>
                    {place === 0 && onRow ? <button type="button" className="table-row-link" onClick={() => onRow(row)}>{column.cell(row)}</button> : column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <tr aria-hidden="true"><td colSpan={width} ref={(cell) => { if (cell) cell.height = String(below); }} /></tr>}
        </tbody>
      </table>
    </TableScroll>
  );
}
