import { type OwnEnrollment } from '@/api';
import { useMe, useProjectId } from '@/ui';

/** One's own place as a trainee; null where there is none, undefined while it is being read. */
export function useOwnEnrollment(): OwnEnrollment | null | undefined {
  const me = useMe().data;
  const project = useProjectId();
  if (!me) return undefined;
  return me.enrollments.find((one) => one.project_id === project) ?? me.enrollments[0] ?? null;
}
