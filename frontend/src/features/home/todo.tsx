import { ArrowRight, CircleCheck } from 'lucide-react';
import { type Todo, listTodo } from '@/api';
import { Card, Empty, ProblemNote, Skeleton, TextLink, count, useRead } from '@/ui';
import { useHome } from './home.words';
import './home.css';

/** Where each thing is done; `$` stands for the project. */
const PLACES: Readonly<Record<string, string>> = {
  choose_hours: '/selection', study_hours: '/study', submit_homework: '/homework', revise_homework: '/homework',
  review_homework: '$/submissions?rung=personal&reviewed=no', recommend_works: '$/submissions?rung=regional&recommended=no',
  polish_works: '$/submissions?rung=school', exhibition_works: '$/submissions?rung=exhibition',
  place_people: '$/formation', fill_sheets: '$/practice', determine_sheets: '$/practice', approve_classes: '$/classes?status=submitted', sign_sheets: '$/practice?status=county_determined', publish_run: '$/qualification', finalise_run: '$/qualification', blind_reviews: '/expert-reviews?status=assigned', give_consent: '/homework', polish_homework: '/homework',
  urge_sign_in: '$/roster?status=waiting', resolve_quarantine: '$/quarantine',
  appoint_team: '$/appointments', appoint_county: '$/appointments', plan_phases: '$', publish_project: '$',
  import_catalog: '$/imports/new?kind=catalog', publish_catalog: '$/catalog', import_schools: '$/imports/new?kind=schools', register_people: '$/imports/new?kind=roster',
};
/** Counted in hundredths of an hour. */
const HOURS = ['choose_hours', 'study_hours'];

export function TodoCard({ projectId }: { projectId: string }) {
  const t = useHome();
  const found = useRead(['todo', projectId], () => listTodo({ query: { project_id: projectId } }));
  return (
    <Card title={t('next')}>
      {found.error ? <ProblemNote problem={found.error} /> : !found.data ? <Skeleton lines={3} /> : found.data.items.length === 0 ? (
        <Empty icon={CircleCheck} title={t('allDone')}>{t('allDoneHint')}</Empty>
      ) : (
        <ol className="home-todo">{found.data.items.map((one) => <li key={one.code}><Line one={one} projectId={projectId} /></li>)}</ol>
      )}
    </Card>
  );
}

function Line({ one, projectId }: { one: Todo; projectId: string }) {
  const t = useHome();
  const n = HOURS.includes(one.code) ? one.count / 100 : one.count;
  // Where it is about one work only, straight to it.
  const [path = '/', search = ''] = (one.thing_id ? `/submissions/${one.thing_id}` : (PLACES[one.code] ?? '/')).replace('$', `/projects/${projectId}`).split('?');
  return (
    <TextLink to={path} search={Object.fromEntries(new URLSearchParams(search))} className="home-line">
      <span className="home-count">{count(n)}</span>
      <span className="home-what">{t.code(`todo.${one.code}`)}</span>
      <ArrowRight size={18} aria-hidden="true" />
    </TextLink>
  );
}
