import { CircleHelp } from 'lucide-react';
import { Button } from './button';
import { useCommon } from './common.words';
import { Menu } from './menu';
import { useProblemText } from './problem';
import { ask, type Question } from './overlays';

export interface AllowedAction { action: string; allowed: boolean; needs_reason?: boolean; blocked_by?: string | null }

export interface ActionDrawing {
  label: string;
  look?: 'primary' | 'danger' | 'quiet' | 'plain';
  /** Asked before the act; with `reason` the answer goes along. What the server needs a reason for never calls it optional. */
  ask?: Omit<Question, 'action'>;
  run: (reason: string) => void;
}

/**
 * The buttons for what the server says can be done. What it refuses is not hidden: it stands
 * under “why not?” with the reason in words.
 */
export function AllowedActions({ actions, drawings, busy, size }: {
  actions: readonly AllowedAction[]; drawings: Readonly<Record<string, ActionDrawing>>; busy?: boolean; size?: 'small';
}) {
  const t = useCommon();
  const text = useProblemText();
  const known = actions.filter((one) => one.action in drawings);
  const allowed = known.filter((one) => one.allowed);
  const blocked = known.filter((one) => !one.allowed);
  const run = async (drawing: ActionDrawing, needsReason: boolean | undefined) => {
    if (!drawing.ask) return drawing.run('');
    const given = await ask({ danger: drawing.look === 'danger', ...drawing.ask, ...(needsReason && { reason: 'required' as const }), action: drawing.label });
    if (given) drawing.run(given.reason);
  };
  return (
    <div className="row no-print">
      {allowed.map((one) => {
        const drawing = drawings[one.action];
        return drawing && (
          <Button key={one.action} look={drawing.look} size={size} disabled={busy} onClick={() => void run(drawing, one.needs_reason)}>{drawing.label}</Button>
        );
      })}
      {blocked.length > 0 && (
        <Menu label={t('whyNot')} icon={CircleHelp} size={size} keepOpen>
          <dl className="column-list why-not">
            {blocked.map((one) => (
              <div key={one.action} className="stack-s">
                <dt className="strong">{drawings[one.action]?.label}</dt>
                <dd className="small muted">{text.one(one.blocked_by ?? 'forbidden')}</dd>
              </div>
            ))}
          </dl>
        </Menu>
      )}
    </div>
  );
}
