import { useDeferredValue, useState } from 'react';
import { type Class, type Enrollment, type MemberResults, addClassMembers, listEnrollments } from '@/api';
import { Button, type Column, DataTable, Dialog, Empty, Note, TextField, toast, useAct, useLabel, useList, useProblemText } from '@/ui';
import { useClasses } from './classes.words';

/** Seats several at once; each gets an answer of their own. */
export function AddClassMembers({ of, onClose }: { of: Class; onClose: () => void }) {
  const t = useClasses();
  const label = useLabel();
  const text = useProblemText();
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState<MemberResults>();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim()) || undefined;
  const school = of.kind === 'independent' ? of.schools[0]?.id : undefined;
  const list = useList(['roster', of.project_id, { unplaced: 'class', school, q }], (cursor) => listEnrollments({ path: { id: of.project_id }, query: { unplaced: 'class', school_id: school, q, limit: 100, cursor } }));
  const add = useAct((ids: string[]) => addClassMembers({ path: { id: of.id }, body: { enrollment_ids: ids, ...(reason ? { reason } : {}) } }), {
    done: (answer) => {
      toast(t('added', { n: answer.added }));
      if (answer.refused > 0) setLeft(answer);
      else onClose();
    },
  });
  const columns: Column<Enrollment>[] = [
    { key: 'name', title: t('member'), cell: (row) => row.name },
    { key: 'school', title: t('school'), cell: (row) => row.school_name },
    { key: 'subject', title: t('subject'), cell: (row) => label('subject', row.subject) },
  ];
  const reasons = [...new Set((left?.results ?? []).flatMap((one) => (one.code ? [text.one(one.code)] : [])))];
  return (
    <Dialog title={t('addMembers')} size="wide" onClose={onClose}>
      {left && <Note tone="warn">{t('refusedSome', { n: left.refused })}：{reasons.join(' ')}</Note>}
      <TextField label={t('overReason')} optional="sometimes" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      <TextField label={t('findMember')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <DataTable
        name="class-candidates" label={t('candidates')} list={list} columns={columns} rowKey={(row) => row.id} empty={<Empty title={t('noCandidates')} />}
        bulk={(rows, clear) => <Button look="primary" size="small" busy={add.isPending} onClick={() => { add.mutate(rows.map((row) => row.id)); clear(); }}>{t('add', { n: rows.length })}</Button>}
      />
    </Dialog>
  );
}
