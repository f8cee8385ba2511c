import { useState } from 'react';
import { showProject } from '@/api';
import { Card, Empty, Page, ProblemNote, Skeleton, Stat, ButtonLink, count, percent, useMe, useProjectId, useRead } from '@/ui';
import { useHome } from './home.words';
import { TodoCard } from './todo';

/** What to do next, for whoever is signed in. */
export default function Home() {
  const t = useHome();
  const me = useMe().data;
  const id = useProjectId();
  const hour = Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date()));
  const greeting = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return (
    <Page title={t(greeting, { name: me?.name ?? '' })}>
      {id && <TodoCard projectId={id} />}
      <ProjectCard />
    </Page>
  );
}

function ProjectCard() {
  const t = useHome();
  const id = useProjectId();
  const [now] = useState(Date.now);
  const project = useRead(['project', id], () => showProject({ path: { id: id ?? '' } }), { enabled: Boolean(id) });
  if (project.error) return <ProblemNote problem={project.error} />;
  if (!id && !project.isFetching) return <Card><Empty title={t('noProject')}>{t('noProjectHint')}</Empty></Card>;
  if (!project.data) return <Card><Skeleton lines={4} /></Card>;
  const { name, enrolled, activated, ends_on } = project.data;
  const left = Math.ceil((Date.parse(`${ends_on}T23:59:59+08:00`) - now) / 86_400_000);
  return (
    <Card title={name} actions={<ButtonLink to={`/projects/${id ?? ''}`} size="small">{t('open')}</ButtonLink>}>
      <div className="grid-4">
        <Stat label={t('enrolled')} value={count(enrolled)} />
        <Stat label={t('activated')} value={count(activated)} />
        <Stat label={t('rate')} value={percent(activated, enrolled)} note={`${count(activated)} / ${count(enrolled)}`} />
        <Stat label={t('timeLeft')} value={left > 0 ? t('days', { n: left }) : t('over')} />
      </div>
    </Card>
  );
}
