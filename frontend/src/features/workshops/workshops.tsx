import { useNavigate, useParams } from '@tanstack/react-router';
import { Plus, Shapes, Wand2 } from 'lucide-react';
import { useState } from 'react';
import { type Family, type Workshop, createWorkshop, listWorkshops } from '@/api';
import {
  Badge, Button, ButtonLink, type Choice, type Column, DataTable, Dialog, Empty, Page, ProblemNote, SelectField, TextField, toast, useChoices, useCommon, useForm, useLabel, useList, useOffers, useRefresh, useSchools, useUrlState,
} from '@/ui';
import { useWorkshops } from './workshops.words';

export const FAMILIES = ['chinese', 'math', 'english', 'science', 'humanities', 'general'];

export default function Workshops() {
  const t = useWorkshops();
  const label = useLabel();
  const choices = useChoices();
  const navigate = useNavigate();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const schools = useSchools(projectId);
  const [search] = useUrlState();
  const offered = useOffers();
  const [open, setOpen] = useState(false);
  const query = { q: search.q, host_id: search.school, family: search.family as Family | undefined };
  const list = useList(['workshops', projectId, query], (cursor) => listWorkshops({ path: { id: projectId }, query: { ...query, cursor } }));
  const columns: Column<Workshop>[] = [
    { key: 'name', title: t('name'), cell: (row) => row.name },
    { key: 'code', title: t('code'), cell: (row) => <span className="mono">{row.code}</span> },
    { key: 'family', title: t('family'), cell: (row) => <Badge>{label('family', row.family)}</Badge> },
    { key: 'host', title: t('host'), cell: (row) => row.host_name },
    { key: 'leader', title: t('leader'), cell: (row) => row.leader?.name ?? <Badge tone="warn">{t('none')}</Badge> },
    { key: 'deputies', title: t('deputies'), cell: (row) => row.deputies.map((one) => one.name).join('、') || '—', hidden: true },
    { key: 'members', title: t('members'), num: true, cell: (row) => row.members },
  ];
  return (
    <Page
      title={t('title')} lead={t('lead')}
      actions={<>{offered('place') && <ButtonLink to={`/projects/${projectId}/formation`} icon={Wand2}>{t('assistant')}</ButtonLink>}{offered('newWorkshop') && <Button look="primary" icon={Plus} onClick={() => setOpen(true)}>{t('new')}</Button>}</>}
    >
      <DataTable
        name="workshops" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id} onRow={(row) => void navigate({ to: `/projects/${projectId}/workshops/${row.id}` })}
        filters={[
          { key: 'q', label: t('q') },
          ...(schools.length > 1 ? [{ key: 'school', label: t('school'), choices: schools }] : []),
          { key: 'family', label: t('family'), choices: choices('family', FAMILIES) },
        ]}
        empty={<Empty icon={Shapes} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      {open && <NewWorkshop projectId={projectId} schools={schools} onClose={() => setOpen(false)} />}
    </Page>
  );
}

function NewWorkshop({ projectId, schools, onClose }: { projectId: string; schools: readonly Choice[]; onClose: () => void }) {
  const t = useWorkshops();
  const common = useCommon();
  const choices = useChoices();
  const refresh = useRefresh();
  const form = useForm({ school_id: schools.length === 1 ? (schools[0]?.value ?? '') : '', family: 'chinese', name: '', reason: '' }, async ({ family, reason, ...others }) => {
    await createWorkshop({ path: { id: projectId }, body: { ...others, family: family as Family, ...(reason ? { reason } : {}) } });
    await refresh();
    toast(common('saved'));
    onClose();
  });
  return (
    <Dialog title={t('new')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <SelectField label={t('school')} required blank="—" choices={schools} {...form.field('school_id')} />
        <SelectField label={t('family')} choices={choices('family', FAMILIES)} {...form.field('family')} />
        <TextField label={t('name')} required maxLength={100} {...form.field('name')} />
        <TextField label={t('reason')} hint={t('reasonHint')} optional="sometimes" maxLength={500} {...form.field('reason')} />
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
