import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { type Choice, listKeys } from '@/ui';
import { useClasses } from './classes.words';
import './classes.css';

/** More are not drawn: a school is found by its name. */
const MOST = 100;

/** The schools of a joint class: found by name, in the order in which they were chosen. By keyboard: arrows move, space chooses. */
export function SchoolsPicker({ schools, chosen, onChange, error }: { schools: readonly Choice[]; chosen: readonly string[]; onChange: (ids: string[]) => void; error?: string }) {
  const t = useClasses();
  const frame = useRef<HTMLFieldSetElement>(null);
  const [text, setText] = useState('');
  const words = text.trim().toLowerCase();
  const found = words ? schools.filter((one) => one.label.toLowerCase().includes(words)) : schools;
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const nameOf = (id: string) => schools.find((one) => one.value === id)?.label ?? id;
  const move = (event: KeyboardEvent) => {
    const inputs = [...(frame.current?.querySelectorAll<HTMLInputElement>('.class-school-search, .class-school input') ?? [])];
    const [only, ...others] = found;
    listKeys(event, inputs, only && others.length === 0 ? () => toggle(only.value) : undefined);
  };
  return (
    <fieldset className="stack-s" ref={frame} onKeyDown={move} aria-describedby="class-schools-hint">
      <legend className="field-label">{t('pickSchools')}</legend>
      <p className={error ? 'field-error' : 'field-hint'} id="class-schools-hint">{error ?? t('manySchools')}</p>
      {chosen.length > 0 && (
        <ol className="class-chosen" aria-label={t('chosenSchools', { n: chosen.length })}>
          {chosen.map((id) => (
            <li key={id} className="badge" data-tone="info">
              {nameOf(id)}
              <button type="button" className="class-out" aria-label={t('schoolOut', { name: nameOf(id) })} onClick={() => toggle(id)}><X size={12} aria-hidden="true" /></button>
            </li>
          ))}
        </ol>
      )}
      <label className="class-find">
        <Search size={16} aria-hidden="true" />
        <input type="search" className="input class-school-search" aria-label={t('findSchool')} placeholder={t('findSchool')} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <div className="class-schools">
        {found.length === 0 && <p className="small muted" role="status">{t('noSchool')}</p>}
        {found.slice(0, MOST).map((one) => (
          <label key={one.value} className="check class-school">
            <input type="checkbox" checked={chosen.includes(one.value)} onChange={() => toggle(one.value)} />
            <span>{one.label}</span>
          </label>
        ))}
        {found.length > MOST && <p className="tiny muted">{t('moreSchools', { n: MOST, all: found.length })}</p>}
      </div>
    </fieldset>
  );
}
