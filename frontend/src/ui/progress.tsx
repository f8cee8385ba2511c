import type { ReactNode } from 'react';
import { moment } from './words';

export interface BarPart { label: string; value: number }

const FILLS = ['var(--jade)', '#5c8fd6', '#c98a12', '#a06cc0', '#7f8d86'];

/**
 * How far something has come, in parts: the 50 hours by module, an import's rows. The words
 * beside it say the same.
 */
export function ProgressBar({ label, parts, target, unit = '', note }: { label: string; parts: readonly BarPart[]; target: number; unit?: string; note?: ReactNode }) {
  const sum = Math.round(parts.reduce((all, part) => all + part.value, 0) * 100) / 100;
  const whole = Math.max(target, sum, 0.01);
  const starts = parts.map((_, index) => (parts.slice(0, index).reduce((all, part) => all + part.value, 0) / whole) * 100);
  return (
    <div className="bar">
      <div className="row-apart small">
        <span>{label}</span>
        <span className="strong">{sum} / {target}{unit && ` ${unit}`}</span>
      </div>
      <div className="bar-track" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={target} aria-valuenow={Math.min(sum, target)} aria-valuetext={`${sum} / ${target} ${unit}`}>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          {parts.map((part, index) => {
            const width = (part.value / whole) * 100;
            return width > 0 && <rect key={part.label} x={starts[index]} y="0" width={Math.max(width - 0.4, 0.2)} height="10" fill={FILLS[index % FILLS.length]} />;
          })}
        </svg>
      </div>
      {parts.length > 1 && (
        <ul className="row tiny muted">
          {parts.map((part, index) => (
            <li key={part.label} className="row">
              <svg width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill={FILLS[index % FILLS.length]} /></svg>
              {part.label} {part.value}
            </li>
          ))}
        </ul>
      )}
      {note && <div className="tiny muted">{note}</div>}
    </div>
  );
}

export interface TimelineEntry { id: string; at: string; title: ReactNode; by?: string; text?: string | null; tone?: 'bad' | 'muted' }

/** What happened, the newest first or last as given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id} data-tone={entry.tone}>
          <div>
            <div className="strong">{entry.title}</div>
            <div className="tiny muted"><time dateTime={entry.at}>{moment(entry.at)}</time>{entry.by && ` · ${entry.by}`}</div>
            {entry.text && <blockquote>{entry.text}</blockquote>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export function Steps({ steps, at }: { steps: readonly string[]; at: number }) {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at ? '' : undefined}>{step}</li>
      ))}
    </ol>
  );
}
