import type { OrganizationKind } from '@/api';
import { roleOf, useMe } from '@/ui';

export const KINDS: readonly OrganizationKind[] = ['province', 'city', 'county', 'town', 'school'];

/** What a role adds to the tree, and what of it it changes: who founds projects lays out the tree down to the counties, the county fills itself. */
const KEEPS: Readonly<Record<string, { adds: readonly OrganizationKind[]; changes: readonly OrganizationKind[] }>> = {
  platform_operator: { adds: ['province', 'city', 'county'], changes: ['province', 'city'] },
  project_team: { adds: ['school', 'town', 'county', 'city', 'province'], changes: KINDS },
  county_admin: { adds: ['school', 'town'], changes: ['county', 'town', 'school'] },
  school_admin: { adds: [], changes: ['school'] },
};
const NOTHING = { adds: [], changes: [] };

/** The kinds of places that the active role finds buttons for; the server judges whoever presses them. */
export function useKeeps() {
  const me = useMe().data;
  return (me && KEEPS[roleOf(me).role]) ?? NOTHING;
}
