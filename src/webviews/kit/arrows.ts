/** Keys that go from one thing to another in a row or a list, in which all are one stop of the Tab key. */

/**
 * Gives the focus to the thing a key goes to from the one that has it, and gives that; undefined for any other key. `steps` says
 * how far each key goes; Home and End go to the first and the last. `round` goes on at the other end.
 */
export function goBetween<E extends HTMLElement | SVGElement>(
  event: KeyboardEvent,
  all: readonly E[],
  steps: Readonly<Record<string, number>>,
  round = false,
): E | undefined {
  const at = all.indexOf(event.target as E);
  const last = all.length - 1;
  const to = { ...steps, Home: -at, End: last - at }[event.key];
  if (to === undefined || at < 0) return undefined;
  event.preventDefault();
  const next = all.at(round ? (at + to) % all.length : Math.min(last, Math.max(0, at + to)));
  next?.focus();
  return next;
}
