import type { QualificationExplanation } from '@/api';
import { useQualifications } from './qualifications.words';

type Finding = QualificationExplanation['unmet'][number];

/** In words: which conditions are not met, and the shortest way to meet them. */
export function Explanation({ of }: { of: QualificationExplanation }) {
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
            {of.steps.map((one) => <li key={`${one.code} ${one.component ?? ''}`}>{t(`step.${one.code}`, { n: one.amount ?? 0, part: part(one.component) })}</li>)}
          </ol>
        </>
      )}
      {of.not_excellent && <><h3>{t('notExcellent')}</h3><p>{said(of.not_excellent)}</p></>}
    </div>
  );
}
