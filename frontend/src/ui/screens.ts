import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/** The side bar's parts, in order. */
export const GROUPS = ['today', 'study', 'people', 'results', 'data', 'system'] as const;

/** One page: its address, its code (loaded when it is opened), and who finds it in the menu. */
export interface Screen {
  /** `$projectId` in it is the project being worked on. */
  path: string;
  page: () => Promise<{ default: ComponentType }>;
  /** May be seen without signing in. */
  open?: true;
  menu?: {
    label: { zh: string; en: string };
    icon: LucideIcon;
    group: (typeof GROUPS)[number];
    /** Place within the group. */
    order: number;
    roles: readonly string[];
    /** Also in the phone's bottom bar (at most four per role). */
    bar?: true;
  };
}
