import { keepPreference, preference } from '@/ui/preferences';

export type Theme = 'light' | 'dark';

export function theme(): Theme {
  const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches;
  return preference<Theme>('theme', dark ? 'dark' : 'light');
}

export function wear(next: Theme) {
  document.documentElement.dataset.theme = next;
}

export function chooseTheme(next: Theme) {
  keepPreference('theme', next);
  wear(next);
}
