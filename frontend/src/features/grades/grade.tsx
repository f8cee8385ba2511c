import { useParams } from '@tanstack/react-router';
import { Award } from 'lucide-react';
import { type GradeLine, showEnrollmentGrade, showEnrollmentQualification } from '@/api';
import { Badge, ButtonLink, Card, Empty, Page, ProblemNote, ProgressBar, Skeleton, Stat, TextLink, moment, useMe, useRead } from '@/ui';
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
      <Verdict id={id} />
      <Card>
        <div className="stack">
          {total && (
            <div className="row-apart">
              <Stat label={t(total.incomplete ? 'totalSoFar' : 'total')} value={total.points} note={t('of', { max: total.max })} />
              {total.incomplete ? <Badge tone="info">{t('incomplete')}</Badge> : total.pass === null || total.pass === undefined ? null : total.passed ? <Badge>{t('passed', { pass: total.pass })}</Badge> : <Badge tone="warn">{t('notPassed', { pass: total.pass, n: Math.round((total.pass - total.points) * 100) / 100 })}</Badge>}
            </div>
          )}
          {total && <ProgressBar label={t('parts')} parts={parts.filter((line) => !line.incomplete).map((line) => ({ label: t.code(`code.${line.code}`, line.code), value: line.points }))} target={total.max} note={total.incomplete ? parts.filter((line) => line.incomplete).map((line) => t('notGiven', { part: t.code(`code.${line.code}`, line.code) })).join(' · ') : undefined} />}
          <ProgressBar label={t('hours')} parts={[{ label: t('hours'), value: bill.grade.credited_hours }]} target={bill.min_hours} unit={t('hourUnit')} />
          <ProgressBar label={t('homework')} parts={[{ label: t('homework'), value: Math.min(bill.grade.homework_submitted, bill.homework_required) }]} target={bill.homework_required} unit={t('pieces')} note={bill.grade.homework_submitted > bill.homework_required ? t('beyond', { n: bill.grade.homework_submitted - bill.homework_required }) : undefined} />
          <p className="tiny muted">{t('ruleBy', { n: bill.policy_number })}</p>
        </div>
      </Card>
      <div className="grid-2">{parts.map((line) => <Part key={line.code} line={line} />)}</div>
    </>
  );
}

/** What it came to, before any figure: reaching one line is not yet to qualify. */
function Verdict({ id }: { id: string }) {
  const t = useGrades();
  const own = useMe().data?.enrollments[0]?.enrollment_id;
  const found = useRead(['qualification', 'enrollment', id], () => showEnrollmentQualification({ path: { id } }));
  if (!found.data) return null;
  const { outcome, run_number, judged_at } = found.data;
  return (
    <Card tight>
      <div className="row-apart">
        <span className="row">
          <span>{t('verdict')}</span>
          {outcome ? <Badge tone={outcome === 'unqualified' ? 'bad' : outcome === 'pending' ? 'info' : 'good'}>{t(`outcome.${outcome}`)}</Badge> : <Badge>{t('verdictNone')}</Badge>}
          {run_number !== null && <span className="small muted">{t('verdictBy', { n: run_number, at: moment(judged_at) })}</span>}
        </span>
        {id === own && <TextLink to="/qualification">{t('why')}</TextLink>}
      </div>
    </Card>
  );
}

function Part({ line }: { line: GradeLine }) {
  const t = useGrades();
  const practice = line.practice_evidence;
  const { pass, incomplete, passed } = line;
  const badge = pass === null || pass === undefined ? t('of', { max: line.max }) : t(incomplete ? 'line' : passed ? 'lineMet' : 'lineMissed', { pass });
  return (
    <Card title={t.code(`code.${line.code}`, line.code)} actions={<Badge tone={incomplete ? 'plain' : passed ? 'good' : 'warn'}>{badge}</Badge>}>
      <div className="stack-s">
        <Stat label={t('points')} value={incomplete ? '—' : line.points} note={line.mark === null ? t('noMark') : t('mark', { mark: line.mark })} />
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
