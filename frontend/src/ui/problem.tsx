import { CircleAlert } from 'lucide-react';
import { ApiProblem } from '@/api';
import { useCommon } from './common.words';
import { useProblems } from './problem.words';
import { useRules } from './rules.words';

/** What a problem means in the reader's language; the server's own English words where we have none. */
export function useProblemText() {
  const t = useProblems();
  const rule = useRules();
  const known = (code: string, otherwise: string) => rule.code(code, t.code(code, otherwise));
  const one = (code: string, detail?: string) => known(code, detail || code);
  return {
    one,
    whole(problem: unknown): string {
      if (!(problem instanceof ApiProblem)) return t('internal');
      const rules = problem.errors.map((error) => known(error.code, error.detail)).filter(Boolean);
      if (rules.length > 0) return [...new Set(rules)].join(' ');
      return one(problem.code, problem.detail);
    },
  };
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
          <ul>{details.map((error) => <li key={error.pointer + error.code}>{place(error.pointer) !== undefined && t('nth', { n: place(error.pointer) })}{text.one(error.code, error.detail)}</li>)}</ul>
        )}
        {known && known.status >= 500 && known.requestId && <span className="tiny mono">{t('requestId', { id: known.requestId })}</span>}
      </div>
    </div>
  );
}
