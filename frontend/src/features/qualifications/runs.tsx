import { useParams } from '@tanstack/react-router';
import { BadgeCheck, Play } from 'lucide-react';
import { type QualificationRun, createQualificationRun, listQualificationRuns } from '@/api';
import { Button, ButtonLink, Card, Empty, Note, Page, ProblemNote, Skeleton, TextLink, ask, count, moment, roleOf, toast, useAct, useList, useMe } from '@/ui';
import { NextStep, RunActs, RunStatus } from './acts';
import { isLacking, useLacking } from './lacking';
import { useQualifications } from './qualifications.words';

/** The runs of a project, the newest first, each with how many came to what. */
export default function Runs() {
  const t = useQualifications();
  const me = useMe().data;
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const list = useList(['qualification', 'runs', projectId], (cursor) => listQualificationRuns({ path: { id: projectId }, query: { cursor, limit: 20 } }));
  const lacking = useLacking();
  const path = { id: projectId };
  const make = useAct(() => createQualificationRun({ path }), { done: (made) => toast(t('told.made', { n: made.number })) });
  // What it would read is counted when one asks, and said before anybody is judged.
  const begin = useAct(() => listQualificationRuns({ path, query: { limit: 1 } }), {
    quiet: true,
    done: async ({ ground }) => {
      if (!ground) return;
      const missing = lacking(ground.missing);
      const lines = missing.length === 0 ? [t('noneLacks')] : [...missing, ground.unpublished_sheets > 0 ? t('sheets', { n: ground.unpublished_sheets }) : '', t('lackMeans'), t('makeLater')];
      const text = [t('makeAsk', { total: count(ground.total) }), ...lines].filter(Boolean).join('\n');
      if (await ask({ title: t('make'), text, action: t('make'), danger: missing.length > 0 })) make.mutate(undefined);
    },
  });
  const runs = me && roleOf(me).role === 'project_team';
  return (
    <Page title={t('title')} lead={t('lead')} actions={runs && <Button look="primary" icon={Play} busy={begin.isPending || make.isPending} onClick={() => begin.mutate(undefined)}>{t('make')}</Button>}>
      {list.problem ? <ProblemNote problem={list.problem} /> : list.loading ? <Skeleton lines={6} /> : list.items.length === 0 ? (
        <Card><Empty icon={BadgeCheck} title={t('empty')}>{t('emptyHint')}</Empty></Card>
      ) : list.items.map((run) => <Run key={run.id} run={run} newest={list.items[0]} projectId={projectId} />)}
      {list.more && <Button busy={list.loadingMore} onClick={list.loadMore}>↓</Button>}
    </Page>
  );
}

function Run({ run, newest, projectId }: { run: QualificationRun; newest?: QualificationRun; projectId: string }) {
  const t = useQualifications();
  const { missing, awaiting } = run.figures;
  const waits = isLacking(missing);
  const standing = run.status === 'provisional' || run.status === 'published';
  const named = (code: string | null | undefined) => (code ? t.code(`outcome.${code}`, code) : t('absent'));
  return (
    <Card title={t('run', { n: run.number })} actions={(
      <>
        <RunActs run={run} newest={newest} />
        <ButtonLink size="small" to={`/projects/${projectId}/qualification/${run.id}`}>{t('total', { n: run.figures.total })}</ButtonLink>
      </>
    )}>
      <div className="stack-s">
        <p className="row">
          <RunStatus run={run} />
          {Object.entries(run.figures.outcomes).map(([code, n]) => <span key={code}>{named(code)} <span className="strong">{n}</span></span>)}
        </p>
        <NextStep run={run} newest={newest} />
        {standing && waits && (
          <Note tone="warn">
            <span className="strong">{t('lacking')}</span>：{Object.entries(missing ?? {}).filter(([, n]) => n > 0).map(([source, n], place) => (
              <span key={source}>{place > 0 && '；'}{t(`lack.${source}` as 'lack.online_score', { n: count(n) })}（<TextLink to={`/projects/${projectId}/qualification/${run.id}`} search={{ lacks: source }}>{t('seeLacking')}</TextLink>）</span>
            ))}。{awaiting > 0 && t('awaiting', { n: count(awaiting) })}{t('lackMeans')}
          </Note>
        )}
        {standing && missing && !waits && <p className="small muted">{t('noneLacks')}</p>}
        {run.figures.moved.length > 0 && <p className="small muted">{t('moved')}：{run.figures.moved.map((one) => t('move', { from: named(one.from), to: named(one.to), n: one.count })).join('；')}</p>}
        <p className="tiny muted">{t('at')} {moment(run.created_at)} · <span className="mono">{t('digest', { hash: run.digest.slice(0, 12) })}</span></p>
      </div>
    </Card>
  );
}
