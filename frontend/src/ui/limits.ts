/** The limits of a value: the least and the most, where there are any. */
export type Limits = { least?: number; most?: number };

/** The limits that the server names in a fault's sentence: “Between 1 and 100 characters or entries.”, “0 to 365.” */
export function limitsOf(detail: string): Limits | undefined {
  const number = '(-?\\d+(?:\\.\\d+)?)';
  const found = (pattern: string) => new RegExp(pattern.replaceAll('#', number), 'i').exec(detail)?.slice(1).map(Number);
  const both = found('\\bbetween # and #') ?? found('# to #\\b');
  if (both) return { least: both[0], most: both[1] };
  const just = found('\\bexactly #');
  if (just) return { least: just[0], most: just[0] };
  const least = found('\\bat least #') ?? found('# or more');
  const most = found('\\bat most #');
  return least || most ? { least: least?.[0], most: most?.[0] } : undefined;
}

/** Codes that say what is wrong with a value, but not of which field. */
const NAMELESS = new Set(['required', 'length', 'range', 'too_short', 'too_long', 'out_of_range', 'score_out_of_range', 'unknown_field', 'blank', 'invalid_value', 'control_character', 'unknown_choice', 'duplicate_field', 'nul_character', 'in_the_past', 'not_an_object']);

export const isNameless = (code: string) => NAMELESS.has(code);

/** Codes whose limit is a number of points, days …; of the others it is a length. */
const NUMBERS = new Set(['range', 'out_of_range', 'score_out_of_range']);
const LENGTHS = new Set(['length', 'too_short', 'too_long']);

export const measures = (code: string) => (NUMBERS.has(code) ? 'number' : LENGTHS.has(code) ? 'length' : undefined);

/** What takes several entries rather than characters. */
const LISTS = new Set(['activities', 'aliases', 'attachment_ids', 'children', 'contributors', 'criteria', 'enrollment_ids', 'events', 'expert_ids', 'grade_components', 'modules', 'rows', 'school_ids', 'scopes', 'scores', 'team']);

export const isList = (field: string) => LISTS.has(field);

/** The field that a pointer is about: the last part that is a name, `/results/2/score` → score. */
export const fieldOf = (pointer: string) => pointer.split('/').filter((part) => part && !/^\d+$/.test(part)).at(-1) ?? '';
