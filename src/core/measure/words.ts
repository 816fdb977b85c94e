/** Results in words: what it is instead of what it was, how much that is both ways, and what the method cannot show. */
import { t, wordsFor } from '../base/l10n.ts';
import { daysBetween } from '../base/time.ts';
import { spaced } from '../text/joined.ts';
import type { FunnelStep, Quadrant, Share } from './adoption.ts';
import { type Comparison, isFew, type Level, type Method, type Verdict, verdictOf } from './comparison.ts';
import { FEW, type Interval } from './proportion.ts';

export const verdictName = wordsFor<Verdict>({
  confirmed: () => t('confirmed'),
  partial: () => t('partly confirmed'),
  'no-change': () => t('no change'),
  worse: () => t('worse'),
  inconclusive: () => t('inconclusive'),
});

export const methodName = wordsFor<Method>({
  experiment: () => t('Experiment'),
  staged: () => t('Staged rollout'),
  'before-after': () => t('Before and after'),
});

/** Numbers from here on are read by their powers of ten. */
const PLAIN = 1e15;

/** What people do at each step of a funnel. */
export const funnelName = wordsFor<FunnelStep>({
  eligible: () => t('Could use it'),
  exposed: () => t('Saw it'),
  activated: () => t('Began with it'),
  used: () => t('Used it'),
  usedAgain: () => t('Used it again'),
});

/** What each kind of feature is called, by whether people come back to it and like it. */
export const quadrantName = wordsFor<Quadrant>({
  core: () => t('Core feature'),
  liability: () => t('Liability'),
  overperforming: () => t('Overperforming feature'),
  project: () => t('Project feature'),
});

/** What its numbers mean for the next step. */
const quadrantHint = wordsFor<Quadrant>({
  core: () => t('People come back and are satisfied: keep it that way.'),
  liability: () => t('People come back but are not satisfied: find out what bothers them.'),
  overperforming: () => t('Few come back, but they are satisfied: find out whether others need it too.'),
  project: () => t('Few come back, and few of those are satisfied: find out whether it solves their problem.'),
});

/** What kind of feature it is means for the next step, and whether that is sure. */
export const quadrantText = ({ quadrant, sure }: { readonly quadrant: Quadrant; readonly sure: boolean }): string =>
  spaced(quadrantHint(quadrant), !sure && t('An interval crosses a border, so a few more people may change this.'));

/** A number as it is read: to a tenth, and below one to two digits that count. */
export function numberText(value: number): string {
  if (Math.abs(value) >= PLAIN) return String(value);
  const rounded = Math.abs(value) < 1 ? Number(value.toPrecision(2)) : Math.round(value * 10) / 10;
  // Adding nothing makes a zero of `-0`.
  return (rounded + 0).toLocaleString('en-US', { maximumFractionDigits: 20 });
}

const signed = (value: number): string => (value < 0 ? `−${numberText(-value)}` : `+${numberText(value)}`);

const withUnit = (text: string, unit: string | undefined): string =>
  unit === '%' ? `${text}%` : unit ? `${text} ${unit}` : text;

/** `4 minutes`, `92%`; of a few, how many: `7 of 9`. */
function levelText({ level, counted }: Level, unit?: string): string {
  return counted && counted.of < FEW ? t('{0} of {1}', counted.hits, counted.of) : withUnit(numberText(level), unit);
}

/** `27%, likely between 21 and 34`: with what was counted, where that was. */
export function levelSpoken(side: Level, unit?: string): string {
  const { counted, limits } = side;
  if (!counted || !limits) return levelText(side, unit);
  const likely = t('likely between {0}% and {1}%', numberText(limits.low), numberText(limits.high));
  return t('{0} of {1}, {2}', counted.hits.toLocaleString('en-US'), counted.of.toLocaleString('en-US'), likely);
}

/** `40.8% (34.8 to 47.1)`; of a few, how many. */
export function shareText({ hits, of, share, low, high }: Share): string {
  if (of < FEW) return t('{0} of {1}', hits, of);
  const [part, least, most] = [share, low, high].map((one) => numberText(one * 100));
  return t('{0}% ({1} to {2})', part ?? '', least ?? '', most ?? '');
}

/** Units of time, in which less is faster. */
const TIMES = /^(milli)?(seconds?|minutes?|hours?|days?|weeks?|months?|ms|sec|s|min|h)$/i;

/** Twice as much or half of it is said in times as well. */
const MUCH = 2;

/** What is so many times as much as something else is not compared with it: that was as good as nothing. */
const NOTHING = 1e4;

/**
 * How much that is: `−85%, 6.7 times faster`; of percentages both ways, `+5 points, +12.5%`. Undefined where one side is
 * missing. Of nothing there is no percentage, and of a few counts none is told.
 */
export function changeText(comparison: Comparison): string | undefined {
  const { before, after, unit } = comparison;
  if (!before || !after) return undefined;
  const change = after.level - before.level;
  // Numbers may be too far apart to be told from nothing.
  if (!Number.isFinite(change)) return undefined;
  if (change === 0) return t('unchanged');
  const points = unit === '%' ? t('{0} points', signed(change)) : undefined;
  if (isFew(comparison)) return points;
  const isTold = before.level > 0 && after.level >= 0 && after.level / before.level < NOTHING;
  const relative = isTold ? `${signed((change / before.level) * 100)}%` : undefined;
  const times = isTold ? timesText(before.level, after.level, unit) : undefined;
  const all = [points, relative, times].filter((part) => part !== undefined);
  return all.length === 0 ? withUnit(signed(change), unit) : all.join(', ');
}

function timesText(before: number, after: number, unit: string | undefined): string | undefined {
  if (unit === '%' || before / after >= NOTHING) return undefined;
  if (before / after >= MUCH) {
    return unit !== undefined && TIMES.test(unit) ? t('{0} times faster', numberText(before / after)) : undefined;
  }
  return after / before >= MUCH ? t('{0} times as much', numberText(after / before)) : undefined;
}

/** `between +5 and +33 points`. */
export const intervalText = ({ low, high }: Interval): string =>
  t('between {0} and {1} points', signed(low), signed(high));

/** `4 minutes instead of 20; the target was 3.` Says plainly where nothing was measured. */
export function insteadText({ before, after, target, unit }: Comparison): string {
  if (!after) return t('No data yet.');
  const now = levelText(after, unit);
  const was = before && levelText(before, unit === '%' ? unit : undefined);
  const goal = target === undefined ? undefined : withUnit(numberText(target), unit === '%' ? unit : undefined);
  if (was === undefined) return goal === undefined ? t('{0}.', now) : t('{0}; the target was {1}.', now, goal);
  return goal === undefined
    ? t('{0} instead of {1}.', now, was)
    : t('{0} instead of {1}; the target was {2}.', now, was, goal);
}

/** What a method shows at most: without a control group nothing is caused, it only changed. */
const limitsOf = wordsFor<Method>({
  'before-after': () => t('Changed after the release; no control group.'),
  staged: () => t('Compared with those who did not have it yet; the groups are not random.'),
  experiment: () => t('Compared with a control group.'),
});

/** The result as a person would say it: `Setup time: 4 minutes instead of 20; the target was 3. …` */
export function resultSentence(comparison: Comparison, metric: string | undefined): string {
  const said = metric === undefined ? insteadText(comparison) : t('{0}: {1}', metric, insteadText(comparison));
  return spaced(said, comparison.after && limitsOf(comparison.method));
}

/** The first and the last day of a measurement, both in it. */
export interface Window {
  readonly from?: string;
  readonly to?: string;
}

/** Windows of which one is so many times as long as the other see different things. */
const UNEQUAL = 1.5;

/** What else should be known of the numbers, a sentence each. */
export function warningsOf(
  comparison: Comparison,
  windows: { readonly before?: Window; readonly after?: Window } = {},
) {
  const { before, after, target, better, samePeople, change } = comparison;
  const isCounted = before?.counted !== undefined && after?.counted !== undefined;
  const { low = 0, high = 0 } = after?.limits ?? {};
  const [was, now] = [daysOf(windows.before), daysOf(windows.after)];
  const ratio = was && now ? Math.max(was, now) / Math.min(was, now) : 1;
  return [
    !after || !before ? t('Only one side has data, so nothing can be compared.') : undefined,
    samePeople && t('The same people were counted twice, so there is no interval.'),
    before && after && !isCounted && !samePeople && t('Single values: nobody can tell how much of it is chance.'),
    isFew(comparison) && t('Fewer than {0} people in a group: a few more may change the result.', FEW),
    better === undefined && t('The outcome has no baseline and target to compare with.'),
    change && target !== undefined && low < target && target < high && t('The target lies within the interval.'),
    was && now && ratio >= UNEQUAL && t('The windows differ: {0} days before, {1} days after.', was, now),
  ].filter((each) => typeof each === 'string');
}

/** How many days a window has; undefined where it does not say. */
function daysOf({ from, to }: Window = {}): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const days = daysBetween(from, to) + 1;
  return days > 0 ? days : undefined;
}

const suggestions = wordsFor<Verdict>({
  confirmed: () => t('It is better and reaches the target.'),
  partial: () => t('It is better, but does not reach the target.'),
  'no-change': () => t('It did not change.'),
  worse: () => t('It is worse.'),
  inconclusive: () => t('It may be better or worse.'),
});

/** Why the numbers suggest their verdict, with the limits it goes by; undefined where they suggest none. */
export function suggestionText(comparison: Comparison): string | undefined {
  const verdict = verdictOf(comparison);
  if (verdict === undefined) return undefined;
  const { change } = comparison;
  return spaced(suggestions(verdict), change && t('The change is likely {0}.', intervalText(change)));
}
