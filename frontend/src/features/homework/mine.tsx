import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type HomeworkTask, type SubmissionSummary, createSubmission, listHomeworkTasks, listSubmissions } from '@/api';
import { Badge, Button, ButtonLink, Card, Empty, Page, ProblemNote, Skeleton, moment, useAct, useProjectId, useRead } from '@/ui';
import { toneOf, useHomework } from './homework.words';
import './homework.css';

/** The tasks set for oneself, each with how far one's work has climbed, and one's other works. */
export default function Mine() {
  const t = useHomework();
  const project = useProjectId();
  const tasks = useRead(['homework', 'mine', project], () => listHomeworkTasks({ path: { id: project ?? '' }, query: { mine: true, limit: 200 } }), { enabled: Boolean(project) });
  const works = useRead(['submissions', 'mine', project], () => listSubmissions({ path: { id: project ?? '' }, query: { mine: true, sort: '-waiting_since', limit: 50 } }), { enabled: Boolean(project) });
  // A work for a task stands under its task.
  const others = works.data?.items.filter((work) => !tasks.data?.items.some((task) => task.my_submission?.id === work.id)) ?? [];
  return (
    <Page title={t('mine')} lead={t('mineLead')} width="narrow">
      {tasks.error ? <ProblemNote problem={tasks.error} /> : !tasks.data ? <Skeleton lines={5} /> : tasks.data.items.length === 0 ? (
        <Card><Empty title={t('noTasks')}>{t('noTasksHint')}</Empty></Card>
      ) : (
        <ul className="stack">{tasks.data.items.map((task) => <Task key={task.id} task={task} />)}</ul>
      )}
      {works.error && <ProblemNote problem={works.error} />}
      {others.length > 0 && (
        <>
          <h2>{t('myWorks')}</h2>
          <ul className="stack">{others.map((work) => <Work key={work.id} work={work} />)}</ul>
        </>
      )}
    </Page>
  );
}

function Task({ task }: { task: HomeworkTask }) {
  const t = useHomework();
  const go = useNavigate();
  const [now] = useState(Date.now);
  const begin = useAct(() => createSubmission({ path: { id: task.id }, body: {} }), { done: (made) => void go({ to: `/submissions/${made.id}/write` }) });
  const own = task.my_submission;
  const writing = own && ['draft', 'returned'].includes(own.status);
  const over = task.due_at !== null && Date.parse(task.due_at) < now;
  return (
    <li className="card">
      <div className="stack-s">
        <div className="row">
          <Badge tone={task.required ? 'info' : 'plain'}>{t(task.required ? 'required' : 'optionalTask')}</Badge>
          {own && <Badge tone={toneOf(own.status)}>{`${t.code(`rung.${own.rung}`)} · ${t.code(`status.${own.status}`)}`}</Badge>}
          {!own && over && <Badge tone="warn">{task.late_allowed ? `${t('overdue')} · ${t('lateAllowed')}` : t('overdue')}</Badge>}
          {task.status === 'closed' && <Badge>{t('closed')}</Badge>}
        </div>
        <h2 className="homework-title">{task.title}</h2>
        <p className="small muted prewrap homework-clip">{task.instructions}</p>
        <div className="row-apart">
          <span className="tiny muted">{task.due_at ? t('due', { at: moment(task.due_at) }) : ''}</span>
          {writing ? <ButtonLink look="primary" to={`/submissions/${own.id}/write`}>{t('go')}</ButtonLink>
            : own ? <ButtonLink to={`/submissions/${own.id}`}>{t('see')}</ButtonLink>
              : <Button look="primary" busy={begin.isPending} disabled={task.status === 'closed' || (over && !task.late_allowed)} onClick={() => begin.mutate(undefined)}>{t('begin')}</Button>}
        </div>
      </div>
    </li>
  );
}

function Work({ work }: { work: SubmissionSummary }) {
  const t = useHomework();
  return (
    <li className="card">
      <div className="stack-s">
        <div className="row"><Badge tone={toneOf(work.status)}>{`${t.code(`rung.${work.rung}`)} · ${t.code(`status.${work.status}`)}`}</Badge></div>
        <h3 className="homework-title">{work.title}</h3>
        <div className="row-apart">
          <span className="tiny muted">{moment(work.waiting_since)}</span>
          <ButtonLink to={`/submissions/${work.id}`}>{t('see')}</ButtonLink>
        </div>
      </div>
    </li>
  );
}
