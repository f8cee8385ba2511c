import type { Submission } from '@/api';

/** Whether the server takes a next version from this reader; that nothing is written yet is no hindrance. */
export const isWritable = (work: Submission) =>
  work.allowed_actions.some((one) => (one.action === 'submit' || one.action === 'revise') && (one.allowed || one.blocked_by === 'content_missing'));
