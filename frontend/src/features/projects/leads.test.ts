import type { AllowedAction, WholeProject } from '@/api';
import { leadsOf } from './leads';

const refused = (action: string, blocked_by: string): AllowedAction => ({ action, allowed: false, needs_reason: false, blocked_by });
const project = (status: WholeProject['status'], ...allowed_actions: AllowedAction[]) => ({ status, allowed_actions });

test('the team of a draft without phases leads it, though nothing can be done with it yet', () => {
  expect(leadsOf(project('draft', refused('publish', 'no_phases'), refused('start', 'invalid_transition')))).toBe(true);
});

test('nobody leads without the right, nor what is closed', () => {
  expect(leadsOf(project('draft', refused('publish', 'forbidden'), refused('start', 'forbidden')))).toBe(false);
  expect(leadsOf(project('closed', { action: 'archive', allowed: true, needs_reason: false }))).toBe(false);
});
