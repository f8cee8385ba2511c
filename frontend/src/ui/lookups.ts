import { listSchools } from '@/api';
import { useRead } from './data';
import type { Choice } from './fields';
import { useLabel } from './labels';

/** The project's schools that one may see, to choose from. */
export function useSchools(projectId: string | undefined): Choice[] {
  const schools = useRead(['schools', 'choices', projectId], () => listSchools({ path: { id: projectId ?? '' }, query: { limit: 200 } }), { enabled: Boolean(projectId) });
  return (schools.data?.items ?? []).map((school) => ({ value: school.id, label: school.name }));
}

export const SUBJECTS = ['YW', 'SX', 'YY', 'WL', 'HX', 'SW', 'ZZ', 'LS', 'DL', 'YL', 'TY', 'MS', 'XX', 'KX', 'ZH'];
export const STAGES = ['primary', 'junior', 'senior'];

export function useSubjects(): Choice[] {
  const label = useLabel();
  return SUBJECTS.map((value) => ({ value, label: label('subject', value) }));
}
