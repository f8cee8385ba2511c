import { useState } from 'react';
import { showProject } from '@/api';
import { ButtonLink, Card, Empty, Page, ProblemNote, TextLink, roleOf, useMe, useProjectId, useRead } from '@/ui';
import { useHome } from './home.words';
import { InboxCard } from './inbox';
import { ElsewhereCard } from './elsewhere';
import { LightsCard } from './lights';
import { RatesCard } from './rates';
import { TodoCard } from './todo';
import { TraineeHome } from './trainee';
import { PlatformCard, WatchCard } from './watch';
import './home.css';

/** What to do next, for whoever is signed in, and how things stand where they answer for it. */
export default function Home() {
  const t = useHome();
  const me = useMe().data;
  const id = useProjectId();
  const hour = Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date()));
  const greeting = hour < 5 || hour >= 18 ? 'evening' : hour < 12 ? 'morning' : 'afternoon';
  if (!me) return null;
  return (
    <Page title={t(greeting, { name: me.name })} lead={id && <ProjectLine id={id} />}>
      {id && <ElsewhereCard projectId={id} />}
      {id ? <ForRole projectId={id} role={roleOf(me).role} enrollmentId={me.enrollments.find((one) => one.project_id === id)?.enrollment_id} /> : <NoProject operator={roleOf(me).role === 'platform_operator'} />}
    </Page>
  );
}

/** An operator finds the way to the first project; everybody else waits for it. */
function NoProject({ operator }: { operator: boolean }) {
  const t = useHome();
  if (!operator) return <Card><Empty title={t('noProject')}>{t('noProjectHint')}</Empty></Card>;
  return (
    <Card>
      <Empty
        title={t('noProject')}
        action={<div className="row"><ButtonLink look="primary" to="/organizations">{t('toTree')}</ButtonLink><ButtonLink to="/projects">{t('toProjects')}</ButtonLink></div>}
      >
        {t('foundHint')}
      </Empty>
    </Card>
  );
}

function ForRole({ projectId, role, enrollmentId }: { projectId: string; role: string; enrollmentId: string | undefined }) {
  const t = useHome();
  switch (role) {
    case 'trainee':
      return enrollmentId ? <><TodoCard projectId={projectId} /><TraineeHome enrollmentId={enrollmentId} /></> : <Card><Empty title={t('noPlace')}>{t('noPlaceHint')}</Empty></Card>;
    case 'workshop_leader':
    case 'deputy_workshop_leader':
      return <><TodoCard projectId={projectId} /><InboxCard projectId={projectId} rung="personal" /><RatesCard projectId={projectId} by="workshop" /></>;
    case 'subject_expert':
      return <><TodoCard projectId={projectId} /><InboxCard projectId={projectId} rung="regional" /></>;
    case 'school_admin':
    case 'joint_class_admin':
      return <><div className="home-pair"><TodoCard projectId={projectId} /><LightsCard projectId={projectId} /></div><RatesCard projectId={projectId} by="school" /></>;
    case 'county_admin':
    case 'project_team':
    case 'regional_viewer':
      return <><TodoCard projectId={projectId} /><RatesCard projectId={projectId} by="school" /></>;
    case 'platform_operator':
      return <><TodoCard projectId={projectId} /><PlatformCard projectId={projectId} /><WatchCard projectId={projectId} platform /></>;
    case 'auditor':
      return <WatchCard projectId={projectId} platform={false} />;
    default:
      return <TodoCard projectId={projectId} />;
  }
}

/** The project and its remaining time, in a line. */
function ProjectLine({ id }: { id: string }) {
  const t = useHome();
  const [now] = useState(Date.now);
  const project = useRead(['project', id], () => showProject({ path: { id } }));
  if (project.error) return <ProblemNote problem={project.error} />;
  if (!project.data) return null;
  const left = Math.ceil((Date.parse(`${project.data.ends_on}T23:59:59+08:00`) - now) / 86_400_000);
  return <><TextLink to={`/projects/${id}`}>{project.data.name}</TextLink> · {left > 0 ? t('days', { n: left }) : t('over')}</>;
}
