import { useNavigate } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Submission, listSubmissions, reviewHomework } from '@/api';
import { Button, Card, ProblemNote, TextArea, TextField, toast, useForm, useRead, useRefresh } from '@/ui';
import { useTask } from './brief';
import { useHomework } from './homework.words';

/** Marks and words for the newest version, by the task's rubric where it has one. */
export function ReviewPanel({ work }: { work: Submission }) {
  const t = useHomework();
  const refresh = useRefresh();
  const may = work.allowed_actions.some((one) => one.action === 'review' && one.allowed);
  const task = useTask(work);
  const [marks, setMarks] = useState<Record<string, string>>({});
  const criteria = task?.criteria ?? [];
  const sum = Math.round(criteria.reduce((all, one) => all + (Number(marks[one.name]) || 0), 0) * 100) / 100;
  const form = useForm({ score: '', comment: '' }, async ({ score, comment }, { reset }) => {
    await reviewHomework({
      path: { id: work.id },
      body: {
        version: work.latest_version, comment,
        criteria: criteria.map((one) => ({ name: one.name, score: Number(marks[one.name]) || 0 })),
        score: criteria.length === 0 && score !== '' ? Number(score) : null,
      },
    });
    reset();
    setMarks({});
    toast(`${t('did.review')}：${work.title}`);
    await refresh();
  });
  if (!may) return null;
  return (
    <Card title={t('reviewTitle')}>
      <form className="stack" onSubmit={form.submit}>
        {criteria.length > 0 ? (
          <div className="homework-rubric">
            {criteria.map((one) => (
              <TextField key={one.name} label={`${one.name}（0–${one.max}）`} type="number" inputMode="decimal" min={0} max={one.max} step="0.01" required value={marks[one.name] ?? ''} onChange={(event) => setMarks({ ...marks, [one.name]: event.target.value })} />
            ))}
            <p className="small strong">{t('total', { n: sum, max: task?.max_score ?? 100 })}</p>
          </div>
        ) : <TextField label={`${t('score')}（0–${task?.max_score ?? 100}）`} type="number" inputMode="decimal" min={0} max={task?.max_score ?? 100} step="0.01" optional {...form.field('score')} />}
        <TextArea label={t('comment')} hint={t('commentHint')} required rows={5} maxLength={5000} {...form.field('comment')} />
        <ProblemNote problem={form.problem} />
        <div className="row"><Button look="primary" type="submit" busy={form.busy}>{t('give')}</Button>{work.score === null && <span className="small muted">{t('reviewFirst')}</span>}</div>
      </form>
    </Card>
  );
}

/** The next work that waits for a review, also by Alt+N. */
export function NextWork({ work }: { work: Submission }) {
  const t = useHomework();
  const go = useNavigate();
  const waiting = useRead(['submissions', work.project_id, 'next'], () => listSubmissions({ path: { id: work.project_id }, query: { status: 'submitted', mine: false, limit: 2 } }));
  const next = waiting.data?.items.find((one) => one.id !== work.id);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.altKey && event.code === 'KeyN' && next) void go({ to: `/submissions/${next.id}` });
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [go, next]);
  return next && <div className="row-apart no-print"><span /><Button icon={ArrowRight} title="Alt+N" onClick={() => void go({ to: `/submissions/${next.id}` })}>{`${t('next')}：${next.title}`}</Button></div>;
}
