/** Runs the Monte Carlo of the ranking beside the page's own work: a few milliseconds at a time, while nothing else waits. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Item, Scales } from '../../../core/scoring/item.ts';
import { type ConfidenceIn, type Simulation, simulate } from '../../../core/scoring/simulation.ts';
import { inSlices } from './inSlices.ts';
import { whatMatters } from './whatMatters.ts';

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
  const key = useMemo(() => whatMatters(items, scales), [items, scales]);
  // The items as they were when a number last changed: titles and risks come and go without a new run.
  const latest = useMemo(() => ({ items, scales }), [key]);
  useEffect(() => {
    setState(({ result }) => ({ result, running: true }));
    return inSlices(simulate(latest.items, latest.scales, { confidence }), {
      slice: SLICE,
      soon: whenIdle,
      now: () => performance.now(),
      onDone: (result) => setState({ result, running: false }),
    });
  }, [latest, confidence]);
  return state;
}

/** Behind everything the page does for the person: input, drawing, answers of the host. */
function whenIdle(work: () => void): () => void {
  const calledOff = new AbortController();
  scheduler.postTask(work, { priority: 'background', signal: calledOff.signal }).catch((error: unknown) => {
    if (!calledOff.signal.aborted) throw error;
  });
  return () => calledOff.abort();
}
