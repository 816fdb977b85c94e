/** How long somebody has waited for an answer, in working hours, and how long the team still has. */
import type { Library } from '../library/library.ts';
import { answerWithin, workingHours } from '../library/workingHours.ts';
import type { Waited } from '../records/waited.ts';

/** All in minutes of work, but for moments, which are in milliseconds since 1970. */
export interface Timing {
  /** How long somebody has waited; undefined where nobody wrote down from when to when. */
  readonly waited: number | undefined;
  /** How long the team has until an answer is due; less than nothing where it is overdue. Undefined where nobody waits. */
  readonly left: number | undefined;
  /** When an answer is due. */
  readonly due: number | undefined;
  /** More than the team gives itself, answered or not. */
  readonly isLate: boolean;
}

/** The clock stands while a question is answered, and runs on where it is opened again. */
export function timingOf(library: Library, { before, since }: Waited, now: number): Timing {
  const clock = workingHours(library);
  const target = answerWithin(library);
  const momentOf = (text: string | undefined) => (text === undefined ? Number.NaN : clock.moment(text));
  const lengths = before.map(({ from, to }) => clock.between(...inOrder(momentOf(from), momentOf(to))));
  const passed = lengths.reduce((sum, length) => sum + length, 0);
  if (since === undefined) return ended(passed, target);
  const from = momentOf(since);
  // What is dated ahead of now was asked just now.
  const waited = passed + clock.between(Math.min(from, now), now);
  if (Number.isNaN(waited)) return ended(waited, target);
  return { waited, left: target - waited, due: clock.add(from, target - passed), isLate: waited > target };
}

/** An answer that is dated before its question took no time. */
const inOrder = (from: number, to: number): [number, number] => [from, Math.max(from, to)];

const ended = (waited: number, target: number): Timing => ({
  waited: Number.isNaN(waited) ? undefined : waited,
  left: undefined,
  due: undefined,
  isLate: waited > target,
});
