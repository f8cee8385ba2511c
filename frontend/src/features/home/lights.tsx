import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { type TodoList, listClasses, listPolicies, listPracticeSheets, listTodo, listWorkshops } from '@/api';
import { Card, ProblemNote, Skeleton, TextLink, count, useRead } from '@/ui';
import { useHome } from './home.words';

interface Light { key: 'lightActive' | 'lightPlaced' | 'lightClasses' | 'lightWorkshops' | 'lightSheets'; bad: number; /** There is nothing yet to be right or wrong. */ none?: boolean; to: string; search?: Record<string, string> }

const open = (todo: TodoList, code: string) => todo.items.find((one) => one.code === code)?.count ?? 0;

/** Whether a school keeps to the rules, one light each; the word says what the colour means. */
export function LightsCard({ projectId }: { projectId: string }) {
  const t = useHome();
  const path = { id: projectId };
  const todo = useRead(['todo', projectId], () => listTodo({ query: { project_id: projectId } }));
  const classes = useRead(['classes', projectId, 'lights'], () => listClasses({ path, query: { limit: 200 } }));
  const workshops = useRead(['workshops', projectId, 'lights'], () => listWorkshops({ path, query: { limit: 200 } }));
  const policies = useRead(['policies', projectId], () => listPolicies({ path }));
  const sheets = useRead(['practice-sheets', projectId, 'lights'], () => listPracticeSheets({ path, query: { limit: 1 } }));
  const problem = todo.error ?? classes.error ?? workshops.error ?? policies.error ?? sheets.error;
  if (problem) return <ProblemNote problem={problem} />;
  if (!todo.data || !classes.data || !workshops.data || !policies.data || !sheets.data) return <Card title={t('lights')}><Skeleton lines={5} /></Card>;
  const most = policies.data.items[0]?.body.workshops.upper ?? 6;
  const hosts = workshops.data.items.map((one) => one.host_id);
  const crowded = new Set(hosts.filter((host) => hosts.filter((other) => other === host).length > most)).size;
  const base = `/projects/${projectId}`;
  const lights: Light[] = [
    { key: 'lightActive', bad: open(todo.data, 'urge_sign_in'), to: `${base}/roster`, search: { status: 'waiting' } },
    { key: 'lightPlaced', bad: open(todo.data, 'place_people'), to: `${base}/formation` },
    { key: 'lightClasses', bad: classes.data.items.filter((one) => one.findings.length > 0).length, to: `${base}/classes` },
    { key: 'lightWorkshops', bad: crowded, to: `${base}/workshops` },
    { key: 'lightSheets', bad: open(todo.data, 'fill_sheets'), none: sheets.data.items.length === 0, to: `${base}/practice` },
  ];
  return (
    <Card title={t('lights')}>
      <ul className="home-lights">
        {lights.map((one) => {
          const Icon = one.bad > 0 ? CircleAlert : one.none ? CircleDashed : CircleCheck;
          return (
            <li key={one.key} data-bad={one.bad > 0 ? '' : undefined} data-none={one.none ? '' : undefined}>
              <Icon size={18} aria-hidden="true" />
              <span className="home-what">{t(one.key)}</span>
              {one.bad > 0 ? <TextLink to={one.to} search={one.search}>{t(`${one.key}Bad`, { n: count(one.bad) })}</TextLink> : <span className="muted">{t(one.none ? 'lightSheetsNone' : 'ok')}</span>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
