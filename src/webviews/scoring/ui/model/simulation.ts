/** Runs the Monte Carlo of the ranking beside the page's own work: a few milliseconds at a time, while nothing else waits. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Item, Scales } from '../../../../core/scoring/item.ts';
import { type ConfidenceIn, type Simulation, simulate, whatMatters } from '../../../../core/scoring/simulation.ts';
import { whenIdle } from '../../../kit/idle.ts';
import { inSlices } from './inSlices.ts';

export interface Simulating {
  /** The last one that is finished; of earlier numbers, while it is run again. */
  readonly result: Simulation | undefined;
  readonly running: boolean;
}

/** Of one slice, in milliseconds: leaves most of a frame to the page. */
const SLICE = 6;

/** The simulation of these items, run again when a number changed, stopped when nobody looks any more. */
export function useSimulation(items: readonly Item[], scales: Scales, confidence: ConfidenceIn): Simulating {
  const [state, setState] = useState<Simulating>({ result: undefined, running: true });
  /** What runs or ran last, and what it was for. */
  const run = useRef<{ readonly key: string; readonly stop: () => void }>();
  useEffect(
    () =>
      whenIdle(() => {
        // Items come anew with every change of a title or a risk; only numbers change a draw.
        const key = `${confidence} ${whatMatters(items, scales)}`;
        if (run.current?.key === key) return;
        run.current?.stop();
        setState(({ result }) => ({ result, running: true }));
        const stop = inSlices(simulate(items, scales, { confidence }), {
          slice: SLICE,
          soon: whenIdle,
          now: () => performance.now(),
          onDone: (result) => setState({ result, running: false }),
        });
        run.current = { key, stop };
      }),
    [items, scales, confidence],
  );
  useEffect(() => () => run.current?.stop(), []);
  return state;
}
