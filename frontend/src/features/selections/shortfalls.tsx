import { CircleAlert, Lightbulb } from 'lucide-react';
import type { Selection } from '@/api';
import { useReference } from '@/ui';
import { useSelections } from './selections.words';

/** What a plan still misses, in words; advice stands after what blocks. */
export function Shortfalls({ plan }: { plan: Selection }) {
  const t = useSelections();
  const reference = useReference();
  const sorted = [...plan.shortfalls].sort((one, other) => Number(other.blocking) - Number(one.blocking));
  return (
    <ul className="selection-missing" aria-live="polite">
      {sorted.map((one) => {
        const Icon = one.blocking ? CircleAlert : Lightbulb;
        const values = {
          course: plan.items.find((item) => item.course_id === one.course_id)?.title ?? '',
          module: one.module ? reference.module(one.module) : '',
          have: one.have ?? 0,
          need: one.need ?? 0,
          n: Math.round(((one.need ?? 0) - (one.have ?? 0)) * 100) / 100,
        };
        return (
          <li key={`${one.code} ${one.course_id ?? ''} ${one.module ?? ''}`} data-blocking={one.blocking ? '' : undefined}>
            <Icon size={16} aria-hidden="true" />
            <span>{!one.blocking && `${t('advice')}：`}{t(one.code as 'hours_missing', values)}</span>
          </li>
        );
      })}
    </ul>
  );
}
