import type { KeyboardEvent } from 'react';

/** Keys of a list with a search above it: arrows move between the search and the rows. Enter in the search takes the only one found; it never sends the form around it. */
export function listKeys(event: KeyboardEvent, inputs: readonly HTMLInputElement[], takeOnly?: () => void) {
  const at = inputs.indexOf(event.target as HTMLInputElement);
  if (at < 0) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    if (at === 0) takeOnly?.();
    return;
  }
  const next = inputs[at + (event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0)];
  if (next && next !== event.target) {
    event.preventDefault();
    next.focus();
  }
}
