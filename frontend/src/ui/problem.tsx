import { CircleAlert } from 'lucide-react';
import { ApiProblem, type ProblemError } from '@/api';
import { useCommon } from './common.words';
import { useFieldNames } from './fields.words';
import { fieldOf, isList, isNameless, limitsOf, measures } from './limits';
import { useProblems } from './problem.words';
import { useRules } from './rules.words';

/** What a problem means in the reader's language; the server's own English words where we have none. */
export function useProblemText() {
  const t = useProblems();
  const rule = useRules();
  const names = useFieldNames();
  const known = (code: string, otherwise: string) => rule.code(code, t.code(code, otherwise));

  /** The limit that a value passes, in words. */
  const limit = (code: string, detail: string, field: string) => {
    const kind = measures(code);
    const limits = kind && limitsOf(detail);
    if (!limits) return undefined;
    const { least, most } = limits;
    const shape = least === undefined ? 'most' : most === undefined ? 'least' : least === most ? 'just' : 'both';
    if (kind === 'number') return shape === 'both' || shape === 'just' ? names('number', { range: names(`range.${shape}`, limits) }) : names(`number.${shape}`, limits);
    return names('length', { range: names(isList(field) ? 'entries' : 'chars', { range: names(`range.${shape}`, limits) }) });
  };
  /** What is wrong with one field, to stand beside it. */
  const one = (code: string, detail?: string, pointer = '') => limit(code, detail ?? '', fieldOf(pointer)) ?? known(code, detail || code);
  /** The same with the name of its field, where the words do not tell it by themselves. */
  const told = (error: ProblemError) => {
    const field = fieldOf(error.pointer);
    const name = isNameless(error.code) && field ? names.code(field, field) : undefined;
    const said = one(error.code, error.detail, error.pointer);
    return name ? names('at', { field: name, said }) : said;
  };
  return {
    one, told,
    whole(problem: unknown): string {
      if (!(problem instanceof ApiProblem)) return t('internal');
      const rules = problem.errors.map(told).filter(Boolean);
      if (rules.length > 0) return [...new Set(rules)].join(' ');
      if (problem.retryAfter && (problem.code === 'too-many-attempts' || problem.code === 'rate-limited')) return t(`wait.${problem.code}`, { wait: waitOf(problem.retryAfter, t) });
      return known(problem.code, problem.detail || problem.code);
    },
  };
}

/** So many seconds, as one says them: rounded up, minutes from two on. */
function waitOf(seconds: number, t: ReturnType<typeof useProblems>): string {
  return seconds < 120 ? t('seconds', { n: seconds }) : t('minutes', { n: Math.ceil(seconds / 60) });
}

/** Which of several things is meant: `/results/2/score` is the third. */
function place(pointer: string): number | undefined {
  const index = /\/(\d+)(?:\/|$)/.exec(pointer)?.[1];
  return index === undefined ? undefined : Number(index) + 1;
}

/** A problem on the page: what, why, and under which number it stands in the log. */
export function ProblemNote({ problem }: { problem: unknown }) {
  const text = useProblemText();
  const t = useCommon();
  if (!problem) return null;
  const known = problem instanceof ApiProblem ? problem : undefined;
  const details = known?.errors.filter((error) => error.detail) ?? [];
  return (
    <div className="note" data-tone="bad" role="alert">
      <CircleAlert size={18} aria-hidden="true" />
      <div className="stack-s">
        <span>{text.whole(problem)}</span>
        {details.length > 1 && (
          <ul>{details.map((error) => <li key={error.pointer + error.code}>{place(error.pointer) !== undefined && t('nth', { n: place(error.pointer) })}{text.told(error)}</li>)}</ul>
        )}
        {known && known.status >= 500 && known.requestId && <span className="tiny mono">{t('requestId', { id: known.requestId })}</span>}
      </div>
    </div>
  );
}
