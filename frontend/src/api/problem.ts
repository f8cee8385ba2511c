import type { Problem, ProblemError } from './gen/types.gen';

/** What every failed call throws: the server's problem document, or that it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: ProblemError[];
  /** Seconds to wait before trying again, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Partial<Problem>, retryAfter?: number) {
    super(problem.detail ?? problem.title ?? 'No answer');
    this.name = 'ApiProblem';
    this.status = problem.status ?? 0;
    this.code = problem.code ?? 'unreachable';
    this.detail = problem.detail ?? '';
    this.requestId = problem.request_id ?? '';
    this.errors = problem.errors ?? [];
    this.retryAfter = retryAfter;
  }

  /** The rule codes that stand in the way, the kind's own code last. */
  get codes(): string[] {
    return [...this.errors.map((error) => error.code), this.code];
  }
}

export function toProblem(error: unknown, response: Response | undefined): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const wait = Number(response?.headers.get('retry-after')) || undefined;
  if (error && typeof error === 'object' && 'code' in error && 'status' in error) {
    return new ApiProblem(error as Problem, wait);
  }
  return new ApiProblem({ status: response?.status ?? 0, code: response ? 'internal' : 'unreachable' }, wait);
}
