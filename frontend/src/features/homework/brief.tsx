import { useState } from 'react';
import { type Submission, showHomeworkTask } from '@/api';
import { moment, useRead } from '@/ui';
import { useHomework } from './homework.words';

/** The task that a work answers, where it answers one. */
export function useTask(work: Submission) {
  return useRead(['task', work.task_id], () => showHomeworkTask({ path: { id: work.task_id ?? '' } }), { enabled: work.task_id !== null }).data;
}

/** What is asked, and how it is marked; folded on a phone, where it would push the work away. */
export function Brief({ work }: { work: Submission }) {
  const t = useHomework();
  const task = useTask(work);
  const [open] = useState(() => globalThis.innerWidth > 860);
  if (!task) return null;
  return (
    <section className="card stack-s" aria-label={t('brief')}>
      <h2 className="homework-title">{task.title}</h2>
      {task.due_at && <p className="small muted">{t('due', { at: moment(task.due_at) })}</p>}
      <details className="small" open={open}>
        <summary>{t('brief')}</summary>
        <div className="stack-s homework-brief">
          <p className="prewrap">{task.instructions || t('noInstructions')}</p>
          {task.criteria.length > 0 ? (
            <ul aria-label={t('criteria')}>{task.criteria.map((one) => <li key={one.name} className="row-apart"><span>{one.name}</span><span className="nowrap">{t('points', { n: one.max })}</span></li>)}</ul>
          ) : <p className="muted">{t('points', { n: task.max_score })}</p>}
        </div>
      </details>
    </section>
  );
}
