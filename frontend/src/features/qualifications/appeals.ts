const DAY = 86_400_000;
/** The county's clock stands eight hours ahead. */
const AHEAD = 8 * 3_600_000;

/** The end of the last of so many working days after a moment; holidays are not known, so Monday to Friday count. */
export function appealsEnd(from: Date, days: number): Date {
  // The day on the county's calendar, as if it were one of UTC.
  let at = Math.floor((from.getTime() + AHEAD) / DAY) * DAY;
  for (let left = days; left > 0;) {
    at += DAY;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at + DAY - 1 - AHEAD);
}
