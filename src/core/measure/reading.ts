/** What people type for one side of a result, and for the days it was measured on. */
import { t } from '../base/l10n.ts';
import { isDay } from '../base/time.ts';
import { typedNumber } from '../scoring/factors.ts';
import type { Side } from './comparison.ts';
import type { Window } from './words.ts';

/** What was typed, or why it cannot be taken; nothing for an empty text. */
type Typed<T> = { readonly read?: T; readonly problem?: string };

/** Nothing longer is a number or a day. */
const LONGEST = 60;

/** Reads `20`, `1,240`, `92%` and `−3` as a value; `40 of 100` and `40/100` as a count. */
export function readSide(typed: string): Typed<Side> {
  const text = typed.trim().replace('−', '-');
  if (text === '') return {};
  const wrong = { problem: t('Give a value such as 20, or a count such as 40 of 100.') };
  if (text.length > LONGEST) return wrong;
  const parts = text.split(/\/|\bof\b/).map((part) => typedNumber(part.replace('%', '')));
  const [first = Number.NaN, of] = parts;
  if (parts.length > 2 || parts.some(Number.isNaN)) return wrong;
  if (of === undefined) return { read: { value: first } };
  if (![first, of].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    return { problem: t('People are counted in whole numbers, such as 40 of 100.') };
  }
  if (of === 0) return { problem: t('Nobody was counted, so there is no data yet.') };
  return first > of
    ? { problem: t('{0} of {1} is impossible: more than were counted.', first, of) }
    : { read: { hits: first, of } };
}

/** Reads `2026-11-01 – 2026-11-28`, in any words between the two days; one day is that day alone. */
export function readWindow(typed: string): Typed<Window> {
  const text = typed.trim();
  if (text === '') return {};
  const [from, to = from, ...more] = text.slice(0, LONGEST).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  if (from === undefined || to === undefined || more.length > 0 || !isDay(from) || !isDay(to)) {
    return { problem: t('Give the first and the last day, such as 2026-11-01 to 2026-11-28.') };
  }
  return to < from ? { problem: t('This window ends before it starts.') } : { read: { from, to } };
}
