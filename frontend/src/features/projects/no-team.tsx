import { type Project, listTodo } from '@/api';
import { Note, TextLink, roleOf, useMe, useRead } from '@/ui';
import { useProjects } from './projects.words';

/** A draft that nobody leads yet: its operator appoints a team, which plans and publishes it. */
export function NoTeam({ project }: { project: Project }) {
  const t = useProjects();
  const me = useMe().data;
  const operates = me !== undefined && roleOf(me).role === 'platform_operator';
  const todo = useRead(['todo', project.id], () => listTodo({ query: { project_id: project.id } }), { enabled: operates && project.status === 'draft' });
  if (!todo.data?.items.some((one) => one.code === 'appoint_team')) return null;
  return <Note tone="warn">{t('noTeam')} <TextLink to={`/projects/${project.id}/appointments`}>{t('appointTeam')}</TextLink></Note>;
}
