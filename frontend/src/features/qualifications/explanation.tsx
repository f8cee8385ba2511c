import type { QualificationExplanation } from '@/api';
import { TextLink } from '@/ui';
import { useQualifications } from './qualifications.words';

type Finding = QualificationExplanation['unmet'][number];
type Step = QualificationExplanation['steps'][number];

/** Where the one concerned does what a step asks for. */
const PLACES: Readonly<Record<string, { to: string; label: 'toHomework' | 'toStudy' | 'toGrade' }>> = {
  submit_homework: { to: '/homework', label: 'toHomework' }, complete_hours: { to: '/study', label: 'toStudy' },
  raise_mark: { to: '/grade', label: 'toGrade' }, raise_total: { to: '/grade', label: 'toGrade' }, await_mark: { to: '/grade', label: 'toGrade' },
};

/** In words: which conditions are not met, and the shortest way to meet them; to the one concerned with where to do it. */
export function Explanation({ of, own }: { of: QualificationExplanation; own?: boolean }) {
  const t = useQualifications();
  const part = (code: string | null | undefined) => (code ? t.code(`code.${code}`, code) : '');
  const said = (one: Finding) => t(`unmet.${one.code}` as 'unmet.hours_below', { have: one.have ?? 0, need: one.need ?? 0, part: part(one.component) });
  return (
    <div className="stack">
      <h3>{t('unmet')}</h3>
      {of.unmet.length === 0 ? <p>{t('allMet')}</p> : <ul className="stack-s">{of.unmet.map((one) => <li key={`${one.code} ${one.component ?? ''}`}>{said(one)}</li>)}</ul>}
      {of.steps.length > 0 && (
        <>
          <h3>{t('way')}</h3>
          <ol className="stack-s">
            {of.steps.map((one) => <li key={`${one.code} ${one.component ?? ''}`}>{t(`step.${one.code}`, { n: one.amount ?? 0, part: part(one.component) })}{own && <Onward of={one} />}</li>)}
          </ol>
          {of.steps.some((one) => one.code === 'await_mark') && <p className="small muted">{t('waits')}</p>}
        </>
      )}
      {of.not_excellent && <><h3>{t('notExcellent')}</h3><p>{said(of.not_excellent)}</p></>}
    </div>
  );
}

function Onward({ of }: { of: Step }) {
  const t = useQualifications();
  const place = PLACES[of.code];
  return place ? <> · <TextLink to={place.to}>{t(place.label)}</TextLink></> : null;
}
