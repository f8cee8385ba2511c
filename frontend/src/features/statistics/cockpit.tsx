import { useNavigate, useParams } from '@tanstack/react-router';
import { type GroupBy, type StatisticsLine, showStatistics } from '@/api';
import { Card, Empty, Note, Page, ProblemNote, RateBars, SelectField, Skeleton, Stat, count, moment, useRead, useUrlState, TableScroll } from '@/ui';
import { useStatistics } from './statistics.words';

const RATES = ['participation', 'study', 'pass', 'excellence'] as const;
const GROUPS = ['school', 'town', 'class', 'workshop'] as const;
type RateName = (typeof RATES)[number];

/** The four rates of a project, unit by unit, with a chart and the numbers behind it. */
export default function Cockpit() {
  const t = useStatistics();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search, setSearch] = useUrlState();
  const by = (GROUPS.find((one) => one === search.by) ?? 'school') as GroupBy;
  const rate = RATES.find((one) => one === search.rate) ?? 'participation';
  const found = useRead(['statistics', projectId, by], () => showStatistics({ path: { id: projectId }, query: { by } }), { every: 60_000 });
  const data = found.data;
  const ahead = data ? data.total.counts.studied - data.total.counts.activated : 0;
  return (
    <Page title={t('title')} lead={data ? `${t('lead')} ${t('asOf', { at: moment(data.as_of) })}` : t('lead')}
      actions={(
        <>
          <SelectField bare label={t('by')} value={by} choices={GROUPS.map((value) => ({ value, label: t(`by.${value}`) }))} onChange={(event) => setSearch({ by: event.target.value })} />
          <SelectField bare label={t('rate')} value={rate} choices={RATES.map((value) => ({ value, label: t(value) }))} onChange={(event) => setSearch({ rate: event.target.value })} />
        </>
      )}>
      {found.error ? <ProblemNote problem={found.error} /> : !data ? <Skeleton lines={8} /> : data.total.counts.expected === 0 ? <Card><Empty title={t('empty')}>{t('emptyHint')}</Empty></Card> : (
        <>
          <div className="grid-4">
            {RATES.map((one) => <Card key={one}><Stat label={t(one)} value={shown(data.total, one)} note={<>{count(data.total.rates[one].numerator)} / {count(data.total.rates[one].denominator)}<br />{t(`means.${one}`)}</>} /></Card>)}
          </div>
          {ahead > 0 && <Note>{t('ahead', { n: count(ahead) })}</Note>}
          {data.run_id === null && <Note>{t('noRun')}</Note>}
          <Card title={t('chart', { rate: t(rate), by: t(`by.${by}`) })}>
            <p className="small muted">{t('lowest')} {t('small')}</p>
            <RateBars label={t(rate)} bars={sorted(data.items, rate).slice(0, 40).map((line) => ({ label: line.name || t('none'), part: line.rates[rate].numerator, whole: line.rates[rate].denominator }))} />
          </Card>
          <Lines lines={sorted(data.items, rate)} total={data.total} by={by} projectId={projectId} />
          <Card tight><details className="small"><summary>{t('definitions')}</summary><ul>{data.definitions.map((one) => <li key={one}>{one}</li>)}</ul></details></Card>
        </>
      )}
    </Page>
  );
}

const shown = (line: StatisticsLine, rate: RateName) => (line.rates[rate].percent === null ? '—' : `${line.rates[rate].percent}%`);
const share = (line: StatisticsLine, rate: RateName) => line.rates[rate].numerator / Math.max(line.rates[rate].denominator, 1);
const sorted = (lines: readonly StatisticsLine[], rate: RateName) => [...lines].sort((one, other) => share(one, rate) - share(other, rate));

function Lines({ lines, total, by, projectId }: { lines: readonly StatisticsLine[]; total: StatisticsLine; by: GroupBy; projectId: string }) {
  const t = useStatistics();
  const go = useNavigate();
  const each = (line: StatisticsLine) => (line.counts.expected > 0 ? Math.round((line.credited_hours / line.counts.expected) * 10) / 10 : '—');
  const drill = (line: StatisticsLine) => void go({ to: `/projects/${projectId}/roster`, search: { [`${by}_id`]: line.id } as never });
  const row = (line: StatisticsLine) => (
    <>
      <td data-num="" data-label={t('expected')}>{count(line.counts.expected)}</td>
      {RATES.map((rate) => <td key={rate} data-num="" data-label={t(rate)}>{shown(line, rate)} <span className="tiny muted">{line.rates[rate].numerator}</span></td>)}
      <td data-num="" data-label={t('hours')}>{each(line)}</td>
    </>
  );
  return (
    <div className="table-frame" data-cards="">
      <TableScroll label={t('title')}>
        <table className="table">
          <thead><tr><th scope="col" data-pin="">{t('unit')}</th><th scope="col" data-num="">{t('expected')}</th>{RATES.map((rate) => <th key={rate} scope="col" data-num="" title={t(`means.${rate}`)}>{t(rate)}</th>)}<th scope="col" data-num="">{t('hours')}</th></tr></thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id ?? line.name}>
                <td data-first="" data-pin="">{line.id !== null && by !== 'town' ? <button type="button" className="table-row-link" onClick={() => drill(line)}>{line.name}</button> : line.name || t('none')}</td>
                {row(line)}
              </tr>
            ))}
            <tr className="strong"><td data-first="" data-pin="">{total.name || 'Σ'}</td>{row(total)}</tr>
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}
