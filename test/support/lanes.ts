/** Runs of tests side by side. */
import { add, type Counts, nothing } from './mocha.ts';
import { say } from './say.ts';

/** So many keep two cores busy. */
export const LANES = 2;

/** One run; what it prints it hands over line by line, or piece by piece. */
export interface Run {
  readonly name: string;
  start(print: (text: string) => void): Promise<Counts>;
}

/** Says that something could not run, which is a failure like any other. */
export function failed(name: string, error: unknown): Counts {
  say(`✖ ${name} could not run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return { ...nothing, failed: 1 };
}

/** Runs all, so many at a time, and adds up. What one of several prints is shown when it has ended. */
export async function inLanes(runs: readonly Run[], lanes: number): Promise<Counts> {
  const isAlone = lanes === 1 || runs.length === 1;
  const waiting = [...runs];
  let total = nothing;
  const lane = async (): Promise<void> => {
    for (let run = waiting.shift(); run; run = waiting.shift()) {
      const { name } = run;
      const kept: string[] = [];
      const print = isAlone ? (text: string) => process.stdout.write(text) : (text: string) => kept.push(text);
      const counts = await run.start(print).catch((error: unknown) => failed(name, error));
      process.stdout.write(kept.join(''));
      total = add(total, counts);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return total;
}
