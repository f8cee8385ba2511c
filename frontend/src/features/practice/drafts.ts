import type { Absence, PracticeEntry, PracticeScore } from '@/api';

/** A row as it is being typed: text, so that nothing typed is lost. */
export interface Draft { completion: string; effect: string; score: string; absence: string; note: string }
export type Field = 'completion' | 'effect' | 'score' | 'note';
/** The columns in which one types and pastes, from left to right. */
export const FIELDS: readonly Field[] = ['completion', 'effect', 'score', 'note'];

export const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

export const draftOf = (row: PracticeScore): Draft => ({ completion: text(row.completion), effect: text(row.effect), score: text(row.school_score), absence: row.absence ?? '', note: row.note ?? '' });

/** Full-width digits and stray spaces come from other programs. */
export const tidy = (value: string) => value.normalize('NFKC').trim();

const points = (value: string) => (tidy(value) === '' ? null : Number(tidy(value)));

/** Whether a cell holds a mark from nothing to the most, with at most two decimals. */
export const isMark = (value: string, most: number) => tidy(value) === '' || (/^\d{1,3}(\.\d{1,2})?$/.test(tidy(value)) && Number(tidy(value)) <= most);

/** What a cell holds that cannot be kept: no mark at all, or more than the most. */
export interface CellFault { field: Field; kind: 'notMark' | 'over'; value: string; most: number }

/** Every fault of a row, from left to right. */
export function faultsOf(draft: Draft, most: Readonly<Record<Field, number>>): CellFault[] {
  return FIELDS.filter((field) => field !== 'note' && !(field === 'score' && isGrouped(draft))).flatMap((field) => {
    const value = tidy(draft[field]);
    if (isMark(value, most[field])) return [];
    return [{ field, kind: /^\d+(\.\d{1,2})?$/.test(value) ? 'over' as const : 'notMark' as const, value, most: most[field] }];
  });
}

/** The sum of both groups, as the server will make it. */
export function sum(draft: Draft): string {
  const [completion, effect] = [points(draft.completion), points(draft.effect)];
  if (completion === null || effect === null || Number.isNaN(completion) || Number.isNaN(effect)) return '';
  return String(Math.round((completion + effect) * 100) / 100);
}

/** Whether the mark is made of the two groups, so that its sum is not typed. */
export const isGrouped = (draft: Draft) => tidy(draft.completion) !== '' || tidy(draft.effect) !== '';

/** Neither a mark nor why there is none. */
export const isEmpty = (draft: Draft) => draft.absence === '' && (isGrouped(draft) ? sum(draft) === '' : tidy(draft.score) === '');

export const entry = (row: PracticeScore, draft: Draft): PracticeEntry => ({
  enrollment_id: row.enrollment_id, version: row.version, completion: points(draft.completion), effect: points(draft.effect),
  school_score: isGrouped(draft) ? null : points(draft.score), absence: (draft.absence || null) as Absence | null, note: draft.note || null,
});

/** Lays a copied piece of a sheet over the rows from a cell on; answers the changed rows by place. */
export function paste(copied: string, place: number, field: Field, drafts: readonly Draft[]): Map<number, Draft> {
  const changed = new Map<number, Draft>();
  const first = FIELDS.indexOf(field);
  const lines = copied.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  lines.forEach((line, down) => {
    const draft = drafts[place + down];
    if (!draft) return;
    const next = { ...draft };
    line.split('\t').forEach((cell, right) => {
      const name = FIELDS[first + right];
      if (name) next[name] = name === 'note' ? cell : tidy(cell);
    });
    changed.set(place + down, next);
  });
  return changed;
}
