import {
  type QueryKey, keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient,
} from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ApiProblem } from '@/api';
import { toast } from './overlays';
import { useProblemText } from './problem';

/** Reads one thing. The key names it: `['roster', 'person', id]`. */
export function useRead<T>(key: QueryKey, read: () => Promise<T>, more: { enabled?: boolean; every?: number | ((value: T | undefined) => number | false) } = {}) {
  const { every } = more;
  return useQuery<T, ApiProblem>({
    queryKey: key,
    queryFn: read,
    enabled: more.enabled,
    refetchInterval: typeof every === 'function' ? (query) => every(query.state.data) : every,
  });
}

export interface PageOf<T> { items: T[]; next_cursor: string | null; total?: number | null }
export type List<T> = ReturnType<typeof useList<T>>;

/** Reads a list page by page; the key holds its filters, so that each set is kept on its own. */
export function useList<T>(key: QueryKey, read: (cursor: string | undefined) => Promise<PageOf<T>>, more: { enabled?: boolean } = {}) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: more.enabled,
  });
  const pages = query.data?.pages ?? [];
  return {
    items: pages.flatMap((page) => page.items),
    total: pages[0]?.total ?? undefined,
    problem: query.error as ApiProblem | null,
    loading: query.isPending,
    stale: query.isPlaceholderData,
    more: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => { if (!query.isFetchingNextPage) void query.fetchNextPage(); },
    reload: () => void query.refetch(),
    /** Every row of these filters, page by page, at most so many. */
    all: (most: number) => everything(read, most),
  };
}

const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));

/** Every row of a list, page by page, at most so many. */
export async function everything<T>(read: (cursor: string | undefined) => Promise<PageOf<T>>, most: number): Promise<{ rows: T[]; cut: boolean }> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor).catch(async (problem: unknown) => {
      // Many pages in a row may come too fast for the server: it says how long to wait.
      if (!(problem instanceof ApiProblem) || problem.status !== 429) throw problem;
      await pause(problem.retryAfter ?? 1);
      return read(cursor);
    });
    rows.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor && rows.length < most);
  return { rows: rows.slice(0, most), cut: cursor !== undefined || rows.length > most };
}

/**
 * Does something on the server, then refreshes what the page shows. What fails is said in a
 * notice, unless the caller takes the problem himself.
 */
export function useAct<A, T>(run: (given: A) => Promise<T>, more: { done?: string | ((answer: T) => void); failed?: (problem: ApiProblem) => void; /** Changes nothing, so nothing is read anew. */ quiet?: boolean } = {}) {
  const queries = useQueryClient();
  const text = useProblemText();
  return useMutation<T, ApiProblem, A>({
    mutationFn: run,
    onSuccess: (answer) => {
      if (typeof more.done === 'string') toast(more.done);
      else more.done?.(answer);
      return more.quiet ? undefined : queries.invalidateQueries();
    },
    onError: (problem) => {
      if (more.failed) more.failed(problem);
      else toast(text.whole(problem), { tone: 'bad' });
    },
  });
}

/** Marks everything read as out of date, after a change made outside `useAct`. */
export function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}

/** Filters, sorting and tabs that live in the address, so that a link or Back restores them. */
export function useUrlState() {
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (change: Record<string, string | undefined>) => {
    void navigate({
      to: '.',
      replace: true,
      search: ((old: Record<string, string>) => {
        const next: Record<string, string | undefined> = { ...old, ...change };
        return Object.fromEntries(Object.entries(next).filter(([, value]) => value));
      }) as never,
    });
  };
  return [search, set] as const;
}
