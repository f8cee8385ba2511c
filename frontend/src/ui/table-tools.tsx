import { Columns3, ListFilter } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCommon } from './common.words';
import { useUrlState } from './data';
import { type Choice, SelectField, TextField } from './fields';
import { Menu } from './menu';
import { keepPreference } from './preferences';

export interface Filter {
  /** Its name in the address. */
  key: string;
  label: string;
  /** Values to choose from; without them one types to search. */
  choices?: readonly Choice[];
}

interface Props {
  name: string;
  columns: ReadonlyArray<{ key: string; title: string }>;
  hidden: ReadonlySet<string>;
  onHidden: (hidden: Set<string>) => void;
}

export function TableTools({ filters, tools, children }: { filters: readonly Filter[]; tools?: ReactNode; children?: ReactNode }) {
  const t = useCommon();
  const [search, setSearch] = useUrlState();
  // A phone shows the search only, until its reader asks for the filters.
  const [open, setOpen] = useState(false);
  const choices = filters.filter((filter) => filter.choices);
  const used = choices.filter((filter) => search[filter.key]).length;
  return (
    <div className="table-tools no-print" data-shut={open ? undefined : ''}>
      {filters.map((filter) =>
        filter.choices ? (
          <SelectField key={filter.key} label={filter.label} blank={t('all')} choices={filter.choices} value={search[filter.key] ?? ''} onChange={(event) => setSearch({ [filter.key]: event.target.value })} />
        ) : (
          <SearchBox key={filter.key} label={filter.label} value={search[filter.key] ?? ''} onSearch={(value) => setSearch({ [filter.key]: value })} />
        ),
      )}
      <div className="row apart">
        {choices.length > 0 && (
          <button type="button" className="button filters-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            <ListFilter size={16} aria-hidden="true" />
            {t('filters')}
            {used > 0 && ` (${used})`}
          </button>
        )}
        {tools}
        {children}
      </div>
    </div>
  );
}

/** Which columns are shown; the choice is kept in the browser. */
export function ColumnsMenu({ name, columns, hidden, onHidden }: Props) {
  const t = useCommon();
  const toggle = (key: string, on: boolean) => {
    const next = new Set(hidden);
    if (on) next.delete(key);
    else next.add(key);
    keepPreference(`columns.${name}`, [...next]);
    onHidden(next);
  };
  return (
    <div className="columns-menu no-print">
      <Menu label={t('columns')} icon={Columns3} look="plain" keepOpen>
        <div className="column-list">
          {columns.slice(1).filter((column) => column.title).map((column) => (
            <label key={column.key} className="check">
              <input type="checkbox" checked={!hidden.has(column.key)} onChange={(event) => toggle(column.key, event.target.checked)} />
              <span>{column.title}</span>
            </label>
          ))}
        </div>
      </Menu>
    </div>
  );
}

/** Searches when the typing pauses. */
function SearchBox({ label, value, onSearch }: { label: string; value: string; onSearch: (value: string) => void }) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (value !== seen) {
    setSeen(value);
    setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { setSeen(next); onSearch(next); }, 300);
  };
  return <TextField label={label} type="search" value={text} onChange={(event) => type(event.target.value)} />;
}
