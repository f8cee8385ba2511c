import { ArrowRight } from 'lucide-react';
import { listHomeworkTasks, showEnrollmentGrade, showEnrollmentQualification, showSelection } from '@/api';
import { Badge, Card, ProblemNote, ProgressBar, Skeleton, Stat, TextLink, useProjectId, useRead, useReference } from '@/ui';
import { useHome } from './home.words';

/** How far a trainee has come: the 50 hours, the works, the score, and the shortest way to qualify. */
export function TraineeHome({ enrollmentId }: { enrollmentId: string }) {
  const t = useHome();
  const path = { id: enrollmentId };
  const reference = useReference();
  const plan = useRead(['selection', enrollmentId], () => showSelection({ path }));
  const project = useProjectId();
  const tasks = useRead(['homework', 'mine', project], () => listHomeworkTasks({ path: { id: project ?? '' }, query: { mine: true, limit: 200 } }), { enabled: Boolean(project) });
  const bill = useRead(['grade', enrollmentId], () => showEnrollmentGrade({ path }));
  if (plan.error ?? bill.error) return <ProblemNote problem={plan.error ?? bill.error} />;
  if (!plan.data || !bill.data) return <Card><Skeleton lines={5} /></Card>;
  const { grade, min_hours, homework_required, lines } = bill.data;
  const total = lines.find((line) => line.code === 'total') ?? lines[0];
  const left = (have: number, need: number, unit: string) => (have >= need ? t('reached') : t('toGo', { n: Math.round((need - have) * 100) / 100, unit }));
  // The line counts what has to be handed in; what goes beyond it, and what is still open, is said in words.
  const beyond = grade.homework_submitted - homework_required;
  const open = tasks.data?.items.filter((task) => task.status === 'open' && (!task.my_submission || ['draft', 'returned'].includes(task.my_submission.status))) ?? [];
  const must = open.filter((task) => task.required).length;
  const works = [
    beyond >= 0 ? t('worksDone') : t('toGo', { n: -beyond, unit: t('pieceUnit') }), beyond > 0 && t('worksBeyond', { n: beyond }), beyond >= 0 && must > 0 && t('worksMust', { n: must }), open.length > must && t('worksOpen', { n: open.length - must }),
  ].filter(Boolean).join(t('comma'));
  return (
    <>
      <Card title={t('way')}>
        <div className="stack-l">
          <ProgressBar
            label={t('chosen')} unit={t('hourUnit')} target={plan.data.min_hours} note={<Onward to="/selection">{left(plan.data.hours, plan.data.min_hours, t('hourUnit'))}</Onward>}
            parts={plan.data.modules.map((one) => ({ label: reference.module(one.module), value: one.hours }))}
          />
          <ProgressBar label={t('studied')} unit={t('hourUnit')} target={min_hours} note={<Onward to="/study">{left(grade.credited_hours, min_hours, t('hourUnit'))}</Onward>} parts={[{ label: t('studied'), value: grade.credited_hours }]} />
          <ProgressBar label={t('works')} unit={t('pieceUnit')} target={homework_required} note={<Onward to="/homework">{works}</Onward>} parts={[{ label: t('works'), value: Math.min(grade.homework_submitted, homework_required) }]} />
        </div>
      </Card>
      <div className="grid-2">
        {total && (
          <Card title={t('score')} actions={total.incomplete && <Badge tone="info">{t('incomplete')}</Badge>}>
            <div className="stack-s">
              <Stat label={t('total')} value={total.points} note={t('outOf', { n: total.max })} />
              <Onward to="/grade">{t('seeGrade')}</Onward>
            </div>
          </Card>
        )}
        <Standing id={enrollmentId} />
      </div>
    </>
  );
}

function Standing({ id }: { id: string }) {
  const t = useHome();
  const found = useRead(['qualification', 'enrollment', id], () => showEnrollmentQualification({ path: { id } }));
  if (!found.data) return null;
  const { outcome, explanation } = found.data;
  const n = explanation.unmet.length;
  return (
    <Card title={t('qualify')} actions={outcome && <Badge tone={outcome === 'unqualified' ? 'bad' : outcome === 'pending' ? 'info' : 'good'}>{t(`outcome.${outcome}`)}</Badge>}>
      <div className="stack-s">
        <p>{n === 0 ? t('allMet') : t('unmet', { n })}</p>
        <Onward to="/qualification">{n === 0 ? t('seeQualify') : t('shortestWay')}</Onward>
      </div>
    </Card>
  );
}

function Onward({ to, children }: { to: string; children: string }) {
  return <TextLink to={to} className="home-onward">{children}<ArrowRight size={14} aria-hidden="true" /></TextLink>;
}
