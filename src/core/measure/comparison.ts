/** What was measured before and after a change, compared: the levels, how sure the difference is, and the verdict that follows. */
import { typedNumber } from '../scoring/factors.ts';
import { type Counted, FEW, type Interval, newcombe, wilson } from './proportion.ts';

/** How the two were measured, the weakest first. */
export const methods = ['before-after', 'staged', 'experiment'] as const;

export type Method = (typeof methods)[number];

/** What came of it; what nobody has judged is not known. */
export const verdicts = ['inconclusive', 'confirmed', 'partial', 'no-change', 'worse'] as const;

export type Verdict = (typeof verdicts)[number];

/** One side as it is written down: a value in the outcome's unit, or how many of those counted. */
export interface Side {
  readonly value?: number | undefined;
  readonly hits?: number | undefined;
  readonly of?: number | undefined;
}

/** The outcome that was promised, as it is written down. */
export interface Promised {
  readonly unit?: string;
  readonly baseline?: string | number;
  readonly target?: string | number;
}

/** How a result was measured. */
export interface Trial {
  readonly method: Method;
  readonly baseline?: Side;
  readonly after?: Side;
  /** Whether the same people were counted twice, who are no two groups. */
  readonly samePeople?: boolean;
}

/** One side as a number in the outcome's unit, shares in percent. */
export interface Level {
  readonly level: number;
  /** Where it was counted. */
  readonly counted?: Counted;
  /** The 95% limits of a share, in percent. */
  readonly limits?: Interval;
}

export interface Comparison {
  readonly method: Method;
  readonly samePeople: boolean;
  /** What the numbers are in; `%` for shares. */
  readonly unit: string | undefined;
  /** Undefined where nothing was measured. */
  readonly before: Level | undefined;
  readonly after: Level | undefined;
  /** Undefined where none was promised in this unit. */
  readonly target: number | undefined;
  /** Whether more (1) or less (−1) is better; undefined where no target tells. */
  readonly better: 1 | -1 | undefined;
  /** The 95% limits of the change, in points, where two groups were counted. */
  readonly change: Interval | undefined;
}

/** A number of an outcome: one, or the one its text begins with, such as `20 minutes` or `95%`. */
export function amountIn(amount: string | number | undefined): number | undefined {
  if (typeof amount === 'number') return amount;
  const [first = ''] = amount?.trim().split(/\s/, 1) ?? [];
  const number = typedNumber(first.replace(/%$/, ''));
  return Number.isNaN(number) ? undefined : number;
}

/** One side of a comparison; undefined where nothing was measured, or nobody was counted. Counts say more than a value. */
export function levelOf({ value, hits, of }: Side = {}): Level | undefined {
  if (hits === undefined && of === undefined) {
    return value !== undefined && Number.isFinite(value) ? { level: value } : undefined;
  }
  if (hits === undefined || of === undefined) return undefined;
  const limits = wilson(hits, of);
  if (!limits) return undefined;
  return {
    level: (hits / of) * 100,
    counted: { hits, of },
    limits: { low: limits.low * 100, high: limits.high * 100 },
  };
}

/** The two sides beside each other and what was promised. A share and a value are not compared: one of them is left out. */
export function compare({ method, baseline, after, samePeople = false }: Trial, promised: Promised = {}): Comparison {
  const now = levelOf(after);
  const first = levelOf(baseline);
  const before = now && first && isShare(now) !== isShare(first) ? undefined : first;
  const shares = isShare(now ?? before);
  // A share cannot reach so many minutes.
  const isOfUnit = !shares || promised.unit === '%';
  const target = amountIn(promised.target);
  const from = amountIn(promised.baseline) ?? (isOfUnit ? before?.level : undefined);
  const way = target === undefined || from === undefined ? 0 : Math.sign(target - from);
  return {
    method,
    samePeople,
    unit: shares ? '%' : promised.unit,
    before,
    after: now,
    target: isOfUnit ? target : undefined,
    better: way === 0 ? undefined : way > 0 ? 1 : -1,
    change: samePeople ? undefined : changeIn(before, now),
  };
}

const isShare = (side: Level | undefined): boolean => side?.counted !== undefined;

function changeIn(before: Level | undefined, after: Level | undefined): Interval | undefined {
  const limits = before?.counted && after?.counted && newcombe(after.counted, before.counted);
  return limits && { low: limits.low * 100, high: limits.high * 100 };
}

/** Within so many points either way, nothing changed. */
const SAME = 1;

/**
 * The verdict that the numbers suggest; undefined where they do not tell what would be better, or one side is missing. Where two
 * groups were counted, it goes by the limits of the change: below nothing worse, around it inconclusive (no change, where they
 * lie within a point), above it confirmed where the share reaches the target. Single values have no limits, and go by themselves.
 */
export function verdictOf({ before, after, target, better, change }: Comparison): Verdict | undefined {
  if (!before || !after || better === undefined) return undefined;
  const isReached = target !== undefined && (after.level - target) * better >= 0;
  const gained = (after.level - before.level) * better;
  const [low, high] = change
    ? better > 0
      ? [change.low, change.high]
      : [-change.high, -change.low]
    : [gained, gained];
  if (low > 0) return isReached ? 'confirmed' : 'partial';
  if (high < 0) return 'worse';
  if (!change) return 'no-change';
  return -SAME <= low && high <= SAME ? 'no-change' : 'inconclusive';
}

/** Whether a group is so small that its counts say more than shares. */
export const isFew = ({ before, after }: Pick<Comparison, 'before' | 'after'>): boolean =>
  [before, after].some((side) => side?.counted !== undefined && side.counted.of < FEW);
