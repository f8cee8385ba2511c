import { ArrowLeft, Inbox, Info, type LucideIcon, TriangleAlert, CircleCheck } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { TextLink } from './button';
import './parts.css';

/** One page: its title (also the window's), what it is for, what can be done, and its content. */
export function Page({ title, lead, actions, back, width, children }: {
  title: string; lead?: ReactNode; actions?: ReactNode; back?: { to: string; label: string }; width?: 'narrow'; children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · 提升`;
  }, [title]);
  return (
    <div className="page" data-width={width}>
      <header className="page-head">
        <div>
          {back && <div className="crumbs"><TextLink to={back.to}><ArrowLeft size={14} aria-hidden="true" />{back.label}</TextLink></div>}
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="row no-print">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Card({ title, actions, tight, children }: { title?: string; actions?: ReactNode; tight?: boolean; children: ReactNode }) {
  return (
    <section className="card" data-tight={tight ? '' : undefined}>
      {(title || actions) && <div className="card-head">{title ? <h2>{title}</h2> : <span />}{actions && <div className="row">{actions}</div>}</div>}
      {children}
    </section>
  );
}

/** One number that matters, and what it counts. */
export function Stat({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="stat">
      <span className="stat-label">{label}</span>
      <span className="stat-value">{value}</span>
      {note && <span className="stat-note">{note}</span>}
    </div>
  );
}

/** Nothing to show: why, and how it fills. */
export function Empty({ icon: Icon = Inbox, title, children, action }: { icon?: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <Icon size={40} strokeWidth={1.25} aria-hidden="true" />
      <p className="strong">{title}</p>
      {children && <p className="small muted">{children}</p>}
      {action}
    </div>
  );
}

export function Skeleton({ lines = 3, tall }: { lines?: number; tall?: boolean }) {
  return (
    <div className="stack-s" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => <div key={index} className="skeleton" data-tall={tall ? '' : undefined} />)}
    </div>
  );
}

export type Tone = 'good' | 'bad' | 'warn' | 'info' | 'plain';

/** A state in a word; the word says it, the colour only helps. */
export function Badge({ tone = 'plain', icon: Icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  return <span className="badge" data-tone={tone}>{Icon && <Icon size={12} aria-hidden="true" />}{children}</span>;
}

const noteIcons = { bad: TriangleAlert, warn: TriangleAlert, good: CircleCheck, info: Info };

export function Note({ tone = 'info', children }: { tone?: keyof typeof noteIcons; children: ReactNode }) {
  const Icon = noteIcons[tone];
  return <div className="note" data-tone={tone}><Icon size={18} aria-hidden="true" /><div>{children}</div></div>;
}

/** Names and values, one below the other. */
export function Facts({ items, wide }: { /** Two pairs side by side where there is room. */ wide?: boolean; items: ReadonlyArray<readonly [string, ReactNode] | false | undefined> }) {
  return (
    <dl className="facts" data-wide={wide ? '' : undefined}>
      {items.map((item) => item && <FactRow key={item[0]} name={item[0]} value={item[1]} />)}
    </dl>
  );
}

function FactRow({ name, value }: { name: string; value: ReactNode }) {
  return <><dt>{name}</dt><dd>{value ?? '—'}</dd></>;
}

/** Views of one page; the choice stands in the address (see `useUrlState`). */
export function Tabs({ label, tabs, value, onChoose }: { label: string; tabs: ReadonlyArray<{ value: string; label: ReactNode }>; value: string; onChoose: (value: string) => void }) {
  return (
    <nav className="tabs no-print" aria-label={label}>
      {tabs.map((tab) => (
        <button key={tab.value} type="button" className="tab" aria-current={tab.value === value ? 'true' : undefined} onClick={() => onChoose(tab.value)}>
          {tab.label}
        </button>
      ))}
    </nav>
  );
}
