import { useParams } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { type ChangeProjectStatus, type WholeProject, changeProjectStatus, publishProject, showProject } from '@/api';
import { AllowedActions, Badge, Button, Card, Facts, Page, ProblemNote, Skeleton, Stat, count, day, moment, percent, toast, useAct, useLabel, useRead } from '@/ui';
import { Bases } from './bases';
import { EditProject } from './edit';
import { leadsOf } from './leads';
import { TONES } from './list';
import { NoTeam } from './no-team';
import { Phases } from './phases';
import { useProjects } from './projects.words';

export default function ShowProject() {
  const t = useProjects();
  const label = useLabel();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [editing, setEditing] = useState(false);
  const found = useRead(['project', projectId], () => showProject({ path: { id: projectId } }));
  const project = found.data;
  const back = { to: '/projects', label: t('title') };
  if (found.error) return <Page title={t('title')} back={back}><ProblemNote problem={found.error} /></Page>;
  if (!project) return <Page title={t('title')} back={back}><Skeleton tall /></Page>;
  const leads = leadsOf(project);
  return (
    <Page
      title={project.name} back={back} lead={<Badge tone={TONES[project.status]}>{label('project', project.status)}</Badge>}
      actions={<>{leads && <Button icon={Pencil} onClick={() => setEditing(true)}>{t('edit')}</Button>}<Moves project={project} /></>}
    >
      <NoTeam project={project} />
      <Card>
        <div className="stack">
          <div className="grid-4">
            <Stat label={t('target')} value={count(project.target_headcount)} />
            <Stat label={t('enrolled')} value={count(project.enrolled)} />
            <Stat label={t('activated')} value={count(project.activated)} />
            <Stat label={t('rate')} value={percent(project.activated, project.enrolled)} note={`${count(project.activated)} / ${count(project.enrolled)}`} />
          </div>
          <Facts
            wide
            items={[
              [t('code'), project.code], [t('programme'), label('programme', project.programme)], [t('level'), label('level', project.level)], [t('region'), project.region_name], [t('provider'), project.provider],
              [t('dates'), `${day(project.starts_on)} – ${day(project.ends_on)}`],
              [t('selectionCloses'), project.selection_closes_at ? moment(project.selection_closes_at) : t('open_')],
              [t('catalogPublished'), project.catalog_published_at ? moment(project.catalog_published_at) : t('notYet')],
            ]}
          />
        </div>
      </Card>
      <Phases project={project} leads={leads} />
      <Bases project={project} leads={leads} />
      {editing && <EditProject of={project} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Moves({ project }: { project: WholeProject }) {
  const t = useProjects();
  const path = { id: project.id };
  const publish = useAct(() => publishProject({ path }), { done: t('told.published', { name: project.name }) });
  const move = useAct((body: ChangeProjectStatus) => changeProjectStatus({ path, body }), { done: (answer) => toast(t(`told.${answer.status}` as 'told.running', { name: project.name })) });
  const to = (status: ChangeProjectStatus['to']) => (reason: string) => move.mutate({ to: status, ...(reason ? { reason } : {}) });
  return (
    <AllowedActions
      actions={project.allowed_actions} busy={publish.isPending || move.isPending}
      drawings={{
        publish: { label: t('publish'), look: 'primary', ask: { title: t('publish'), text: t('publishAsk') }, run: () => publish.mutate(undefined) },
        start: { label: t('start'), look: 'primary', run: to('running') },
        begin_closing: { label: t('begin_closing'), run: to('closing') },
        reopen: { label: t('reopen'), ask: { title: t('reopen'), reason: 'required' }, run: to('running') },
        close: { label: t('close'), look: 'danger', ask: { title: t('close'), text: t('closeAsk') }, run: to('closed') },
        archive: { label: t('archive'), run: to('archived') },
      }}
    />
  );
}
