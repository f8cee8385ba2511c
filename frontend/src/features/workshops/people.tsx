import { useDeferredValue, useState } from 'react';
import { type Enrollment, type MemberResults, type Workshop, addWorkshopMembers, appointWorkshopDeputy, appointWorkshopLeader, ifMatch, listEnrollments } from '@/api';
import { Button, type Column, DataTable, Dialog, Empty, Note, PeoplePicker, type Pickable, ProblemNote, Skeleton, TextField, toast, useAct, useCommon, useEverybody, useForm, useLabel, useList, useProblemText, useRefresh } from '@/ui';
import { useWorkshops } from './workshops.words';

/** Puts several in at once; each gets an answer of their own. */
export function AddWorkshopMembers({ of, onClose }: { of: Workshop; onClose: () => void }) {
  const t = useWorkshops();
  const label = useLabel();
  const text = useProblemText();
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState<MemberResults>();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim()) || undefined;
  const place = of.host_kind === 'school' ? { school_id: of.host_id } : { class_id: of.host_id };
  const list = useList(['roster', of.project_id, { unplaced: 'workshop', ...place, q }], (cursor) => listEnrollments({ path: { id: of.project_id }, query: { unplaced: 'workshop', ...place, q, limit: 100, cursor } }));
  const add = useAct((ids: string[]) => addWorkshopMembers({ path: { id: of.id }, body: { enrollment_ids: ids, ...(reason ? { reason } : {}) } }), {
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
      <TextField label={t('reason')} hint={t('reasonHint')} optional="sometimes" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      <TextField label={t('findMember')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <DataTable
        name="workshop-candidates" label={t('candidates')} list={list} columns={columns} rowKey={(row) => row.id} empty={<Empty title={t('noCandidates')} />}
        bulk={(rows, clear) => <Button look="primary" size="small" busy={add.isPending} onClick={() => { add.mutate(rows.map((row) => row.id)); clear(); }}>{t('add', { n: rows.length })}</Button>}
      />
    </Dialog>
  );
}

export function AppointLeader({ of, as, onClose }: { of: Workshop; as: 'leader' | 'deputy'; onClose: () => void }) {
  const t = useWorkshops();
  const common = useCommon();
  const refresh = useRefresh();
  const members = useEverybody(['roster', of.project_id, 'of-workshop', of.id], (cursor) => listEnrollments({ path: { id: of.project_id }, query: { workshop_id: of.id, limit: 200, cursor } }));
  const [chosen, setChosen] = useState<Pickable[]>([]);
  // Who holds an office here already is no choice for it.
  const held = as === 'leader' ? [of.leader?.person_id] : [of.leader?.person_id, ...of.deputies.map((one) => one.person_id)];
  const form = useForm({ person_id: '' }, async () => {
    const body = { person_id: chosen[0]?.id ?? '' };
    if (as === 'leader') await appointWorkshopLeader({ path: { id: of.id }, headers: ifMatch(of.version), body });
    else await appointWorkshopDeputy({ path: { id: of.id }, body });
    await refresh();
    toast(`${t(as === 'leader' ? 'appointLeader' : 'appointDeputy')}：${chosen[0]?.name ?? ''}（${of.name}）`);
    onClose();
  });
  return (
    <Dialog title={as === 'leader' ? t('appointLeader') : t('appointDeputy')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        {members.error ? <ProblemNote problem={members.error} /> : !members.data ? <Skeleton /> : (
          <PeoplePicker
            single label={t('pick')} chosen={chosen} onChange={setChosen} error={form.errors.person_id}
            people={members.data.filter((one) => !held.includes(one.person_id)).map((one) => ({ id: one.person_id, name: one.name, subject: one.subject, school: one.school_name, note: one.trainee_no }))}
          />
        )}
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button onClick={onClose}>{common('cancel')}</Button><Button look="primary" type="submit" busy={form.busy} disabled={chosen.length === 0}>{common('confirm')}</Button></div>
      </form>
    </Dialog>
  );
}
