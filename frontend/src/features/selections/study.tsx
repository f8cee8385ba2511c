import { type StudiedCourse, listEnrollmentCourses } from '@/api';
import { Badge, Card, Empty, Page, ProblemNote, ProgressBar, Skeleton, Stat, moment, useRead, useReference } from '@/ui';
import { useOwnEnrollment } from './own';
import { useSelections } from './selections.words';
import './selections.css';

const TONES = { not_started: 'plain', in_progress: 'info', completed: 'good' } as const;

/** The courses one studies, and how far one is, as the provider reports it. */
export default function Study() {
  const t = useSelections();
  const own = useOwnEnrollment();
  const id = own?.enrollment_id;
  const courses = useRead(['studied', id], () => listEnrollmentCourses({ path: { id: id ?? '' } }), { enabled: Boolean(id) });
  const found = courses.data;
  return (
    <Page title={t('study')} lead={t('studyLead')}>
      {own === null && <Card><Empty title={t('noPlace')}>{t('noPlaceHint')}</Empty></Card>}
      {courses.error && <ProblemNote problem={courses.error} />}
      {own && !found && !courses.error && <Skeleton lines={6} />}
      {found && (
        <>
          <Card>
            <div className="stack">
              <ProgressBar label={t('credited')} unit={t('unit')} target={50} parts={[{ label: t('credited'), value: found.credited_hours }]} />
              <div className="grid-3">
                <Stat label={t('hours')} value={`${found.selected_hours} ${t('unit')}`} />
                <Stat label={t('credited')} value={`${found.credited_hours} ${t('unit')}`} />
                <Stat label={t('completed')} value={`${found.completed} / ${found.items.length}`} />
              </div>
            </div>
          </Card>
          {found.items.length === 0 ? <Card><Empty title={t('none')}>{t('noneHint')}</Empty></Card> : (
            <ul className="selection-courses">{found.items.map((one) => <Course key={one.course_id} course={one} />)}</ul>
          )}
        </>
      )}
    </Page>
  );
}

function Course({ course }: { course: StudiedCourse }) {
  const t = useSelections();
  const reference = useReference();
  return (
    <li className="card" data-tight="">
      <div className="stack-s">
        <div className="row-apart"><Badge tone={TONES[course.standing]}>{t(course.standing)}</Badge><span className="strong small">{course.hours} {t('unit')}</span></div>
        <h2 className="selection-course">{course.title}</h2>
        <div className="tiny muted">{course.code} · {reference.module(course.module)}{!course.chosen && ` · ${t('other')}`}</div>
        <div className="row tiny muted">
          <span>{t('watched')} {t('minutes', { n: Math.round(course.watched_seconds / 60) })}</span>
          {course.score !== null && <span>{t('score')} {course.score}</span>}
          {course.last_event_at && <span>{t('last')} {moment(course.last_event_at)}</span>}
        </div>
      </div>
    </li>
  );
}
