import { Save } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type PracticeScore, type WholePracticeSheet, fillPracticeSheet } from '@/api';
import { Button, Note, toast, useAct, useProblemText, TableScroll } from '@/ui';
import { CountyMark, originOf } from './county-mark';
import { type CellFault, type Draft, FIELDS, type Field, draftOf, entry, faultsOf, isEmpty, isGrouped, isMark, paste, sum } from './drafts';
import { usePractice } from './practice.words';
import './practice.css';

const ABSENCES = ['absent', 'sick_leave', 'maternity_leave', 'official_leave', 'other'];

/** The sheet as the school types it: by keyboard, or pasted from a spreadsheet. */
export function Grid({ sheet, waits }: { sheet: WholePracticeSheet; /** It cannot be submitted yet: what is missing is said. */ waits: boolean }) {
  const t = usePractice();
  const problem = useProblemText();
  const frame = useRef<HTMLTableSectionElement>(null);
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  // What is being typed is not held against the reader before it is done.
  const [typing, setTyping] = useState('');
  const [faults, setFaults] = useState<Record<string, string>>({});
  const most: Record<Field, number> = { completion: sheet.completion_max, effect: sheet.effect_max, score: 100, note: 0 };
  const county = sheet.rows.some((row) => row.county_score !== null);
  const at = (row: PracticeScore) => drafts[row.enrollment_id] ?? draftOf(row);
  const changed = sheet.rows.filter((row) => drafts[row.enrollment_id] && JSON.stringify(drafts[row.enrollment_id]) !== JSON.stringify(draftOf(row)));
  const wrong = changed.map((row) => ({ row, faults: faultsOf(at(row), most) })).filter((one) => one.faults.length > 0);
  const told = wrong.map(({ row, faults: all }) => ({ row, faults: all.filter((one) => typing !== `${sheet.rows.indexOf(row)}.${one.field}`) })).filter((one) => one.faults.length > 0);
  const missing = sheet.rows.filter((row) => !row.not_yours && isEmpty(at(row)));
  const said = (fault: CellFault) => t(fault.kind, { what: t(fault.field === 'score' ? 'schoolScore' : fault.field), value: fault.value, max: fault.most });
  const jump = (row: PracticeScore, field: Field) => {
    const cell = frame.current?.querySelector<HTMLInputElement>(`[data-cell="${sheet.rows.indexOf(row)}.${field}"]`);
    cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
    cell?.focus();
  };

  const save = useAct((rows: PracticeScore[]) => fillPracticeSheet({ path: { id: sheet.id }, body: { rows: rows.map((row) => entry(row, at(row))) } }), {
    done: (answer) => {
      const kept: Record<string, Draft> = {};
      const found: Record<string, string> = {};
      for (const one of answer.results) {
        const draft = drafts[one.enrollment_id];
        if (one.status === 'saved' || one.status === 'unchanged' || !draft) continue;
        kept[one.enrollment_id] = draft;
        found[one.enrollment_id] = one.status === 'stale' ? t('stale') : one.errors.map((error) => problem.one(error.code, error.detail)).join(' ');
      }
      setDrafts(kept);
      setFaults(found);
      toast(t('saved', { n: answer.saved }));
    },
  });

  const put = (row: PracticeScore, change: Partial<Draft>) => {
    setDrafts((old) => ({ ...old, [row.enrollment_id]: { ...(old[row.enrollment_id] ?? draftOf(row)), ...change } }));
  };
  const move = (event: KeyboardEvent<HTMLInputElement>, place: number, field: Field) => {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    let next = place + step;
    while (sheet.rows[next]?.not_yours) next += step;
    const cell = frame.current?.querySelector<HTMLInputElement>(`[data-cell="${next}.${field}"]`);
    cell?.focus();
    cell?.select();
  };
  const pasted = (event: ClipboardEvent, place: number, field: Field) => {
    const copied = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(copied.trimEnd())) return;
    event.preventDefault();
    setTyping('');
    const laid = paste(copied, place, field, sheet.rows.map(at));
    setDrafts((old) => ({ ...old, ...Object.fromEntries([...laid].flatMap(([index, draft]) => { const row = sheet.rows[index]; return row && !row.not_yours ? [[row.enrollment_id, draft]] : []; })) }));
  };

  return (
    <>
      {waits && (
        <div id="practice-missing" className="no-print"><Note tone="warn">
          <div className="practice-missing">
            <span>{missing.length > 0 ? t('missingRows', { n: missing.length }) : changed.length > 0 ? t('unsavedFirst', { n: changed.length }) : t('editFirst')}</span>
            {missing[0] && <Button size="small" onClick={() => { const row = missing[0]; if (row) jump(row, 'completion'); }}>{t('firstMissing')}</Button>}
          </div>
        </Note></div>
      )}
      <div className="table-frame">
        <div className="table-tools">
          <p className="small muted practice-keys">{t('keys')}</p>
          <div className="row apart">
            <span className="small muted" role="status">{changed.length === 0 ? t('allSaved') : ''}</span>
            <Button look="primary" icon={Save} disabled={changed.length === 0 || wrong.length > 0} aria-describedby={told.length > 0 ? 'practice-wrong' : undefined} busy={save.isPending} onClick={() => save.mutate(changed)}>{t('save', { n: changed.length })}</Button>
          </div>
        </div>
        {told.length > 0 && <Wrong rows={told} said={said} onJump={jump} />}
        {Object.keys(faults).length > 0 && <Note tone="bad">{t('refused', { n: Object.keys(faults).length })}</Note>}
        <TableScroll label={sheet.class_name}>
          <table className="table practice-grid">
            <thead>
              <tr>
                <th scope="col" data-pin="">{t('trainee')}</th>
                <th scope="col">{t('completion')} / {sheet.completion_max}</th><th scope="col">{t('effect')} / {sheet.effect_max}</th><th scope="col">{t('schoolScore')}</th>{county && <th scope="col" data-num="">{t('countyScore')}</th>}<th scope="col">{t('absence')}</th><th scope="col">{t('note')}</th>
              </tr>
            </thead>
            <tbody ref={frame}>
              {sheet.rows.map((row, place) => {
                const draft = at(row);
                const origin = originOf(sheet, row);
                const stale = draft.note === (row.note ?? '') && (origin?.note_before_mark || (row.note && row.final_score === null && (isGrouped(draft) || draft.score !== '')));
                return (
                  <tr key={row.enrollment_id} data-changed={changed.includes(row) ? '' : undefined} data-fault={faults[row.enrollment_id] || told.some((one) => one.row === row) ? '' : undefined}>
                    <th scope="row" data-pin="">{row.name}<div className="tiny muted">{row.trainee_no}{row.not_yours && ` · ${t('notYours')}`}</div>{faults[row.enrollment_id] && <div className="field-error">{faults[row.enrollment_id]}</div>}{told.find((one) => one.row === row)?.faults.map((fault) => <div key={fault.field} className="field-error" id={`practice-fault-${place}-${fault.field}`}>{said(fault)}</div>)}</th>
                    {FIELDS.slice(0, 3).map((field) => (
                      <td key={field}>
                        <input
                          className="input practice-cell" inputMode="decimal" data-cell={`${place}.${field}`} aria-label={`${row.name} ${t(field === 'score' ? 'schoolScore' : field)}`} value={field === 'score' && isGrouped(draft) ? sum(draft) : draft[field]} disabled={row.not_yours || (field === 'score' && isGrouped(draft))} aria-invalid={!isMark(draft[field], most[field]) || undefined} aria-describedby={isMark(draft[field], most[field]) ? undefined : `practice-fault-${place}-${field}`}
                          onChange={(event) => { put(row, { [field]: event.target.value }); setTyping(`${place}.${field}`); }} onBlur={() => setTyping('')} onKeyDown={(event) => move(event, place, field)} onPaste={(event) => pasted(event, place, field)} onFocus={(event) => event.target.select()}
                        />
                      </td>
                    ))}
                    {county && <td data-num=""><CountyMark row={row} origin={origin} school={isGrouped(draft) ? sum(draft) : draft.score} /></td>}
                    <td>
                      <select className="input practice-absence" aria-label={`${row.name} ${t('absence')}`} value={draft.absence} disabled={row.not_yours} onChange={(event) => put(row, { absence: event.target.value })}>
                        <option value="">—</option>
                        {ABSENCES.map((one) => <option key={one} value={one}>{t.code(`absence.${one}`)}</option>)}
                      </select>
                    </td>
                    <td><input className="input practice-note" data-cell={`${place}.note`} aria-label={`${row.name} ${t('note')}`} maxLength={500} value={draft.note} disabled={row.not_yours} onChange={(event) => put(row, { note: event.target.value })} onKeyDown={(event) => move(event, place, 'note')} />{stale && <div className="tiny muted">{t('noteCheck')}</div>}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableScroll>
      </div>
    </>
  );
}

/** The rows that keep the sheet from being saved, each with its reason and the way to its cell. */
function Wrong({ rows, said, onJump }: { rows: ReadonlyArray<{ row: PracticeScore; faults: CellFault[] }>; said: (fault: CellFault) => string; onJump: (row: PracticeScore, field: Field) => void }) {
  const t = usePractice();
  return (
    <div id="practice-wrong" role="alert">
      <Note tone="bad">
        <p>{t('wrongRows', { n: rows.length })}</p>
        <ul className="practice-wrong">
          {rows.slice(0, 5).map(({ row, faults }) => faults.slice(0, 1).map((fault) => (
            <li key={row.enrollment_id}>{row.name}：{said(fault)} <Button size="small" aria-label={`${t('goThere')} ${row.name}`} onClick={() => onJump(row, fault.field)}>{t('goThere')}</Button></li>
          )))}
        </ul>
        {rows.length > 5 && <p className="tiny">{t('andMore', { n: rows.length - 5 })}</p>}
      </Note>
    </div>
  );
}
