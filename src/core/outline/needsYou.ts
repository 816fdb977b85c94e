/** The Needs You view as data: what waits for a person, the most urgent first, then what they wait for themselves. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import { lengthWords } from '../base/lengthWords.ts';
import { clockIn, dayIn, daysBetween } from '../base/time.ts';
import { nameOf, pickName } from '../face/names.ts';
import type { Library } from '../library/library.ts';
import { clockRuns, today } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
import { dotted, joined } from '../text/joined.ts';
import { leftWords } from '../waiting/clock.ts';
import { type Need, needsOf } from '../waiting/needs.ts';
import { type OutlineNode, type Rows, recordRow, section } from './node.ts';
import { initiativeOfRecord } from './sprint.ts';

export interface NeedsOutline {
  readonly rows: Rows;
  /** Said where nothing waits. */
  readonly message: string | undefined;
  /** How much waits for this person. */
  readonly count: number;
  /** The same in words; empty where nothing does. */
  readonly words: string;
}

/** What is shown at once, the most urgent; nobody reads more, and thousands would take their time. */
const MOST = 100;

/** What waits for a member at a moment; undefined, for everybody. */
export function needsOutline(library: Library, me: string | undefined, now: Date): NeedsOutline {
  const needs = needsOf(library, me, now.getTime());
  const rowsOf = (some: readonly Need[]): Rows => some.map((need) => needRow(library, need, now));
  const yours = needs.filter(({ isYours }) => isYours);
  const others = needs.filter(({ isYours }) => !isYours);
  const more = {
    id: 'needs/more',
    label: t('More'),
    description: String(yours.length - MOST),
    icon: 'ellipsis',
    context: 'section.more',
  };
  const waiting = {
    id: 'needs/others',
    label: t('You are waiting for'),
    description: String(others.length),
    icon: 'watch',
    context: 'section.waiting',
  };
  return {
    rows: [
      ...rowsOf(yours.slice(0, MOST)),
      ...(yours.length > MOST ? [section(more, () => rowsOf(yours.slice(MOST)))] : []),
      ...(others.length > 0 ? [section(waiting, () => rowsOf(others))] : []),
    ],
    message:
      yours.length > 0 ? undefined : t('Nothing is waiting for you. A good moment to read why something matters.'),
    count: yours.length,
    words:
      yours.length > 0 ? plural(yours.length, '{0} thing is waiting for you', '{0} things are waiting for you') : '',
  };
}

/** The answers and promises a member owes that are due already, in sentences, the latest first; none for somebody nobody knows. */
export function overdueWords(library: Library, me: string | undefined, now: Date): readonly string[] {
  if (me === undefined || !clockRuns(library)) return [];
  return needsOf(library, me, now.getTime()).flatMap((need) => {
    const { record, words, left, isYours, isOverdue, warns } = need;
    if (!isYours || !isOverdue || !warns) return [];
    const what = dotted(...whatOf(library, record));
    if (left !== undefined) return t('Your answer is overdue by {0}: {1}', lengthWords(-left), what);
    return t('{0}, {1}: {2}', words, soonWords(library, need, now) ?? '', what);
  });
}

/** People speak of an initiative by its key, and of what is about one by that key and its own name. */
function whatOf(library: Library, record: ContextRecord): readonly string[] {
  const about = initiativeOfRecord(library, record);
  return about === undefined || about === record ? [pickName(record)] : [about.id, nameOf(record)];
}

/** What is to be done, about what, and how soon; a click does it. */
function needRow(library: Library, need: Need, now: Date): OutlineNode {
  const { record, words, verb, isYours, isOverdue, isUrgent, of } = need;
  const row = recordRow(library, record, isYours ? 'needs' : 'needs/others');
  const soon = soonWords(library, need, now);
  const whose = isYours ? undefined : of.join(', ');
  const what = whatOf(library, record);
  const description = dotted(soon, whose, ...what);
  return {
    ...row,
    label: words,
    description,
    tone: isOverdue ? 'error' : isUrgent ? 'warning' : undefined,
    spoken: joined(words, soon, whose, ...what),
    ...(isYours && verb !== undefined && { verb }),
  };
}

/** `40 min left`, `2 h overdue`, `by 12 Dec`, `by 12 Dec, 14:00 · 3 days left`; undefined for what is due at no time. */
function soonWords(library: Library, { left, due, isOverdue }: Need, now: Date): string | undefined {
  if (left !== undefined) return leftWords(left);
  if (due === undefined) return undefined;
  const { zone } = library.team.hours ?? {};
  const clock = clockIn(zone, new Date(due));
  // A day is over at its end, which is the beginning of the next.
  const last = dayIn(zone, new Date(clock === MIDNIGHT ? due - 1 : due));
  const current = today(library, now);
  const words = joined(dayWords(last, current), clock === MIDNIGHT ? undefined : clock);
  if (isOverdue) return t('overdue since {0}', words);
  const days = daysBetween(current, last);
  return dotted(
    t('by {0}', words),
    days <= SOON && (days === 0 ? t('today') : plural(days, '{0} day left', '{0} days left')),
  );
}

const MIDNIGHT = '00:00';

/** Days ahead that people count. */
const SOON = 7;
