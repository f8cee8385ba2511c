import type { PracticeOrigin, PracticeScore, WholePracticeSheet } from '@/api';
import { moment } from '@/ui';
import { usePractice } from './practice.words';

/** Where a row's marks came from. */
export const originOf = (sheet: WholePracticeSheet, row: PracticeScore): PracticeOrigin | undefined => sheet.origins.find((one) => one.enrollment_id === row.enrollment_id);

/** The county's mark and since when it stands; `school` is the mark as it is being typed. */
export function CountyMark({ row, origin, school }: { row: PracticeScore; origin: PracticeOrigin | undefined; school?: string }) {
  const t = usePractice();
  if (row.county_score === null) return <>—</>;
  const differs = school === undefined ? row.county_score !== row.school_score : school !== '' && Number(school) !== row.county_score;
  return (
    <>
      {row.county_score}
      {origin?.county_at && <div className="tiny muted nowrap">{t(origin.county_source === 'import' ? 'since_import' : 'since_county', { at: moment(origin.county_at) })}</div>}
      {differs && school !== undefined && <div className="tiny strong nowrap">{t('counts', { n: row.county_score })}</div>}
      {differs && school === undefined && !row.adjust_reason && <div className="tiny muted nowrap">{t('silent')}</div>}
    </>
  );
}
