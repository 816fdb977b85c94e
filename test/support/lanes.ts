/** Runs of tests side by side. */
import { add, type Counts, nothing, summary } from './mocha.ts';
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

/** Whether something failed, or never ran. */
const isWhole = ({ failed, ran, found }: Counts): boolean => failed === 0 && ran === found;

const toOutput = (text: string): void => void process.stdout.write(text);

/** Runs all, so many at a time, and adds up. What one of several prints is shown when it has ended. */
export async function inLanes(runs: readonly Run[], lanes: number): Promise<Counts> {
  const ended = await eachInLanes(runs, lanes);
  return ended.map(({ counts }) => counts).reduce(add, nothing);
}

/**
 * The same; what was not whole is then run once more, alone, and counts as it ended then. A busy machine may miss a click, and
 * what came after it in that window is lost; what is broken fails the second time too.
 */
export async function inLanesOrAlone(runs: readonly Run[], lanes: number): Promise<Counts> {
  let total = nothing;
  for (const { run, counts } of await eachInLanes(runs, lanes)) {
    if (isWhole(counts)) total = add(total, counts);
    else {
      say(`\n↻ ${run.name}: ${summary(counts)}; once more, alone`);
      const again = counts.again + counts.failed + counts.found - counts.ran;
      total = add(total, { ...(await countsOf(run, toOutput)), again });
    }
  }
  return total;
}

interface Ended {
  readonly run: Run;
  readonly counts: Counts;
}

async function eachInLanes(runs: readonly Run[], lanes: number): Promise<Ended[]> {
  const isAlone = lanes === 1 || runs.length === 1;
  const waiting = [...runs];
  const ended: Ended[] = [];
  const lane = async (): Promise<void> => {
    for (let run = waiting.shift(); run; run = waiting.shift()) {
      const kept: string[] = [];
      const counts = await countsOf(run, isAlone ? toOutput : (text) => kept.push(text));
      process.stdout.write(kept.join(''));
      ended.push({ run, counts });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return ended;
}

const countsOf = (run: Run, print: (text: string) => void): Promise<Counts> =>
  run.start(print).catch((error: unknown) => failed(run.name, error));
