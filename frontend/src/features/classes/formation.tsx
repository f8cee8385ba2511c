import { useParams } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { type ClassProposal, type WorkshopProposal, addClassMembers, addWorkshopMembers, createClass, createWorkshop, listFormationProposals, listWorkshops } from '@/api';
import { Badge, Button, Card, Empty, Page, ProblemNote, Skeleton, SelectField, useAct, useLabel, useRead, useSchools, useUrlState } from '@/ui';
import { useClasses } from './classes.words';

export default function Formation() {
  const t = useClasses();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const schools = useSchools(projectId);
  const [search, setSearch] = useUrlState();
  const school = search.school;
  const found = useRead(['formation', projectId, school], () => listFormationProposals({ path: { id: projectId }, query: { school_id: school } }));
  const ideas = found.data;
  return (
    <Page title={t('formation')} lead={t('formationLead')} width="narrow">
      {schools.length > 1 && <SelectField label={t('school')} blank="—" choices={schools} value={school ?? ''} onChange={(event) => setSearch({ school: event.target.value })} />}
      {found.error ? <ProblemNote problem={found.error} /> : !ideas ? <Skeleton tall /> : ideas.classes.length + ideas.workshops.length === 0 ? (
        <Card><Empty icon={CircleCheck} title={t('nothing')}>{t('nothingHint')}</Empty></Card>
      ) : (
        <>
          {ideas.classes.length > 0 && <Card title={t('classIdeas')}><ul className="stack">{ideas.classes.map((one) => <ClassIdea key={one.schools.map((s) => s.id).join() + one.enrollment_ids[0]} idea={one} projectId={projectId} />)}</ul></Card>}
          {ideas.workshops.length > 0 && <Card title={t('workshopIdeas')}><ul className="stack">{ideas.workshops.map((one) => <WorkshopIdea key={one.school.id + one.family} idea={one} projectId={projectId} />)}</ul></Card>}
        </>
      )}
    </Page>
  );
}

function ClassIdea({ idea, projectId }: { idea: ClassProposal; projectId: string }) {
  const t = useClasses();
  const label = useLabel();
  const names = idea.schools.map((one) => one.name).join('、');
  const adopt = useAct(async () => {
    const made = await createClass({
      path: { id: projectId },
      body: { kind: idea.kind, name: t('class_of', { name: idea.schools[0]?.name ?? '' }).slice(0, 100), school_ids: idea.schools.map((one) => one.id), ...(idea.kind === 'joint' ? { reason: t('joinReason') } : {}) },
    });
    return addClassMembers({ path: { id: made.id }, body: { enrollment_ids: idea.enrollment_ids } });
  }, { done: t('adopted') });
  return (
    <li className="row-apart">
      <span><span className="row"><Badge>{label('class', idea.kind)}</Badge><span className="strong">{names}</span></span><span className="small muted">{t('people', { n: idea.enrollment_ids.length })}{idea.note && ` · ${t('alone')}`}</span></span>
      <Button size="small" busy={adopt.isPending} onClick={() => adopt.mutate(undefined)}>{t('adopt')}</Button>
    </li>
  );
}

function WorkshopIdea({ idea, projectId }: { idea: WorkshopProposal; projectId: string }) {
  const t = useClasses();
  const label = useLabel();
  const family = label('family', idea.family);
  const adopt = useAct(async () => {
    const open = idea.exists
      ? (await listWorkshops({ path: { id: projectId }, query: { host_id: idea.school.id, family: idea.family, limit: 1 } })).items[0]
      : await createWorkshop({ path: { id: projectId }, body: { school_id: idea.school.id, family: idea.family, name: `${idea.school.name}${family}`.slice(0, 100) } });
    return open && addWorkshopMembers({ path: { id: open.id }, body: { enrollment_ids: idea.enrollment_ids } });
  }, { done: t('adopted') });
  return (
    <li className="row-apart">
      <span><span className="row"><Badge>{family}</Badge><span className="strong">{idea.school.name}</span></span><span className="small muted">{t('people', { n: idea.enrollment_ids.length })} · {idea.exists ? t('exists') : t('open')}</span></span>
      <Button size="small" busy={adopt.isPending} onClick={() => adopt.mutate(undefined)}>{t('adopt')}</Button>
    </li>
  );
}
