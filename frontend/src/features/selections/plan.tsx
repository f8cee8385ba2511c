import { useNavigate, useParams } from '@tanstack/react-router';
import { BookPlus, CircleCheck, Trash2 } from 'lucide-react';
import {
  type Selection, type SelectionItem, chooseCourse, dropCourse, reopenSelection, requestSelectionChange, returnSelection, showSelection, submitSelection,
} from '@/api';
import {
  AllowedActions, Badge, Button, ButtonLink, Card, Empty, Note, Page, ProblemNote, ProgressBar, Skeleton, moment, toast, useAct, useLabel, useRead, useReference,
} from '@/ui';
import { Shortfalls } from './shortfalls';
import { useOwnEnrollment } from './own';
import { useSelections } from './selections.words';
import './selections.css';

export const TONES = { not_open: 'plain', draft: 'info', submitted: 'info', returned: 'warn', effective: 'good', change_requested: 'warn', locked: 'plain' } as const;

/** One's own 50 hours, or those of somebody whom one looks after. */
export default function Plan() {
  const t = useSelections();
  const { enrollmentId } = useParams({ strict: false }) as { enrollmentId?: string };
  const own = useOwnEnrollment();
  const id = enrollmentId ?? own?.enrollment_id;
  const plan = useRead(['selection', id], () => showSelection({ path: { id: id ?? '' } }), { enabled: Boolean(id) });
  const foreign = enrollmentId !== undefined && enrollmentId !== own?.enrollment_id;
  if (own === null && !enrollmentId) return <Page title={t('title')}><Card><Empty title={t('noPlace')}>{t('noPlaceHint')}</Empty></Card></Page>;
  return (
    <Page title={foreign ? t('titleOf', { no: plan.data?.trainee_no ?? '' }) : t('title')} lead={t('lead')}
      actions={plan.data && <Acts plan={plan.data} />}>
      {plan.error ? <ProblemNote problem={plan.error} /> : plan.data ? <Whole plan={plan.data} foreign={foreign} /> : <Skeleton lines={6} />}
    </Page>
  );
}

function Acts({ plan }: { plan: Selection }) {
  const t = useSelections();
  const path = { id: plan.enrollment_id };
  const act = useAct((run: () => Promise<unknown>) => run());
  const run = (send: () => Promise<unknown>, said: string) => act.mutate(async () => { await send(); toast(said); });
  return (
    <AllowedActions
      actions={plan.allowed_actions}
      busy={act.isPending}
      drawings={{
        submit: { label: t('submit'), look: 'primary', ask: { title: t('submit'), text: t('submitAsk') }, run: () => run(() => submitSelection({ path }), t('submitted_done')) },
        request_change: { label: t('change'), run: () => run(() => requestSelectionChange({ path }), t('change_requested')) },
        return: { label: t('return'), ask: { title: t('return'), reason: 'required' }, run: (reason) => run(() => returnSelection({ path, body: { reason } }), t('returned_done')) },
        reopen: { label: t('reopen'), ask: { title: t('reopen'), reason: 'required' }, run: (reason) => run(() => reopenSelection({ path, body: { reason } }), t('reopened')) },
      }}
    />
  );
}

function Whole({ plan, foreign }: { plan: Selection; foreign: boolean }) {
  const t = useSelections();
  const reference = useReference();
  const editable = !foreign && ['draft', 'returned', 'change_requested'].includes(plan.status);
  return (
    <>
      {plan.reason && plan.status === 'returned' && <Note tone="warn">{t('reason', { reason: plan.reason })}</Note>}
      <Card>
        <div className="stack">
          <div className="row-apart">
            <Badge tone={TONES[plan.status]}>{t(plan.status)}</Badge>
            {plan.closes_at && <span className="small muted">{t('closes', { at: moment(plan.closes_at) })}</span>}
          </div>
          <ProgressBar label={t('hours')} unit={t('unit')} target={plan.min_hours} parts={plan.modules.map((one) => ({ label: reference.module(one.module), value: one.hours }))} />
        </div>
      </Card>
      <div className="selection-columns">
        <Card title={t('total', { n: plan.items.length })} actions={editable && <ButtonLink to="/selection/courses" icon={BookPlus} look="primary" size="small">{t('browse')}</ButtonLink>}>
          {plan.items.length === 0 ? <Empty title={t('empty')}>{t('emptyHint')}</Empty> : <Items plan={plan} editable={editable} />}
        </Card>
        <Card title={t('missing')}>
          {plan.shortfalls.length === 0 ? <p className="row small"><CircleCheck size={18} aria-hidden="true" />{t('complete')}</p> : <Shortfalls plan={plan} />}
        </Card>
      </div>
    </>
  );
}

function Items({ plan, editable }: { plan: Selection; editable: boolean }) {
  const t = useSelections();
  const label = useLabel();
  const reference = useReference();
  const go = useNavigate();
  const path = (item: SelectionItem) => ({ id: plan.enrollment_id, course_id: item.course_id });
  const back = useAct((item: SelectionItem) => chooseCourse({ path: path(item), body: {} }));
  const drop = useAct(async (item: SelectionItem) => {
    await dropCourse({ path: path(item) });
    toast(t('dropped', { course: item.title }), { action: { label: t('choose'), run: () => back.mutate(item) } });
  });
  return (
    <div className="stack">
      {plan.modules.filter((one) => one.courses > 0).map((one) => (
        <section key={one.module} className="stack-s">
          <h3 className="row-apart"><span>{reference.module(one.module)}</span><span className="small muted">{one.hours} {t('unit')}</span></h3>
          <ul className="selection-list">
            {plan.items.filter((item) => item.module === one.module).map((item) => (
              <li key={item.course_id}>
                <div>
                  <div className="strong small">{item.title}</div>
                  <div className="tiny muted">{item.code} · {label('stage', item.stage)} · {reference.theme(item.theme_code)}</div>
                  {item.replacement_needed && (
                    <div className="row"><Badge tone="warn">{t('replacement_needed', { course: item.title })}</Badge>
                      {editable && <Button size="small" onClick={() => void go({ to: '/selection/courses', search: { replaces: item.course_id } as never })}>{t('browse')}</Button>}</div>
                  )}
                </div>
                <span className="nowrap strong">{item.hours} {t('unit')}</span>
                {editable && (item.credited_hours > 0
                  ? <span className="tiny muted">{t('kept')}</span>
                  : <Button size="small" look="quiet" icon={Trash2} label={`${t('drop')} ${item.title}`} onClick={() => drop.mutate(item)} />)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
