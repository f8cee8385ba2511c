import { Download, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { type ApiProblem, type Report, type ReportCode, createReport, downloadReport, listReports, save } from '@/api';
import { Badge, Button, Card, ProblemNote, Skeleton, fileDay, moment, toast, useAct, useList, useProblemText } from '@/ui';
import { useReports } from './reports.words';

/** A file with personal data is kept by the server for so long. */
const KEPT = 15 * 60_000;
const GONE = 410;

type Ends = Record<string, 'fetched' | 'spent'>;

/**
 * Making the files of lists, and fetching them. The server does not tell whether a file that is
 * fetched once has been; so it is noted here what was fetched, and what it refused.
 */
export function useFiles(projectId: string) {
  const t = useReports();
  const text = useProblemText();
  const [ends, setEnds] = useState<Ends>({});
  const bring = async (report: Report) => {
    try {
      const file = (await downloadReport({ path: { id: report.id }, parseAs: 'blob' })) as unknown as Blob;
      save(file, `${report.title}-${fileDay(report.as_of)}.${report.format}`);
      setEnds((old) => ({ ...old, [report.id]: 'fetched' }));
    } catch (problem) {
      if ((problem as ApiProblem).status === GONE) setEnds((old) => ({ ...old, [report.id]: 'spent' }));
      throw problem;
    }
  };
  const failed = (problem: ApiProblem) => toast(problem.status === GONE ? t('once') : text.whole(problem), { tone: 'bad' });
  const make = useAct(async ({ code, format }: Pick<Report, 'code' | 'format'>) => bring(await createReport({ path: { id: projectId }, body: { code, format } })), { done: t('made'), failed });
  const again = useAct(bring, { failed });
  return { make, again, ends };
}

/** The files made before: what is fetched once offers, when it is spent, to be made anew. */
export function History({ projectId, codes, files }: { projectId: string; codes: readonly ReportCode[]; files: ReturnType<typeof useFiles> }) {
  const t = useReports();
  const [opened] = useState(Date.now);
  const list = useList(['reports', projectId], (cursor) => listReports({ path: { id: projectId }, query: { cursor, limit: 10 } }));
  const end = (one: Report) => (one.personal ? files.ends[one.id] ?? (Date.parse(one.as_of) + KEPT < opened ? 'spent' : undefined) : undefined);
  const busy = files.make.isPending || files.again.isPending;
  return (
    <div className="no-print"><Card title={t('history')}>
      {list.problem ? <ProblemNote problem={list.problem} /> : list.loading ? <Skeleton /> : list.items.length === 0 ? <p className="small muted">{t('none')}</p> : (
        <ul className="stack-s">
          {list.items.map((one) => {
            const ended = end(one);
            return (
              <li key={one.id} className="row-apart small">
                <span className="row"><span className="strong">{one.code} {one.title}</span><Badge>{one.format}</Badge>{one.personal && <Badge tone={ended ? 'plain' : 'warn'}>{t(ended ?? 'personal')}</Badge>}</span>
                <span className="row muted">
                  <span>{moment(one.as_of)} · {t('rows', { n: one.rows })} · <span className="mono tiny">{one.digest.slice(0, 8)}</span></span>
                  {!ended ? <Button size="small" icon={Download} disabled={busy} aria-label={`${t('again')} ${one.title}`} onClick={() => files.again.mutate(one)}>{t('again')}</Button>
                    : codes.includes(one.code) && <Button size="small" icon={RotateCw} disabled={busy} aria-label={`${t('anew')} ${one.title}`} onClick={() => files.make.mutate(one)}>{t('anew')}</Button>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card></div>
  );
}
