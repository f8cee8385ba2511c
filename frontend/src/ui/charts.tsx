import type { ReactNode } from 'react';
import { useCommon } from './common.words';
import './parts.css';

/** A chart with its numbers behind it: a table for whoever cannot see or wants to count. */
function Figure({ label, head, rows, children }: { label: string; head: readonly string[]; rows: ReadonlyArray<readonly ReactNode[]>; children: ReactNode }) {
  const t = useCommon();
  return (
    <figure className="stack-s">
      {children}
      <details className="small">
        <summary>{t('asTable')}</summary>
        <table className="table">
          <caption className="visually-hidden">{label}</caption>
          <thead><tr>{head.map((title, index) => <th key={title} scope="col" data-num={index > 0 ? '' : undefined}>{title}</th>)}</tr></thead>
          <tbody>{rows.map((row, index) => <tr key={index}>{row.map((cell, place) => <td key={place} data-num={place > 0 ? '' : undefined}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </details>
    </figure>
  );
}

export interface RateBar { label: string; part: number; whole: number }

const rate = (bar: RateBar) => (bar.whole > 0 ? (bar.part / bar.whole) * 100 : 0);
const shown = (bar: RateBar) => (bar.whole > 0 ? `${Math.round(rate(bar) * 10) / 10}%` : '—');

/** Rates side by side, each from its counts, with an optional line to reach. */
export function RateBars({ label, bars, target, onBar }: { label: string; bars: readonly RateBar[]; target?: number; onBar?: (index: number) => void }) {
  const height = bars.length * 28 + 8;
  return (
    <Figure label={label} head={[label, '%', 'n', 'N']} rows={bars.map((bar) => [bar.label, shown(bar), bar.part, bar.whole])}>
      <svg className="chart" viewBox={`0 0 640 ${height}`} role="img" aria-label={`${label}: ${bars.map((bar) => `${bar.label} ${shown(bar)}`).join(', ')}`}>
        {bars.map((bar, index) => {
          const y = index * 28 + 4;
          return (
            <g key={bar.label} onClick={onBar && (() => onBar(index))}>
              <text x="172" y={y + 14} textAnchor="end">{bar.label.length > 13 ? `${bar.label.slice(0, 12)}…` : bar.label}</text>
              <rect className="track" x="184" y={y + 2} width="380" height="16" rx="4" />
              <rect className="mark" x="184" y={y + 2} width={(rate(bar) / 100) * 380} height="16" rx="4" />
              <text x="576" y={y + 14}>{shown(bar)}</text>
            </g>
          );
        })}
        {target !== undefined && <line className="target" x1={184 + target * 3.8} x2={184 + target * 3.8} y1="0" y2={height} />}
      </svg>
    </Figure>
  );
}

export interface Series { label: string; points: ReadonlyArray<{ x: string; y: number | null }> }

/** One or two rates over time (0–100). */
export function RateLines({ label, series }: { label: string; series: readonly Series[] }) {
  const days = [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].sort();
  const x = (day: string) => 40 + (days.indexOf(day) / Math.max(days.length - 1, 1)) * 580;
  const y = (value: number) => 180 - value * 1.6;
  const path = (one: Series) => one.points.filter((point) => point.y !== null).map((point, index) => `${index ? 'L' : 'M'}${x(point.x)} ${y(point.y ?? 0)}`).join('');
  const at = (one: Series, day: string) => one.points.find((point) => point.x === day)?.y ?? '—';
  return (
    <Figure label={label} head={[label, ...series.map((one) => one.label)]} rows={days.map((day) => [day, ...series.map((one) => at(one, day))])}>
      <svg className="chart" viewBox="0 0 640 212" role="img" aria-label={`${label}: ${series.map((one) => `${one.label} ${one.points.at(-1)?.y ?? '—'}%`).join(', ')}`}>
        {[0, 25, 50, 75, 100].map((value) => (
          <g key={value}>
            <line className="axis" x1="40" x2="620" y1={y(value)} y2={y(value)} />
            <text x="32" y={y(value) + 4} textAnchor="end">{value}</text>
          </g>
        ))}
        {series.map((one, index) => <path key={one.label} className={index ? 'line-2' : 'line'} d={path(one)} />)}
        <text x="40" y="204">{days[0]}</text>
        {days.length > 1 && <text x="620" y="204" textAnchor="end">{days.at(-1)}</text>}
      </svg>
      <ul className="row tiny muted">
        {series.map((one, index) => (
          <li key={one.label} className="row"><svg className="chart" width="24" height="8" viewBox="0 0 24 8" aria-hidden="true"><line className={index ? 'line-2' : 'line'} x1="0" x2="24" y1="4" y2="4" /></svg>{one.label}</li>
        ))}
      </ul>
    </Figure>
  );
}

/** How many stand at each step of a way: the promotion ladder. */
export function Funnel({ label, steps }: { label: string; steps: ReadonlyArray<{ label: string; value: number }> }) {
  const most = Math.max(...steps.map((step) => step.value), 1);
  return (
    <Figure label={label} head={[label, 'n']} rows={steps.map((step) => [step.label, step.value])}>
      <svg className="chart" viewBox={`0 0 640 ${steps.length * 40}`} role="img" aria-label={`${label}: ${steps.map((step) => `${step.label} ${step.value}`).join(', ')}`}>
        {steps.map((step, index) => {
          const width = Math.max((step.value / most) * 440, 2);
          return (
            <g key={step.label}>
              <text x="132" y={index * 40 + 24} textAnchor="end">{step.label}</text>
              <rect className="mark" x="144" y={index * 40 + 4} width={width} height="32" rx="6" />
              <text x={152 + width} y={index * 40 + 24}>{step.value}</text>
            </g>
          );
        })}
      </svg>
    </Figure>
  );
}
