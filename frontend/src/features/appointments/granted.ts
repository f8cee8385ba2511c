import type { Role } from '@/api';

/** Roles that are given by appointment. */
export const GRANTED: readonly Role[] = [
  'school_admin', 'joint_class_admin', 'workshop_leader', 'deputy_workshop_leader', 'subject_expert', 'class_tutor', 'group_leader', 'regional_viewer', 'county_admin', 'project_team', 'auditor',
];
export const OF_SCHOOL: readonly string[] = ['school_admin'];
export const OF_CLASS: readonly string[] = ['joint_class_admin', 'class_tutor'];
export const OF_WORKSHOP: readonly string[] = ['workshop_leader', 'deputy_workshop_leader'];
