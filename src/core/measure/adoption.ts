/** Feature adoption: the funnel from who could use it to who uses it again, stickiness, TARS, and days until people adopt. */
import { type Counted, type Interval, wilson } from './proportion.ts';

/** The steps of the funnel, the widest first. */
export const funnelSteps = ['eligible', 'exposed', 'activated', 'used', 'usedAgain'] as const;

export type FunnelStep = (typeof funnelSteps)[number];

/** How many people each step counts; steps nobody counted are left out. */
export type FunnelCounts = { readonly [Step in FunnelStep]?: number | undefined };

/** A share that was counted, from 0 to 1, with its 95% limits. */
export interface Share extends Counted, Interval {
  readonly share: number;
}

export interface FunnelRow {
  readonly step: FunnelStep;
  readonly count: number;
  /** Of the step before that was counted; undefined at the first, where that was nobody, and where it was fewer. */
  readonly ofBefore: Share | undefined;
  /** Of the first step, the same way. */
  readonly ofFirst: Share | undefined;
}

/** A share with its limits (Wilson); undefined where nobody was counted, or more were found than counted. */
export function shareOf(hits: number | undefined, of: number | undefined): Share | undefined {
  const limits = hits === undefined || of === undefined ? undefined : wilson(hits, of);
  return limits && hits !== undefined && of !== undefined ? { hits, of, share: hits / of, ...limits } : undefined;
}

/** The funnel: of each step that was counted, how many of the step before, and of the first. Used ÷ eligible is the adoption. */
export function funnelOf(counts: FunnelCounts): readonly FunnelRow[] {
  const counted = funnelSteps.flatMap((step) => {
    const count = counts[step];
    return count === undefined ? [] : [{ step, count }];
  });
  const [first] = counted;
  return counted.map(({ step, count }, at) => {
    const isFirst = at === 0;
    return {
      step,
      count,
      ofBefore: isFirst ? undefined : shareOf(count, counted[at - 1]?.count),
      ofFirst: isFirst ? undefined : shareOf(count, first?.count),
    };
  });
}

/** What a result keeps of an adoption. */
export interface AdoptionCounts extends FunnelCounts {
  /** How many of those who used it again are satisfied. */
  readonly satisfied?: number | undefined;
}

/** The counts of TARS: whom a feature is for, who took it up, who kept to it, who is satisfied with it. */
export interface TarsCounts {
  readonly target?: number | undefined;
  readonly adopted?: number | undefined;
  readonly retained?: number | undefined;
  readonly satisfied?: number | undefined;
}

/**
 * Adoption, retention and satisfaction, each of the step before, and the satisfied of all it is for. `population` gives what
 * part of everybody the target is. Source: the TARS framework (target, adoption, retention, satisfaction).
 */
export function tarsOf({ target, adopted, retained, satisfied }: TarsCounts, population?: number) {
  return {
    target: shareOf(target, population),
    adoption: shareOf(adopted, target),
    retention: shareOf(retained, adopted),
    satisfaction: shareOf(satisfied, retained),
    satisfiedOfTarget: shareOf(satisfied, target),
  };
}

/** What kind of feature one is, by whether people come back to it and whether those are satisfied. */
export const quadrants = ['core', 'liability', 'overperforming', 'project'] as const;

export type Quadrant = (typeof quadrants)[number];

/**
 * Half of those who adopted it, and half of those who came back, are the borders; undefined where one of them was not counted.
 * `sure` unless a border lies within what is likely. Source: the matrix of features of the TARS framework.
 */
export function quadrantOf(
  retention: Share | undefined,
  satisfaction: Share | undefined,
): { readonly quadrant: Quadrant; readonly sure: boolean } | undefined {
  if (!retention || !satisfaction) return undefined;
  const [stays, likes] = [retention, satisfaction].map(({ share }) => share >= HALF);
  const sure = [retention, satisfaction].every(({ low, high }) => low >= HALF || high < HALF);
  if (stays) return { quadrant: likes ? 'core' : 'liability', sure };
  return { quadrant: likes ? 'overperforming' : 'project', sure };
}

const HALF = 0.5;

/** One person, or several: for how many days they have had the feature, up to the day they adopted it or until now. */
export interface Adopter {
  readonly days: number;
  readonly adopted: boolean;
  /** How many people that is; one, unless said otherwise. */
  readonly people?: number | undefined;
}

/**
 * The median of the days until people adopt, counting those who have not as still waiting; undefined while fewer than half
 * have. Source: E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53 (1958), 457–481.
 */
export function medianDays(people: readonly Adopter[]): number | undefined {
  const known = people.filter(({ days }) => days >= 0).toSorted((a, b) => a.days - b.days);
  let left = peopleIn(known);
  let waiting = 1;
  for (let at = 0; at < known.length && left > 0; ) {
    const { days = 0 } = known[at] ?? {};
    const onDay: Adopter[] = [];
    for (let each = known[at]; each?.days === days; each = known[++at]) onDay.push(each);
    waiting *= 1 - peopleIn(onDay.filter(({ adopted }) => adopted)) / left;
    left -= peopleIn(onDay);
    // What arithmetic leaves of a half is a half.
    if (waiting <= 0.5 + 1e-12) return days;
  }
  return undefined;
}

const peopleIn = (groups: readonly Adopter[]): number => groups.reduce((all, { people = 1 }) => all + people, 0);
