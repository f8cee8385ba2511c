import type { WholeProject } from '@/api';

/**
 * Whether the reader has the right to lead the project. Each of its moves asks for the same right
 * as changing it and planning its phases, so any move that is not forbidden shows it; a move that
 * the state refuses (a draft without phases is not published) says nothing against it.
 */
export const leadsOf = ({ status, allowed_actions }: Pick<WholeProject, 'status' | 'allowed_actions'>) =>
  !['closed', 'archived'].includes(status) && allowed_actions.some((one) => one.blocked_by !== 'forbidden');
