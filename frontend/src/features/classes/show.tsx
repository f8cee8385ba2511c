import { useParams } from '@tanstack/react-router';
import { Pencil, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type Class, type Enrollment, appointClassLead, approveClass, closeClass, ifMatch, listEnrollments, removeClassMember, returnClass, showClass, submitClass } from '@/api';
import {
  AllowedActions, Badge, Button, Card, type Column, DataTable, Empty, Facts, Page, ProblemNote, Skeleton, ask, toast, useAct, useLabel, useList, useRead,
} from '@/ui';
import { AddClassMembers } from './add-members';
import { Findings, TONES } from './classes';
import { useClasses } from './classes.words';
import { EditClass } from './edit';

export default function ShowClass() {
  const t = useClasses();
  const label = useLabel();
  const { projectId = '', id = '' } = useParams({ strict: false }) as { projectId?: string; id?: string };
  const [open, setOpen] = useState<'edit' | 'add'>();
  const found = useRead(['class', id], () => showClass({ path: { id } }));
  const back = { to: `/projects/${projectId}/classes`, label: t('title') };
  if (found.error) return <Page title={t('title')} back={back}><ProblemNote problem={found.error} /></Page>;
  const one = found.data;
  if (!one) return <Page title={t('title')} back={back}><Skeleton tall /></Page>;
  return (
    <Page
      title={one.name} back={back} lead={<span className="row"><span className="mono">{one.code}</span><Badge tone={TONES[one.status]}>{t.code(`status.${one.status}`)}</Badge>{one.findings.length > 0 && <Findings of={one} />}</span>}
      actions={<><Button icon={Pencil} onClick={() => setOpen('edit')}>{t('edit')}</Button><Moves of={one} /></>}
    >
      <Card title={t('info')}>
        <Facts
          wide
          items={[
            [t('kind'), label('class', one.kind)], [t('schools'), one.schools.map((school) => school.name).join('、')], [t('members'), one.members], [t('seats'), one.seats],
            one.reason !== null && [t('reason'), one.reason], one.kind === 'joint' && [t('lead_'), <Lead key="lead" of={one} />],
          ]}
        />
      </Card>
      <Members id={id} projectId={projectId} onAdd={() => setOpen('add')} />
      {open === 'edit' && <EditClass projectId={projectId} of={one} onClose={() => setOpen(undefined)} />}
      {open === 'add' && <AddClassMembers of={one} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function Lead({ of }: { of: Class }) {
  const t = useClasses();
  const lead = useAct((person_id: string) => appointClassLead({ path: { id: of.id }, headers: ifMatch(of.version), body: { person_id } }), { done: (answer) => toast(`${t('makeLead')}：${answer.lead?.name ?? ''}（${of.name}）`) });
  return (
    <span className="row">
      <span>{of.lead?.name ?? t('noLead')}</span>
      {of.co_admins.filter((one) => one.person_id !== of.lead?.person_id).map((one) => (
        <Button key={one.person_id} size="small" busy={lead.isPending} onClick={() => lead.mutate(one.person_id)}>{t('makeLead')}：{one.name}</Button>
      ))}
    </span>
  );
}

function Moves({ of }: { of: Class }) {
  const t = useClasses();
  const path = { id: of.id };
  const move = useAct(({ act, reason }: { act: typeof submitClass; reason: string }) => act({ path, body: reason ? { reason } : {} }), { done: (answer) => toast(`${of.name}：${t.code(`status.${answer.status}`)}`) });
  const run = (act: typeof submitClass) => (reason: string) => move.mutate({ act, reason });
  return (
    <AllowedActions
      actions={of.allowed_actions} busy={move.isPending}
      drawings={{
        submit: { label: t('submit'), look: 'primary', run: run(submitClass) },
        approve: { label: t('approve'), look: 'primary', run: run(approveClass) },
        return: { label: t('return'), look: 'danger', ask: { title: t('return'), reason: 'required' }, run: run(returnClass) },
        close: { label: t('close'), look: 'danger', ask: { title: t('close'), text: t('closeAsk') }, run: run(closeClass) },
      }}
    />
  );
}

function Members({ id, projectId, onAdd }: { id: string; projectId: string; onAdd: () => void }) {
  const t = useClasses();
  const label = useLabel();
  const list = useList(['roster', projectId, { class_id: id }], (cursor) => listEnrollments({ path: { id: projectId }, query: { class_id: id, limit: 100, cursor } }));
  const remove = useAct((one: Enrollment) => removeClassMember({ path: { id, enrollment_id: one.id } }), { done: t('removed') });
  const askRemove = async (one: Enrollment) => {
    if (await ask({ title: `${t('remove')}：${one.name}`, text: t('removeAsk'), action: t('remove'), danger: true })) remove.mutate(one);
  };
  const add = <Button size="small" icon={UserPlus} onClick={onAdd}>{t('addMembers')}</Button>;
  const columns: Column<Enrollment>[] = [
    { key: 'name', title: t('member'), cell: (row) => <span className="strong">{row.name}</span> },
    { key: 'no', title: t('no_'), cell: (row) => <span className="mono">{row.trainee_no}</span> },
    { key: 'school', title: t('school'), cell: (row) => row.school_name },
    { key: 'subject', title: t('subject'), cell: (row) => label('subject', row.subject) },
    { key: 'acts', title: '', cell: (row) => <Button look="quiet" size="small" onClick={() => void askRemove(row)}>{t('remove')}</Button> },
  ];
  return <DataTable name="class-members" label={t('members')} list={list} columns={columns} rowKey={(row) => row.id} tools={add} empty={<Empty title={t('noMembers')} action={add} />} />;
}
