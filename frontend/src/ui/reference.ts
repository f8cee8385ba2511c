import { type ReferenceLists, showReference } from '@/api';
import { useRead } from './data';
import type { Choice } from './fields';
import { language } from './words';

/** The fixed lists of the platform: subjects, stages, modules, themes; read once. */
export function useReference() {
  const lists = useRead(['reference'], () => showReference()).data;
  const say = (label: { zh: string; en: string } | undefined, code: string) => (label ? (language() === 'en' ? label.en : label.zh) : code);
  return {
    lists,
    subject: (code: string) => say(lists?.subjects.find((one) => one.code === code)?.label, code),
    module: (number: number) => say(lists?.modules.find((one) => one.number === number)?.label, String(number)),
    theme: (code: string | null) => (code && lists?.themes.find((one) => one.code === code)?.name) ?? code ?? '—',
    subjects: (lists?.subjects ?? []).map((one): Choice => ({ value: one.code, label: say(one.label, one.code) })),
    themes: (module?: number): Choice[] =>
      (lists?.themes ?? []).filter((one) => !module || one.module === module).map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
  };
}

export type { ReferenceLists };
