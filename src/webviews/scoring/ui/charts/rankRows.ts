/** The chance of each rank as rows: the best items of a simulation, and how often each came out where. */
import type { Simulation } from '../../../../core/scoring/simulation.ts';

export interface RankRow {
  readonly id: string;
  readonly title: string;
  /** Chances from 0 to 1, of rank 1 onwards, as many as the rows show. */
  readonly chances: readonly number[];
  /** The chance of any later rank. */
  readonly later: number;
  readonly first: number;
  readonly likeliest: number;
  /** The chance to rank above the next row; undefined for the last. */
  readonly aboveNext: number | undefined;
  readonly scores: { readonly p10: number; readonly p50: number; readonly p90: number };
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

/** As many rows and ranks as can be told apart on a screen. */
const MOST = 20;

/** The best rows of a simulation, each with the chance of each rank. */
export function rankRows(simulation: Simulation, titles: ReadonlyMap<string, string>, most = MOST): RankRows {
  const known = simulation.order.filter((id) => titles.has(id));
  const shown = known.slice(0, most);
  const ranks = Math.min(most, known.length);
  const rows = shown.flatMap((id, index): RankRow[] => {
    const of = simulation.of(id);
    if (!of) return [];
    const all = shares(of.ranks);
    const chances = Array.from({ length: ranks }, (_, rank) => all[rank] ?? 0);
    const next = shown[index + 1];
    return [
      {
        id,
        title: titles.get(id) ?? id,
        chances,
        later: Math.max(
          0,
          all.slice(ranks).reduce((sum, chance) => sum + chance, 0),
        ),
        first: of.first,
        likeliest: all.indexOf(Math.max(...all)) + 1,
        aboveNext: next === undefined ? undefined : simulation.above(id, next),
        scores: { p10: of.p10, p50: of.p50, p90: of.p90 },
      },
    ];
  });
  const firsts = rows.reduce((sum, { first }) => sum + first, 0);
  const rest = known.length - rows.length;
  return { rows, ranks, rest, restFirst: rest > 0 ? Math.max(0, 1 - firsts) : 0 };
}

/** Counts of draws, or chances, as shares of 1. */
function shares(ranks: ArrayLike<number>): number[] {
  const all = Array.from(ranks);
  const total = all.reduce((sum, count) => sum + count, 0);
  return total > 0 ? all.map((count) => count / total) : all;
}
