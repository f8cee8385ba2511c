import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

interface Look {
  look?: 'primary' | 'danger' | 'quiet' | 'plain';
  size?: 'small';
  icon?: LucideIcon;
  /** Shows the icon only; `label` is what a screen reader says. */
  label?: string;
  children?: ReactNode;
}

function inside({ icon: Icon, busy, children }: Look & { busy?: boolean }) {
  return (
    <>
      {busy ? <span className="spinner" aria-hidden="true" /> : Icon && <Icon size={16} aria-hidden="true" />}
      {children}
    </>
  );
}

const dress = ({ look = 'plain', size, label, children }: Look) => ({
  className: 'button',
  'data-look': look,
  'data-size': size,
  'data-icon-only': label && !children ? '' : undefined,
  'aria-label': label,
  title: label && !children ? label : undefined,
});

export function Button({ look, size, icon, label, busy, children, ...rest }: Look & { busy?: boolean } & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} {...dress({ look, size, label: label ?? rest['aria-label'], children })} disabled={rest.disabled || busy} aria-busy={busy || undefined}>
      {inside({ icon, busy, children })}
    </button>
  );
}

/** Goes to another page of ours. */
export function ButtonLink({ to, search, look, size, icon, label, children }: Look & { to: string; search?: Record<string, string> }) {
  return (
    <Link to={to} search={search as never} {...dress({ look, size, label, children })}>
      {inside({ icon, children })}
    </Link>
  );
}

/** A link to another page of ours, in running text or in a table's row. */
export function TextLink({ to, search, className, children }: { to: string; search?: Record<string, string>; className?: string; children: ReactNode }) {
  return (
    <Link to={to} search={search as never} className={className}>
      {children}
    </Link>
  );
}
