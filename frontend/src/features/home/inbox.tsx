import { Inbox } from 'lucide-react';
import { listSubmissions } from '@/api';
import { ButtonLink, Card, Empty, ProblemNote, Skeleton, TextLink, moment, useRead } from '@/ui';
import { useHome } from './home.words';

/** What waits on whose desk: the works to comment on, or to recommend in the region. */
export function InboxCard({ projectId, rung }: { projectId: string; rung: 'personal' | 'regional' }) {
  const t = useHome();
  const query = rung === 'personal' ? ({ rung, status: 'submitted' } as const) : ({ rung, recommended: false } as const);
  const found = useRead(['submissions', projectId, 'home', rung], () => listSubmissions({ path: { id: projectId }, query: { ...query, mine: false, sort: 'waiting_since', limit: 5 } }));
  const search: Record<string, string> = rung === 'personal' ? { rung, status: 'submitted' } : { rung, recommended: 'no' };
  return (
    <Card title={t(rung === 'personal' ? 'inbox' : 'regional')} actions={<ButtonLink size="small" to={`/projects/${projectId}/submissions`} search={search}>{t('seeAll')}</ButtonLink>}>
      {found.error ? <ProblemNote problem={found.error} /> : !found.data ? <Skeleton lines={3} /> : found.data.items.length === 0 ? <Empty icon={Inbox} title={t('inboxEmpty')}>{t('inboxEmptyHint')}</Empty> : (
        <ul className="home-todo">
          {found.data.items.map((one) => (
            <li key={one.id}>
              <TextLink to={`/submissions/${one.id}`} className="home-line">
                <span className="home-what"><span className="strong">{one.title || t('untitled')}</span><br /><span className="tiny muted">{one.author_name} · {t('waiting', { at: moment(one.submitted_at) })}</span></span>
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
