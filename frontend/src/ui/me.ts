import { useParams } from '@tanstack/react-router';
import { type Me, listProjects, showMe } from '@/api';
import { useRead } from './data';

/** Who is signed in, and as what. */
export function useMe() {
  return useRead(['me'], () => showMe());
}

export interface ActiveRole { role: string; scopeName: string | null; projectId: string | null; appointmentId: string | null }

/** The role acted in at present: an appointment, or one's own place as a trainee. */
export function roleOf(me: Me): ActiveRole {
  const held = me.appointments.find((one) => one.id === me.active_appointment_id);
  return held
    ? { role: held.role, scopeName: held.scope_name, projectId: held.project_id, appointmentId: held.id }
    : { role: 'trainee', scopeName: null, projectId: me.enrollments[0]?.project_id ?? null, appointmentId: null };
}

/** The project being worked on: the address says it, else the role, else the first there is. */
export function useProjectId(): string | undefined {
  const { projectId } = useParams({ strict: false }) as { projectId?: string };
  const me = useMe();
  const own = projectId ?? (me.data ? (roleOf(me.data).projectId ?? me.data.enrollments[0]?.project_id) : undefined);
  const first = useRead(['projects', 'first'], () => listProjects({ query: { limit: 1 } }), { enabled: Boolean(me.data) && !own });
  return own ?? first.data?.items[0]?.id;
}
