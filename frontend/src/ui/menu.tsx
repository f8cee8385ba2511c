import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';

/** A list that opens below its button; closes on choosing, on Escape and when the focus leaves. */
export function Menu({ label, icon: Icon, look = 'quiet', text, size, keepOpen, children }: {
  label: string; icon?: LucideIcon; look?: string; text?: ReactNode; size?: 'small'; keepOpen?: boolean; children: ReactNode;
}) {
  const frame = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const shut = (event: Event) => {
      const details = frame.current;
      if (!details?.open) return;
      const escape = event instanceof KeyboardEvent && event.key === 'Escape';
      const outside = !(event instanceof KeyboardEvent) && !details.contains(event.target as Node);
      if (escape || outside) details.open = false;
      if (escape) details.querySelector('summary')?.focus();
    };
    const kinds = ['click', 'focusin', 'keydown'] as const;
    for (const kind of kinds) document.addEventListener(kind, shut);
    return () => { for (const kind of kinds) document.removeEventListener(kind, shut); };
  }, []);
  return (
    <details className="menu" ref={frame}>
      <summary className="button" data-look={look} data-size={size} data-icon-only={text ? undefined : ''} aria-label={text ? undefined : label} title={label}>
        {Icon && <Icon size={18} aria-hidden="true" />}
        {text && <span className="visually-hidden">{label}: </span>}
        {text}
      </summary>
      <div className="menu-list" onClick={() => { if (!keepOpen && frame.current) frame.current.open = false; }}>{children}</div>
    </details>
  );
}

export function MenuItem({ icon: Icon, current, onChoose, children }: { icon?: LucideIcon; current?: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <button type="button" className="menu-item" aria-current={current ? 'true' : undefined} onClick={onChoose}>
      {Icon && <Icon size={16} aria-hidden="true" />}
      {children}
    </button>
  );
}
