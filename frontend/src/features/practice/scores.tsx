import { useState } from 'react';
import { type Absence, type PracticeScore, type WholePracticeSheet, adjustPracticeScore, ifMatch } from '@/api';
import { Button, Dialog, Facts, ProblemNote, SelectField, TextArea, TextField, toast, useCommon, useForm, useRefresh, TableScroll } from '@/ui';
import { CountyMark, originOf } from './county-mark';
import { text } from './drafts';
import { usePractice } from './practice.words';

/** The sheet to read, and for the county to determine row by row. */
export function ScoreTable({ sheet, adjusts }: { sheet: WholePracticeSheet; adjusts: boolean }) {
  const t = usePractice();
  const [open, setOpen] = useState<PracticeScore>();
  return (
    <div className="table-frame">
      <TableScroll label={sheet.class_name}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" data-pin="">{t('trainee')}</th><th scope="col" data-num="">{t('completion')}</th><th scope="col" data-num="">{t('effect')}</th><th scope="col" data-num="">{t('schoolScore')}</th><th scope="col" data-num="">{t('countyScore')}</th><th scope="col" data-num="">{t('final')}</th><th scope="col">{t('note')}</th>
              {adjusts && <th scope="col">{t('adjust')}</th>}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row) => (
              <tr key={row.enrollment_id}>
                <td data-pin="">{row.name}<div className="tiny muted">{row.trainee_no}</div></td>
                <td data-num="">{row.completion ?? '—'}</td><td data-num="">{row.effect ?? '—'}</td><td data-num="">{row.school_score ?? '—'}</td><td data-num=""><CountyMark row={row} origin={originOf(sheet, row)} /></td>
                <td data-num="" className="strong">{row.final_score ?? (row.absence ? t.code(`absence.${row.absence}`) : '—')}</td>
                <td>{[row.adjust_reason && t('reasonOf', { text: row.adjust_reason }), row.note && t(originOf(sheet, row)?.note_before_mark ? 'noteBefore' : 'noteOf', { text: row.note })].filter(Boolean).join(' · ') || '—'}</td>
                {adjusts && <td>{row.not_yours ? <span className="tiny muted">{t('notYours')}</span> : <Button size="small" onClick={() => setOpen(row)}>{t('adjust')}</Button>}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {open && <Adjust row={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function Adjust({ row, onClose }: { row: PracticeScore; onClose: () => void }) {
  const t = usePractice();
  const common = useCommon();
  const refresh = useRefresh();
  const form = useForm({ county_score: text(row.county_score ?? row.school_score), absence: (row.absence ?? '') as string, adjust_reason: row.adjust_reason ?? '' }, async ({ county_score, absence, adjust_reason }) => {
    await adjustPracticeScore({
      path: { id: row.id }, headers: ifMatch(row.version),
      body: { county_score: county_score === '' ? null : Number(county_score), absence: (absence || null) as Absence | null, adjust_reason: adjust_reason || null },
    });
    await refresh();
    toast(t('adjusted', { name: row.name }));
    onClose();
  });
  const absences = ['absent', 'sick_leave', 'maternity_leave', 'official_leave', 'other'].map((value) => ({ value, label: t.code(`absence.${value}`) }));
  return (
    <Dialog title={t('adjustTitle', { name: row.name })} onClose={onClose}>
      <Facts items={[[t('completion'), row.completion], [t('effect'), row.effect], [t('schoolScore'), row.school_score]]} />
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('countyScore')} type="number" min={0} max={100} step={0.01} autoFocus {...form.field('county_score')} />
        <SelectField label={t('absence')} blank="—" choices={absences} {...form.field('absence')} />
        <TextArea label={t('reason')} optional maxLength={500} {...form.field('adjust_reason')} />
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button onClick={onClose}>{common('cancel')}</Button><Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button></div>
      </form>
    </Dialog>
  );
}
