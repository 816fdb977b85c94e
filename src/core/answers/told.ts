/** Answer Times as they are told: numbers with the words for them, every week, and what is open. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { lengthWords } from '../base/lengthWords.ts';
import { addDays, momentTold } from '../base/time.ts';
import { nameOf } from '../face/names.ts';
import type { Library } from '../library/library.ts';
import { today } from '../library/query.ts';
import { FEW } from '../measure/proportion.ts';
import { type AnswerTimes, answerTimes } from '../waiting/answerTimes.ts';
import { leftWords } from '../waiting/clock.ts';

type Week = AnswerTimes['weeks'][number];

/** How soon questions are answered, as of a moment. */
export function answerTimesTold(library: Library, now: Date) {
  const { open, weeks, target, ...sums } = answerTimes(library, now.getTime());
  const day = today(library, now);
  return {
    ...sums,
    target,
    targetWords: lengthWords(target),
    words: wordsOf(sums),
    weeks: everyWeek(weeks).map((each) => ({ ...each, name: dayWords(each.week, day), words: wordsOf(each) })),
    open: open.map(({ record, timing: { due, ...timing } }) => ({
      id: record.id,
      name: nameOf(record),
      path: record.shownPath,
      initiative: record.values.initiative,
      blocking: record.values.blocking,
      ...timing,
      due: momentTold(due),
      words: timing.left === undefined ? undefined : leftWords(timing.left),
    })),
  };
}

function wordsOf({ median, p90, within, of }: Pick<Week, 'median' | 'p90' | 'within' | 'of'>) {
  // A share that rounding would make a whole is none.
  const share = `${Math.floor((within / of) * 100)}%`;
  return {
    median: median === undefined ? undefined : lengthWords(median),
    p90: p90 === undefined ? undefined : lengthWords(p90),
    within: of === 0 ? undefined : of < FEW ? t('{0} of {1}', within, of) : share,
  };
}

/** The weeks with those between them in which nobody asked. */
function everyWeek(weeks: readonly Week[]): readonly Week[] {
  const all: Week[] = [];
  for (const week of weeks) {
    for (let before = all.at(-1)?.week; before !== undefined; before = all.at(-1)?.week) {
      const next = addDays(before, 7);
      if (next >= week.week) break;
      all.push({ week: next, asked: 0, answered: 0, within: 0, of: 0, median: undefined, p90: undefined });
    }
    all.push(week);
  }
  return all;
}
