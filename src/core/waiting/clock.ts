/** The time somebody waits, in words that go on with the clock. */
import { t } from '../base/l10n.ts';
import { lengthWords } from '../base/lengthWords.ts';
import type { Library } from '../library/library.ts';
import type { TimeWords, Waited } from '../records/waited.ts';
import { timingOf } from './timing.ts';

/** How long is left, or how long an answer is overdue, or took; undefined where nobody wrote down from when to when. */
export function timeWords(library: Library, waited: Waited, now: number): TimeWords | undefined {
  const { left, waited: took } = timingOf(library, waited, now);
  if (left !== undefined) return left < 0 ? { overdue: lengthWords(-left) } : { left: lengthWords(left) };
  return took === undefined ? undefined : { took: lengthWords(took) };
}

/** How long is left, or how long ago it was over: `40 min left`, `2 h overdue`. */
export const leftWords = (minutes: number): string =>
  minutes < 0 ? t('{0} overdue', lengthWords(-minutes)) : t('{0} left', lengthWords(minutes));
