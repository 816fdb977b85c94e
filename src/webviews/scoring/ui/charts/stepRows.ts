/** What one step of one factor would change, item by item: the rows of the chart of sensitivity. */
import type { Factor } from '../../../../core/scoring/factors.ts';
import type { Ranked } from '../../../../core/scoring/ranking.ts';
import { type FactorStep, sensitivityOf } from '../../../../core/scoring/sensitivity.ts';

export type Direction = 'down' | 'up';

/** One step that changes the order. */
export interface Step extends FactorStep {
  /** Whether the factor's value becomes smaller or larger; less effort is a better rank. */
  readonly direction: Direction;
  /** Ranks gained, or lost where it is below zero. */
  readonly gained: number;
}

export interface StepRow {
  readonly id: string;
  readonly title: string;
  readonly rank: number;
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

export function stepRows(ranked: readonly Ranked[], most = 20): StepRows {
  const byId = new Map(ranked.map((each) => [each.item.id, each]));
  const all = sensitivityOf(ranked).flatMap(({ id, changes }): StepRow[] => {
    const item = byId.get(id);
    const steps = changes.filter(({ passed }) => passed > 0).map(stepOf);
    return item && steps.length > 0 ? [{ id, title: item.item.title, rank: item.rank, steps }] : [];
  });
  const rows = all.slice(0, most);
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
export function columnOf({ factor, direction }: { readonly factor: Factor; readonly direction: Direction }): string {
  return `${factor} ${direction}`;
}
