import { useNavigate, useParams } from '@tanstack/react-router';
import { Pencil, Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type Enrollment, type Workshop, changeWorkshop, dismissWorkshopDeputy, ifMatch, listEnrollments, removeWorkshop, removeWorkshopMember, showWorkshop } from '@/api';
import {
  Badge, Button, Card, type Column, DataTable, Dialog, Empty, Facts, Page, ProblemNote, Skeleton, TextField, ask, toast, useAct, useCommon, useForm, useLabel, useList, useRead, useRefresh,
} from '@/ui';
import { AddWorkshopMembers, AppointLeader } from './people';
import { useWorkshops } from './workshops.words';

type Open = 'rename' | 'add' | 'leader' | 'deputy';

export default function ShowWorkshop() {
  const t = useWorkshops();
  const label = useLabel();
  const { projectId = '', id = '' } = useParams({ strict: false }) as { projectId?: string; id?: string };
  const [open, setOpen] = useState<Open>();
  const found = useRead(['workshop', id], () => showWorkshop({ path: { id } }));
  const back = { to: `/projects/${projectId}/workshops`, label: t('title') };
  if (found.error) return <Page title={t('title')} back={back}><ProblemNote problem={found.error} /></Page>;
  const one = found.data;
  if (!one) return <Page title={t('title')} back={back}><Skeleton tall /></Page>;
  const may = (action: string) => one.allowed_actions.some((other) => other.action === action && other.allowed);
  const close = () => setOpen(undefined);
  return (
    <Page
      title={one.name} back={back} lead={<span className="row"><span className="mono">{one.code}</span><Badge>{label('family', one.family)}</Badge></span>}
      actions={<>{may('change') && <Button icon={Pencil} onClick={() => setOpen('rename')}>{t('rename')}</Button>}{may('remove') && <Remove of={one} projectId={projectId} />}</>}
    >
      <Card title={t('info')}>
        <Facts
          items={[
            [t('host'), one.host_name], [t('level'), t.code(`level.${one.level}`)], [t('members'), one.members],
            [t('leader'), <span key="l" className="row">{one.leader?.name ?? t('none')}{may('appoint_leader') && <Button size="small" onClick={() => setOpen('leader')}>{t('appointLeader')}</Button>}</span>],
            [t('deputies'), <Deputies key="d" of={one} may={may('appoint_deputy')} onAdd={() => setOpen('deputy')} />],
            one.reason !== null && [t('reason'), one.reason],
          ]}
        />
      </Card>
      <Members id={id} projectId={projectId} onAdd={may('add_members') ? () => setOpen('add') : undefined} />
      {open === 'rename' && <Rename of={one} onClose={close} />}
      {open === 'add' && <AddWorkshopMembers of={one} onClose={close} />}
      {(open === 'leader' || open === 'deputy') && <AppointLeader of={one} as={open} onClose={close} />}
    </Page>
  );
}

function Deputies({ of, may, onAdd }: { of: Workshop; may: boolean; onAdd: () => void }) {
  const t = useWorkshops();
  const dismiss = useAct((one: Workshop['deputies'][number]) => dismissWorkshopDeputy({ path: { id: of.id, person_id: one.person_id } }).then(() => one), { done: (one) => toast(`${t('dismiss')}：${one.name}（${of.name}）`) });
  return (
    <span className="row">
      {of.deputies.length === 0 && t('none')}
      {of.deputies.map((one) => <span key={one.person_id} className="row">{one.name}{may && <Button look="quiet" size="small" onClick={() => dismiss.mutate(one)}>{t('dismiss')}</Button>}</span>)}
      {may && <Button size="small" onClick={onAdd}>{t('appointDeputy')}</Button>}
    </span>
  );
}

function Remove({ of, projectId }: { of: Workshop; projectId: string }) {
  const t = useWorkshops();
  const navigate = useNavigate();
  const remove = useAct(() => removeWorkshop({ path: { id: of.id }, headers: ifMatch(of.version) }), { done: () => { toast(t('removed')); void navigate({ to: `/projects/${projectId}/workshops` }); } });
  const sure = async () => {
    if (await ask({ title: t('remove'), text: t('removeAsk'), action: t('remove'), danger: true })) remove.mutate(undefined);
  };
  return <Button look="danger" icon={Trash2} busy={remove.isPending} onClick={() => void sure()}>{t('remove')}</Button>;
}

function Rename({ of, onClose }: { of: Workshop; onClose: () => void }) {
  const t = useWorkshops();
  const common = useCommon();
  const refresh = useRefresh();
  const form = useForm({ name: of.name }, async (body) => {
    await changeWorkshop({ path: { id: of.id }, headers: ifMatch(of.version), body });
    await refresh();
    toast(common('saved'));
    onClose();
  });
  return (
    <Dialog title={t('rename')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('name')} required maxLength={100} autoFocus {...form.field('name')} />
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button onClick={onClose}>{common('cancel')}</Button><Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button></div>
      </form>
    </Dialog>
  );
}

function Members({ id, projectId, onAdd }: { id: string; projectId: string; onAdd?: () => void }) {
  const t = useWorkshops();
  const label = useLabel();
  const list = useList(['roster', projectId, { workshop_id: id }], (cursor) => listEnrollments({ path: { id: projectId }, query: { workshop_id: id, limit: 100, cursor } }));
  const remove = useAct((one: Enrollment) => removeWorkshopMember({ path: { id, enrollment_id: one.id } }), { done: t('takenOut') });
  const sure = async (one: Enrollment) => {
    if (await ask({ title: `${t('takeOut')}：${one.name}`, text: t('takeOutAsk'), action: t('takeOut'), danger: true })) remove.mutate(one);
  };
  const add = onAdd && <Button size="small" icon={UserPlus} onClick={onAdd}>{t('addMembers')}</Button>;
  const columns: Column<Enrollment>[] = [
    { key: 'name', title: t('member'), cell: (row) => <span className="strong">{row.name}</span> },
    { key: 'no', title: t('no_'), cell: (row) => <span className="mono">{row.trainee_no}</span> },
    { key: 'school', title: t('school'), cell: (row) => row.school_name },
    { key: 'subject', title: t('subject'), cell: (row) => label('subject', row.subject) },
    ...(onAdd ? [{ key: 'acts', title: '', cell: (row: Enrollment) => <Button look="quiet" size="small" onClick={() => void sure(row)}>{t('takeOut')}</Button> }] : []),
  ];
  return <DataTable name="workshop-members" label={t('members')} list={list} columns={columns} rowKey={(row) => row.id} tools={add} empty={<Empty title={t('noMembers')} action={add} />} />;
}
