import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from './button';
import { useCommon } from './common.words';
import { useLabel } from './labels';
import { listKeys } from './list-keys';
import { byName, findPeople, type Pickable } from './people';
import './people-picker.css';

/** More rows than this are not drawn: whoever is looked for is found by the search. */
const MOST = 100;

interface Props {
  label: string;
  /** Whom to choose from; with `onSearch` what the server found for the words typed. */
  people: readonly Pickable[];
  chosen: readonly Pickable[];
  onChange: (chosen: Pickable[]) => void;
  /** Only one may be chosen. */
  single?: boolean;
  /** They stand in an order of their own, not by name. */
  ordered?: boolean;
  /** Those of this subject stand first. */
  subject?: string;
  searchLabel?: string;
  onSearch?: (text: string) => void;
  error?: string;
}

/** People to choose: searched by name, school and subject; who is chosen stands on top. By keyboard: arrows move, space chooses. */
export function PeoplePicker({ label, people, chosen, onChange, single, ordered, subject, searchLabel, onSearch, error }: Props) {
  const t = useCommon();
  const term = useLabel();
  const group = useId();
  const frame = useRef<HTMLFieldSetElement>(null);
  const [text, setText] = useState('');
  const found = onSearch ? people : findPeople(people, text, (code) => term('subject', code));
  const has = (one: Pickable) => chosen.some((other) => other.id === one.id);
  const toggle = (one: Pickable) => onChange(single ? [one] : has(one) ? chosen.filter((other) => other.id !== one.id) : [...chosen, one]);
  const near = subject ? found.filter((one) => one.subject === subject) : [];
  const far = found.filter((one) => !near.includes(one));
  const groups = [[t('sameSubject'), near], [t('otherSubjects'), far]] as const;

  const move = (event: KeyboardEvent) => {
    const inputs = [...(frame.current?.querySelectorAll<HTMLInputElement>('.picker-search, .picker-row input') ?? [])];
    const [only, ...others] = found;
    listKeys(event, inputs, only && others.length === 0 ? () => toggle(only) : undefined);
  };

  return (
    <fieldset className="picker" ref={frame} onKeyDown={move} aria-describedby={error ? `${group}-error` : undefined}>
      <legend className="field-label">{label}</legend>
      {!single && chosen.length > 0 && (
        <ul className="picker-chosen" aria-label={t('picked', { n: chosen.length })}>
          {chosen.map((one) => (
            <li key={one.id} className="badge" data-tone="info">
              {one.name}
              <button type="button" className="picker-out" aria-label={t('pickOut', { name: one.name })} onClick={() => onChange(chosen.filter((other) => other.id !== one.id))}><X size={12} aria-hidden="true" /></button>
            </li>
          ))}
        </ul>
      )}
      <label className="picker-find">
        <Search size={16} aria-hidden="true" />
        <input type="search" className="input picker-search" aria-label={searchLabel ?? t('pickSearch')} placeholder={searchLabel ?? t('pickSearch')} value={text} onChange={(event) => { setText(event.target.value); onSearch?.(event.target.value.trim()); }} />
      </label>
      <div className="picker-list" role="presentation">
        {found.length === 0 && (text || !onSearch) && <p className="small muted picker-none" role="status">{t('pickNobody')}{text && !onSearch && <Button size="small" look="quiet" onClick={() => setText('')}>{t('clearFilters')}</Button>}</p>}
        {groups.map(([title, members]) => members.length > 0 && (
          <div key={title}>
            {near.length > 0 && <p className="tiny muted picker-group">{title}</p>}
            {(ordered ? members : members.toSorted(byName)).slice(0, MOST).map((one) => (
              <label key={one.id} className="picker-row">
                <input type={single ? 'radio' : 'checkbox'} name={group} checked={has(one)} onChange={() => toggle(one)} />
                <span className="strong">{one.name}</span>
                <span className="tiny muted picker-facts">{[one.subject && term('subject', one.subject), one.school, one.note].filter(Boolean).join(' · ')}</span>
              </label>
            ))}
          </div>
        ))}
        {Math.max(near.length, far.length) > MOST && <p className="tiny muted picker-group">{t('pickMore', { n: MOST })}</p>}
      </div>
      {error && <div className="field-error" id={`${group}-error`}>{error}</div>}
    </fieldset>
  );
}
