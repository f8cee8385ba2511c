import { useQualifications } from './qualifications.words';

/** How many lack which mark of the grade, as the server counted. */
export type Missing = Readonly<Record<string, number>>;

export const isLacking = (missing: Missing | null | undefined) => Object.values(missing ?? {}).some((n) => n > 0);

/** In words, one line each: whose marks are not there yet. A mark that is not there is not 0. */
export function useLacking() {
  const t = useQualifications();
  return (missing: Missing | null | undefined) => Object.entries(missing ?? {}).filter(([, n]) => n > 0).map(([source, n]) => t(`lack.${source}` as 'lack.online_score', { n }));
}
