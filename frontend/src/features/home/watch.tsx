import { ShieldCheck } from 'lucide-react';
import { listAuditEvents, listPlatformAuditEvents } from '@/api';
import { ButtonLink, Card, Empty, ProblemNote, Skeleton, moment, useRead, useRoles } from '@/ui';
import { useActs } from '@/ui/acts.words';
import { useHome } from './home.words';

/** What was refused lately: what whoever audits or runs the platform looks at first. */
export function WatchCard({ projectId, platform }: { projectId: string; platform: boolean }) {
  const t = useHome();
  const act = useActs();
  const role = useRoles();
  const query = { outcome: 'denied', limit: 8 };
  const found = useRead(['audit', 'home', platform, projectId], () => (platform ? listPlatformAuditEvents({ query }) : listAuditEvents({ path: { project_id: projectId }, query })));
  return (
    <Card title={t('denied')} actions={<ButtonLink size="small" to={`/projects/${projectId}/audit`} search={{ outcome: 'denied' }}>{t('seeAll')}</ButtonLink>}>
      {found.error ? <ProblemNote problem={found.error} /> : !found.data ? <Skeleton lines={3} /> : found.data.items.length === 0 ? <Empty icon={ShieldCheck} title={t('noDenied')}>{t('noDeniedHint')}</Empty> : (
        <ul className="stack-s">
          {found.data.items.map((one) => (
            <li key={one.id} className="row-apart small">
              <span><span className="strong">{act.code(one.action)}</span> <span className="muted">{[one.actor_name, role.code(one.role, '')].filter(Boolean).join(' · ')}</span></span>
              <span className="muted nowrap">{moment(one.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Where the platform is looked after. */
export function PlatformCard({ projectId }: { projectId: string }) {
  const t = useHome();
  const base = `/projects/${projectId}`;
  return (
    <Card title={t('platform')}>
      <div className="row">
        <ButtonLink to="/organizations">{t('toTree')}</ButtonLink>
        <ButtonLink to={`${base}/appointments`}>{t('toRoles')}</ButtonLink>
        <ButtonLink to={`${base}/clients`}>{t('toClients')}</ButtonLink>
        <ButtonLink to={`${base}/audit`}>{t('toAudit')}</ButtonLink>
      </div>
    </Card>
  );
}
