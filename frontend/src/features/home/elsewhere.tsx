import { ArrowLeftRight } from 'lucide-react';
import { type TodoElsewhere, listTodo } from '@/api';
import { Button, Card, count, useChooseRole, useRead, useRoles } from '@/ui';
import { useHome } from './home.words';

/** What waits for the same person in roles that they do not act in now, with the way there. */
export function ElsewhereCard({ projectId }: { projectId: string }) {
  const t = useHome();
  const role = useRoles();
  const choose = useChooseRole();
  const found = useRead(['todo', projectId], () => listTodo({ query: { project_id: projectId } }));
  const waiting = found.data?.elsewhere ?? [];
  if (waiting.length === 0) return null;
  const roles = [...new Map(waiting.map((one) => [one.role, one])).values()];
  const said = (of: TodoElsewhere) => waiting.filter((one) => one.role === of.role).map((one) => `${count(one.count)} ${t.code(`todo.${one.code}`)}`).join('；');
  return (
    <Card title={t('elsewhere')} tight>
      <ul className="stack-s">
        {roles.map((one) => (
          <li key={one.role} className="row-apart">
            <span>{t('elsewhereAs', { role: role.code(one.role) })}{said(one)}</span>
            <Button size="small" icon={ArrowLeftRight} onClick={() => void choose({ id: one.appointment_id, role: one.role })}>{t('switchTo', { role: role.code(one.role) })}</Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
