import { useParams } from '@tanstack/react-router';
import { Plus, Printer, Upload, Users } from 'lucide-react';
import { useState } from 'react';
import { type ActivationSheet, type Enrollment, createActivationCodes, listEnrollments } from '@/api';
import {
  Button, ButtonLink, type Column, DataTable, Empty, Page, STAGES, ask, toast, useAct, useChoices, useLabel, useList, useOffers, useSchools, useSubjects, useUrlState,
} from '@/ui';
import { AddTrainee } from './add';
import { PersonPanel } from './person';
import { useRoster } from './roster.words';
import { Sheet } from './sheet';
import { DECIDED, Standing, useStanding, wanted } from './standing';

export default function Roster() {
  const t = useRoster();
  const label = useLabel();
  const standing = useStanding();
  const choices = useChoices();
  const subjects = useSubjects();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const schools = useSchools(projectId);
  const [search, setSearch] = useUrlState();
  const offered = useOffers();
  const [adding, setAdding] = useState(false);
  const [sheet, setSheet] = useState<ActivationSheet>();
  const query = {
    q: search.q, school_id: search.school, subject: search.subject, ...wanted(search.status),
    stage: search.stage as 'primary' | undefined,
    unplaced: search.unplaced as 'class' | 'workshop' | undefined, sort: search.sort as 'name' | 'trainee_no' | undefined,
  };
  const list = useList(['roster', projectId, query], (cursor) => listEnrollments({ path: { id: projectId }, query: { ...query, cursor } }));
  const codes = useAct((body: { school_id?: string; enrollment_ids?: string[] }) => createActivationCodes({ path: { id: projectId }, body }), { done: setSheet });
  if (sheet) return <Sheet sheet={sheet} onBack={() => setSheet(undefined)} />;

  const askSchool = async () => {
    const school = search.school ?? (schools.length === 1 ? schools[0]?.value : undefined);
    if (!school) toast(t('codesPick'));
    else if (await ask({ title: t('codes'), text: t('codesAsk'), action: t('make') })) codes.mutate({ school_id: school });
  };
  const columns: Column<Enrollment>[] = [
    { key: 'name', title: t('person'), cell: (row) => row.name },
    { key: 'no', title: t('no_'), sort: 'trainee_no', cell: (row) => <span className="mono">{row.trainee_no}</span> },
    { key: 'school', title: t('school'), cell: (row) => row.school_name, hidden: schools.length === 1 },
    { key: 'stage', title: t('stage'), cell: (row) => label('stage', row.stage) },
    { key: 'subject', title: t('subject'), cell: (row) => label('subject', row.subject) },
    { key: 'class', title: t('class'), cell: (row) => row.class_name ?? '—' },
    { key: 'workshop', title: t('workshop'), cell: (row) => row.workshop_name ?? '—', hidden: true },
    { key: 'phone', title: t('phone'), cell: (row) => <span className="mono">{row.phone ?? '—'}</span>, hidden: true },
    { key: 'id_no', title: t('idNo'), cell: (row) => <span className="mono">{row.id_no ?? '—'}</span>, hidden: true },
    { key: 'status', title: t('status'), cell: (row) => <Standing of={row} />, text: standing },
  ];
  return (
    <Page
      title={t('title')} lead={t('lead')}
      actions={(
        <>
          {offered('giveCodes') && <Button icon={Printer} busy={codes.isPending} onClick={() => void askSchool()}>{t('codes')}</Button>}
          {offered('addTrainee') && <Button look="primary" icon={Plus} onClick={() => setAdding(true)}>{t('add')}</Button>}
        </>
      )}
    >
      <DataTable
        name="roster" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id} onRow={(row) => setSearch({ person: row.id })}
        filters={[
          { key: 'q', label: t('q') },
          ...(schools.length > 1 ? [{ key: 'school', label: t('school'), choices: schools }] : []),
          { key: 'stage', label: t('stage'), choices: choices('stage', STAGES) },
          { key: 'subject', label: t('subject'), choices: subjects },
          { key: 'status', label: t('status'), choices: [{ value: 'joined', label: t('yes') }, { value: 'waiting', label: t('no') }, ...choices('enrollment', DECIDED)] },
          { key: 'unplaced', label: t('unplaced'), choices: [{ value: 'class', label: t('inClass') }, { value: 'workshop', label: t('inWorkshop') }] },
        ]}
        bulk={!offered('giveCodes') ? undefined : (rows) => <Button size="small" icon={Printer} busy={codes.isPending} onClick={() => codes.mutate({ enrollment_ids: rows.map((row) => row.id) })}>{t('codesFor')}</Button>}
        empty={<Empty icon={Users} title={t('empty')} action={offered('addTrainee') && <ButtonLink to={`/projects/${projectId}/imports/new`} search={{ kind: 'roster' }} look="primary" icon={Upload}>{t('import')}</ButtonLink>}>{t('emptyHint')}</Empty>}
      />
      {search.person && <PersonPanel id={search.person} projectId={projectId} onClose={() => setSearch({ person: undefined })} />}
      {adding && <AddTrainee projectId={projectId} schools={schools} onClose={() => setAdding(false)} />}
    </Page>
  );
}
