import { useNavigate } from '@tanstack/react-router';
import { showStatistics } from '@/api';
import { ButtonLink, Card, ProblemNote, RateBars, Skeleton, Stat, count, useRead } from '@/ui';
import { useHome } from './home.words';

const RATES = ['participation', 'study', 'pass', 'excellence'] as const;

/** The four rates at a glance, and the schools that need attention most. */
export function RatesCard({ projectId, by }: { projectId: string; by: 'school' | 'workshop' }) {
  const t = useHome();
  const go = useNavigate();
  const found = useRead(['statistics', projectId, by], () => showStatistics({ path: { id: projectId }, query: { by } }));
  if (found.error) return <ProblemNote problem={found.error} />;
  if (!found.data) return <Card><Skeleton lines={5} /></Card>;
  const { total, items } = found.data;
  const lowest = [...items].filter((one) => one.id !== null && one.rates.participation.denominator > 0)
    .sort((one, other) => one.rates.participation.numerator / one.rates.participation.denominator - other.rates.participation.numerator / other.rates.participation.denominator).slice(0, 6);
  return (
    <Card title={t('rates')} actions={<ButtonLink size="small" to={`/projects/${projectId}/statistics`}>{t('cockpit')}</ButtonLink>}>
      <div className="stack-l">
        <div className="grid-4">
          {RATES.map((rate) => {
            const { numerator, denominator, percent } = total.rates[rate];
            return <Stat key={rate} label={t(rate)} value={percent === null ? '—' : `${percent}%`} note={`${count(numerator)} / ${count(denominator)}`} />;
          })}
        </div>
        {total.counts.studied > total.counts.activated && <p className="small muted">{t('ahead')}</p>}
        {by === 'school' && lowest.length > 1 && (
          <div className="stack-s">
            <h3>{t('lowest')}</h3>
            <RateBars
              label={t('lowest')} bars={lowest.map((one) => ({ label: one.name, part: one.rates.participation.numerator, whole: one.rates.participation.denominator }))}
              onBar={(index) => void go({ to: `/projects/${projectId}/roster`, search: { school: lowest[index]?.id ?? '', status: 'waiting' } as never })}
            />
          </div>
        )}
      </div>
    </Card>
  );
}
