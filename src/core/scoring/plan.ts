/** What an initiative comprises as somebody committed to it, and how a later plan differs: what came, what went, what moved. */

/** As far as somebody said it. */
export interface Plan {
  readonly slices?: readonly { readonly title?: string; readonly effort?: number }[];
  readonly issues?: readonly string[];
  /** In the team's unit. */
  readonly effort?: number;
  /** A duration, such as `2 weeks`. */
  readonly appetite?: string;
  /** A day or time. */
  readonly due?: string;
}

/** A plan that somebody committed to, and when, as a day or time. */
export interface CommittedPlan {
  readonly plan: Plan;
  readonly since: string | undefined;
}

/** What effort counts where because.yml does not say. */
export const EFFORT_UNIT = 'person-weeks';

/** What the size of a plan is counted in, the one that says most first. */
export const measures = ['effort', 'slices', 'issues'] as const;

export type Measure = (typeof measures)[number];

/** How much came and went, gross: of a swap both are told, where the end minus the start would say that nothing happened. */
interface Amount {
  readonly measure: Measure;
  readonly added: number;
  readonly removed: number;
}

export interface PlanDifference {
  /** Undefined where only the appetite or the due date changed. */
  readonly amount: Amount | undefined;
  /** Slices and issues, by their names. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly appetite: Move | undefined;
  readonly due: Move | undefined;
}

interface Move {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What a plan comprises, piece by piece, each with its size. */
type Pieces = ReadonlyMap<string, number>;

/** How a plan differs from one before; undefined where it does not. */
export function planDifference(before: Plan, after: Plan): PlanDifference | undefined {
  const pieces = (plan: Plan) =>
    new Set([...(plan.slices ?? []).flatMap(({ title }) => title ?? []), ...(plan.issues ?? [])]);
  const [from, to] = [pieces(before), pieces(after)];
  const difference = {
    amount: amountsOf(before, after).find((amount) => amount !== undefined),
    added: [...to].filter((piece) => !from.has(piece)),
    removed: [...from].filter((piece) => !to.has(piece)),
    appetite: moveOf(before.appetite, after.appetite),
    due: moveOf(before.due, after.due),
  };
  const { amount, appetite, due } = difference;
  return amount || appetite || due ? difference : undefined;
}

const moveOf = (from: string | undefined, to: string | undefined): Move | undefined =>
  from === to ? undefined : { from, to };

/** What came and went, by what says most first: where slices cost what they did, the effort of the whole may not. */
function amountsOf(before: Plan, after: Plan): readonly (Amount | undefined)[] {
  const isSliced = hasSlicedEffort(before) || hasSlicedEffort(after);
  const ways = [
    ['effort', isSliced],
    ['effort', false],
    ['slices', isSliced],
    ['issues', isSliced],
  ] as const;
  return ways.map(([measure, inSlices]) => amountIn(measure, [before, after], inSlices));
}

/** What came and went in a measure; undefined where that is nothing. */
function amountIn(measure: Measure, [before, after]: readonly [Plan, Plan], isSliced: boolean): Amount | undefined {
  const [from, to] = [piecesIn(measure, before, isSliced), piecesIn(measure, after, isSliced)];
  if (!from || !to) return undefined;
  const changes = [...new Set([...from.keys(), ...to.keys()])].map(
    (name) => (to.get(name) ?? 0) - (from.get(name) ?? 0),
  );
  const added = sum(changes.map((change) => Math.max(0, change)));
  const removed = sum(changes.map((change) => Math.max(0, -change)));
  return added === 0 && removed === 0 ? undefined : { measure, added, removed };
}

/** How large a plan is in a measure; undefined where it does not say. */
export function sizeOf(plan: Plan, measure: Measure): number | undefined {
  const pieces = piecesIn(measure, plan, hasSlicedEffort(plan));
  return pieces && sum([...pieces.values()]);
}

const hasSlicedEffort = ({ slices = [] }: Plan): boolean => slices.some(({ effort }) => effort !== undefined);

/** The effort of slices where any says it, else of the whole; of slices and issues, each counts as one. */
function piecesIn(measure: Measure, { slices = [], issues = [], effort }: Plan, isSliced: boolean): Pieces | undefined {
  if (measure === 'slices') return counted(slices.map(({ title = '' }) => title));
  if (measure === 'issues') return counted(issues);
  if (isSliced) return new Map(slices.map((slice) => [slice.title ?? '', slice.effort ?? 0]));
  return effort === undefined ? undefined : new Map([['', effort]]);
}

const counted = (names: readonly string[]): Pieces => new Map(names.map((name) => [name, 1]));

/** To the hundredth: sums of decimals are off by less. */
export const sum = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((all, one) => all + one, 0) * 100) / 100;

/** What was added since, as a share of the plan at its start: 3 on 15 is 20%. Undefined where the plan had no size. */
export const shareAdded = (added: number, start: number | undefined): number | undefined =>
  start === undefined || start <= 0 ? undefined : added / start;
