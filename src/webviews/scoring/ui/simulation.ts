/** Runs the Monte Carlo of the ranking beside the page's own work: a few milliseconds at a time, while nothing else waits. */
import type { Item, Scales } from '../../../core/scoring/item.ts';

/** Whether the confidence people stated is multiplied into each draw, beside the ranges they gave. */
export type ConfidenceIn = 'ignored' | 'multiplied';

/** What ten thousand draws say about the ranking. */
export interface Simulation {
  readonly order: readonly string[];
  readonly confidence: ConfidenceIn;
  of(id: string):
    | {
        readonly p10: number;
        readonly p50: number;
        readonly p90: number;
        readonly first: number;
        readonly ranks: ArrayLike<number>;
      }
    | undefined;
  above(a: string, b: string): number;
}

export interface Simulating {
  /** The last one that is finished; of earlier numbers, while it is run again. */
  readonly result: Simulation | undefined;
  /** From 0 to 1. */
  readonly progress: number;
  readonly running: boolean;
}

/** The simulation of these items, run again when a number changed, stopped when nobody looks any more. */
export function useSimulation(_items: readonly Item[], _scales: Scales, _confidence: ConfidenceIn): Simulating {
  return { result: undefined, progress: 0, running: false };
}
