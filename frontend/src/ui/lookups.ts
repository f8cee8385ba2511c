import { listSchools, listWorkshops } from '@/api';
import { everything, useRead } from './data';
import type { Choice } from './fields';
import { useLabel } from './labels';

/** A province has some thousand schools; no list to choose from holds more. */
const MOST_SCHOOLS = 5000;

/** The project's schools that one may see, to choose from: all of them, page by page. */
export function useSchools(projectId: string | undefined): Choice[] {
  const schools = useRead(['schools', 'choices', projectId], () => everything((cursor) => listSchools({ path: { id: projectId ?? '' }, query: { limit: 200, cursor } }), MOST_SCHOOLS), { enabled: Boolean(projectId) });
  return (schools.data?.rows ?? []).map((school) => ({ value: school.id, label: school.name }));
}

/** Of whole counties, not of a province; no list to choose from holds more. */
const MOST_WORKSHOPS = 5000;

/** The project's workshops that one may see, to choose from: all of them, page by page. */
export function useWorkshops(projectId: string | undefined): Choice[] {
  const workshops = useRead(['workshops', 'choices', projectId], () => everything((cursor) => listWorkshops({ path: { id: projectId ?? '' }, query: { limit: 200, cursor } }), MOST_WORKSHOPS), { enabled: Boolean(projectId) });
  return (workshops.data?.rows ?? []).map((workshop) => ({ value: workshop.id, label: workshop.name }));
}

export const SUBJECTS = ['YW', 'SX', 'YY', 'WL', 'HX', 'SW', 'ZZ', 'LS', 'DL', 'YL', 'TY', 'MS', 'XX', 'KX', 'ZH'];
export const STAGES = ['primary', 'junior', 'senior'];

export function useSubjects(): Choice[] {
  const label = useLabel();
  return SUBJECTS.map((value) => ({ value, label: label('subject', value) }));
}
