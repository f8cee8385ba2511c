import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { keepPreference, preference } from './preferences';

export type Language = 'zh-CN' | 'en';

const first: Language = navigator.language.startsWith('zh') ? 'zh-CN' : 'en';

void i18next.use(initReactI18next).init({
  lng: preference<Language>('language', first),
  fallbackLng: 'zh-CN',
  resources: {},
  interpolation: { escapeValue: false },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  returnEmptyString: false,
});

export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

export function speak(next: Language) {
  keepPreference('language', next);
  document.documentElement.lang = next;
  void i18next.changeLanguage(next);
}

export interface Words<K extends string> {
  (key: K, values?: Record<string, unknown>): string;
  /** The words for a code that the server sends; the code itself where there are none. */
  code(code: string, otherwise?: string): string;
}

/**
 * The words of one slice in both languages. Answers a hook:
 * `const useWords = words('roster', { title: '学员名册' }, { title: 'Roster' })`.
 */
export function words<const K extends string>(
  space: string,
  zh: Record<K, string>,
  en: Record<NoInfer<K>, string>,
) {
  i18next.addResourceBundle('zh-CN', space, zh, true, true);
  i18next.addResourceBundle('en', space, en, true, true);
  const known: Record<string, string> = zh;
  return function useWords(): Words<K> {
    const { t } = useTranslation(space);
    const say = ((key: string, values?: Record<string, unknown>) => t(key, { ...values })) as unknown as Words<K>;
    say.code = (code, otherwise) => (code in known ? say(code as K) : (otherwise ?? code));
    return say;
  };
}

const zone = 'Asia/Shanghai';
const formats = new Map<string, Intl.DateTimeFormat>();

function format(value: string | null | undefined, options: Intl.DateTimeFormatOptions): string {
  if (!value) return '—';
  const key = language() + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language(), { ...options, timeZone: zone });
    formats.set(key, found);
  }
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : found.format(date);
}

/** A date, as 2026年11月23日. */
export const day = (value: string | null | undefined) =>
  format(value?.length === 10 ? `${value}T00:00:00+08:00` : value, { dateStyle: 'long' });

/** A moment on the county's clock. */
export const moment = (value: string | null | undefined) =>
  format(value, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false });

/** The county's date of a moment, or of now, as it stands in names of files: 2026-11-23. */
export const fileDay = (value?: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(value ? new Date(value) : new Date());

export const count = (value: number) => value.toLocaleString(language());

/** A rate from its counts; a dash where there is nothing to divide by. */
export const percent = (part: number, whole: number) =>
  whole === 0 ? '—' : `${(Math.round((part / whole) * 1000) / 10).toString()}%`;
