import { type ReferenceLists, showReference } from '@/api';
import { useRead } from './data';
import type { Choice } from './fields';
import { useLabel } from './labels';
import { useSubjects } from './lookups';
import { language } from './words';

/** The fixed lists of the platform: modules and themes from the server, read once; subjects by our own terms. */
export function useReference() {
  const label = useLabel();
  const subjects = useSubjects();
  const lists = useRead(['reference'], () => showReference()).data;
  const say = (label: { zh: string; en: string } | undefined, code: string) => (label ? (language() === 'en' ? label.en : label.zh) : code);
  return {
    lists,
    subject: (code: string) => label('subject', code),
    module: (number: number) => say(lists?.modules.find((one) => one.number === number)?.label, String(number)),
    theme: (code: string | null) => (code && lists?.themes.find((one) => one.code === code)?.name) ?? code ?? '—',
    subjects,
    themes: (module?: number): Choice[] =>
      (lists?.themes ?? []).filter((one) => !module || one.module === module).map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
  };
}

export type { ReferenceLists };
