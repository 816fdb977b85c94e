/** Answer Times: how soon questions are answered, told so that what nobody answered counts too. */
import { ascending } from '../base/ids.ts';
import { addDays, dayIn } from '../base/time.ts';
import type { RecordOf } from '../kinds/all.ts';
import { courseOf } from '../kinds/question.ts';
import { type Library, memoized } from '../library/library.ts';
import { answerWithin, workingHours } from '../library/workingHours.ts';
import { median } from '../scoring/spread.ts';
import { type Timing, timingOf } from './timing.ts';

/** What some questions add up to; minutes are minutes of work. */
interface AnswerSum {
  readonly asked: number;
  readonly answered: number;
  /** How many were answered within the time the team gives itself, of those that were answered or are overdue. */
  readonly within: number;
  readonly of: number;
  /** Of those that were answered. */
  readonly median: number | undefined;
  /** Nine of ten were answered within so many. */
  readonly p90: number | undefined;
}

export interface AnswerTimes extends AnswerSum {
  /** Minutes of work within which a question is to be answered. */
  readonly target: number;
  readonly overdue: number;
  /** Answered, and nobody wrote down when: they count in nothing else. */
  readonly undated: number;
  /** Those nobody has answered, the most urgent first. */
  readonly open: readonly OpenQuestion[];
  /** By the week they were asked in, told by its Monday; the latest last. */
  readonly weeks: readonly (AnswerSum & { readonly week: string })[];
}

interface OpenQuestion {
  readonly record: RecordOf<'question'>;
  readonly timing: Timing;
}

interface Timed extends OpenQuestion {
  readonly isWaiting: boolean;
  readonly week: string;
}

/** What was withdrawn waits for nobody and is left out. A question that is open and not yet late is no miss, and no hit either. */
export function answerTimes(
  library: Library,
  now: number,
  isMeant: (record: RecordOf<'question'>) => boolean = () => true,
): AnswerTimes {
  const meant = courses(library).filter(({ record }) => isMeant(record));
  const timed = meant.map((each): Timed => ({ ...each, timing: timingOf(library, each.course, now) }));
  const dated = timed.filter(({ isWaiting, timing }) => isWaiting || timing.waited !== undefined);
  const open = dated.filter(({ isWaiting }) => isWaiting).map(({ record, timing }) => ({ record, timing }));
  const weeks = Map.groupBy(
    dated.filter(({ week }) => week !== ''),
    ({ week }) => week,
  );
  return {
    ...sumOf(dated),
    target: answerWithin(library),
    overdue: open.filter(({ timing }) => timing.isLate).length,
    undated: timed.length - dated.length,
    open: open.sort((a, b) => (a.timing.left ?? Infinity) - (b.timing.left ?? Infinity)),
    weeks: [...weeks].map(([week, all]) => ({ week, ...sumOf(all) })).sort((a, b) => ascending(a.week, b.week)),
  };
}

/** How each question stands: worked out once, as only the clock goes on. */
const courses = memoized((library) =>
  library.ofKind('question').flatMap((record) => {
    const course = courseOf(record, library);
    if (course.state === 'withdrawn') return [];
    const { asked, created } = record.values;
    return { record, course, isWaiting: course.isWaiting, week: weekOf(library, asked ?? created) };
  }),
);

/** The Monday of the team's week; empty for a time nobody wrote down. */
function weekOf(library: Library, time: string | undefined): string {
  const moment = time === undefined ? Number.NaN : workingHours(library).moment(time);
  const day = dayIn(library.team.hours?.zone, new Date(moment));
  return day === '' ? '' : addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

function sumOf(timed: readonly Timed[]): AnswerSum {
  const answered = timed.filter(({ isWaiting }) => !isWaiting);
  const overdue = timed.filter(({ isWaiting, timing }) => isWaiting && timing.isLate);
  const minutes = answered.flatMap(({ timing }) => timing.waited ?? []).sort((a, b) => a - b);
  return {
    asked: timed.length,
    answered: answered.length,
    within: answered.filter(({ timing }) => !timing.isLate).length,
    of: answered.length + overdue.length,
    median: median(minutes),
    p90: minutes[Math.ceil(minutes.length * 0.9) - 1],
  };
}
