import { useParams } from '@tanstack/react-router';
import { Award } from 'lucide-react';
import { type GradeLine, showEnrollmentGrade } from '@/api';
import { Badge, ButtonLink, Card, Empty, Page, ProblemNote, ProgressBar, Skeleton, Stat, moment, useMe, useRead } from '@/ui';
import { useGrades } from './grades.words';

/** A score part by part with what it rests on: one's own, or that of somebody one looks after. */
export default function Grade() {
  const t = useGrades();
  const { enrollmentId } = useParams({ strict: false }) as { enrollmentId?: string };
  const own = useMe().data?.enrollments[0]?.enrollment_id;
  const enrollment = enrollmentId ?? own;
  const foreign = enrollmentId !== undefined && enrollmentId !== own;
  const name = useRead(['grade', enrollment], () => showEnrollmentGrade({ path: { id: enrollment ?? '' } }), { enabled: Boolean(enrollment) }).data?.grade.name;
  return (
    <Page title={foreign ? t('titleOf', { name: name ?? '…' }) : t('title')} lead={t('lead')} width="narrow" actions={!enrollmentId && own && <ButtonLink to="/qualification">{t('standing')}</ButtonLink>}>
      {enrollment ? <Bill id={enrollment} /> : <Card><Empty icon={Award} title={t('none')}>{t('noneHint')}</Empty></Card>}
    </Page>
  );
}

function Bill({ id }: { id: string }) {
  const t = useGrades();
  const found = useRead(['grade', id], () => showEnrollmentGrade({ path: { id } }));
  if (found.error) return <ProblemNote problem={found.error} />;
  const bill = found.data;
  if (!bill) return <Skeleton tall />;
  const total = bill.lines.find((line) => line.code === 'total') ?? bill.lines[0];
  const parts = bill.lines.filter((line) => line !== total);
  return (
    <>
      <Card>
        <div className="stack">
          {total && (
            <div className="row-apart">
              <Stat label={t('total')} value={total.points} note={t('of', { max: total.max })} />
              {total.incomplete ? <Badge tone="info">{t('incomplete')}</Badge> : total.passed ? <Badge tone="good">{t('passed')}</Badge> : <Badge tone="warn">{t('notPassed', { n: Math.round(((total.pass ?? 0) - total.points) * 100) / 100 })}</Badge>}
            </div>
          )}
          {total && <ProgressBar label={t('parts')} parts={parts.map((line) => ({ label: t.code(`code.${line.code}`, line.code), value: line.points }))} target={total.max} />}
          <ProgressBar label={t('hours')} parts={[{ label: t('hours'), value: bill.grade.credited_hours }]} target={bill.min_hours} unit={t('hourUnit')} />
          <ProgressBar label={t('homework')} parts={[{ label: t('homework'), value: bill.grade.homework_submitted }]} target={bill.homework_required} unit={t('pieces')} />
          <p className="tiny muted">{t('ruleBy', { n: bill.policy_number })}</p>
        </div>
      </Card>
      <div className="grid-2">{parts.map((line) => <Part key={line.code} line={line} />)}</div>
    </>
  );
}

function Part({ line }: { line: GradeLine }) {
  const t = useGrades();
  const practice = line.practice_evidence;
  return (
    <Card title={t.code(`code.${line.code}`, line.code)} actions={<Badge tone={line.passed ? 'good' : line.incomplete ? 'plain' : 'warn'}>{line.pass === null || line.pass === undefined ? t('of', { max: line.max }) : t('line', { pass: line.pass })}</Badge>}>
      <div className="stack-s">
        <Stat label={t('points')} value={line.points} note={line.mark === null ? t('noMark') : t('mark', { mark: line.mark })} />
        {line.online_evidence && <p className="small muted">{t('evidenceOnline', { at: moment(line.online_evidence.given_at) })}</p>}
        {practice && (
          <p className="small muted">
            {practice.round_name}
            {practice.school_score !== null && ` · ${t('school', { n: practice.school_score })}`}
            {practice.county_score !== null && ` · ${t('county', { n: practice.county_score })}`}
            {practice.adjust_reason && ` · ${t('reason', { text: practice.adjust_reason })}`}
          </p>
        )}
      </div>
    </Card>
  );
}
