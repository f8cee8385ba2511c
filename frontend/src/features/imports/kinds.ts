import type { ImportKind } from '@/api';

/** In the order in which a project is filled. */
export const KINDS: readonly ImportKind[] = [
  'schools', 'roster', 'classes', 'class_members', 'workshops', 'staff', 'catalog', 'selections', 'online_progress', 'online_scores', 'practice_scores', 'homework',
];
