/** Rows of charts, one for each item: how often it came out at which rank, and what one step of one factor would change. */
import type { Factor } from '../../../../core/scoring/factors.ts';
import type { Ranked } from '../../../../core/scoring/ranking.ts';
import { type FactorStep, sensitivityOf } from '../../../../core/scoring/sensitivity.ts';
import type { Outlook, Simulation } from '../../../../core/scoring/simulation.ts';

export interface Row {
  readonly id: string;
  readonly title: string;
}

/** As many rows, and columns of ranks, as can be told apart on a screen. */
const MOST = 20;

export interface RankRow extends Row, Outlook {
  /** Chances from 0 to 1, of rank 1 onwards, as many as the rows show. */
  readonly chances: readonly number[];
  /** The chance of any later rank. */
  readonly later: number;
  readonly likeliest: number;
  /** The chance to rank above the next row; undefined for the last. */
  readonly aboveNext: number | undefined;
}

export interface RankRows {
  readonly rows: readonly RankRow[];
  /** How many ranks are shown one by one. */
  readonly ranks: number;
  /** How many items are simulated, but not shown. */
  readonly rest: number;
  /** The chance that one of those comes first. */
  readonly restFirst: number;
}

/** The best rows of a simulation, each with the chance of each rank. */
export function rankRows(simulation: Simulation, titles: ReadonlyMap<string, string>): RankRows {
  const known = simulation.order.filter((id) => titles.has(id));
  const shown = known.slice(0, MOST);
  const rows = shown.flatMap((id, index): RankRow[] => {
    const outlook = simulation.of(id);
    if (!outlook) return [];
    const all = Array.from(outlook.ranks);
    const next = shown[index + 1];
    return [
      {
        ...outlook,
        id,
        title: titles.get(id) ?? id,
        chances: shown.map((_, rank) => all[rank] ?? 0),
        later: sum(all.slice(shown.length)),
        likeliest: all.indexOf(Math.max(...all)) + 1,
        aboveNext: next === undefined ? undefined : simulation.above(id, next),
      },
    ];
  });
  const rest = known.length - rows.length;
  const restFirst = rest > 0 ? Math.max(0, 1 - sum(rows.map(({ first }) => first))) : 0;
  return { rows, ranks: shown.length, rest, restFirst };
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** One step that changes the order. */
export interface Step extends FactorStep {
  /** Whether the factor's value becomes smaller or larger; less effort is a better rank. */
  readonly direction: 'down' | 'up';
  /** Ranks gained, or lost where it is below zero. */
  readonly gained: number;
}

export interface StepRow extends Row {
  /** At most one down and one up for each factor. */
  readonly steps: readonly Step[];
}

export interface StepRows {
  /** Only items that some step moves, the best first. */
  readonly rows: readonly StepRow[];
  /** How many more some step would move. */
  readonly rest: number;
  /** How many no step moves. */
  readonly steady: number;
}

export function stepRows(ranked: readonly Ranked[]): StepRows {
  const all = sensitivityOf(ranked).flatMap(({ item: { id, title }, changes }): StepRow[] => {
    const steps = changes.filter(({ passed }) => passed > 0).map(stepOf);
    return steps.length > 0 ? [{ id, title, steps }] : [];
  });
  const rows = all.slice(0, MOST);
  return { rows, rest: all.length - rows.length, steady: ranked.length - all.length };
}

function stepOf(change: FactorStep): Step {
  return {
    ...change,
    direction: change.to < change.from ? 'down' : 'up',
    gained: change.rank.before - change.rank.after,
  };
}

/** The column a step belongs to. */
export const columnOf = ({ factor, direction }: Pick<Step, 'direction'> & { readonly factor: Factor }): string =>
  `${factor} ${direction}`;
