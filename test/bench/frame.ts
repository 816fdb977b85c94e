/** Measures, compares and prints: medians of several runs, ratios between them, and a table with the limits we promise. */
import { say } from '../support/say.ts';

export interface Measured {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  readonly runs: readonly number[];
}

export interface MeasureOptions {
  /** At least 5, so that one bad moment of the machine decides nothing. */
  readonly runs?: number;
  /** Runs that are not counted. */
  readonly warmUps?: number;
  /** Done before each run, and not timed. */
  readonly before?: () => unknown;
}

/** Times some work several times. */
export async function measure(name: string, work: () => unknown, options: MeasureOptions = {}): Promise<Measured> {
  const { runs = 5, warmUps = 1, before } = options;
  if (runs < 5) throw new Error(`${name}: a median of ${runs} runs says little; take 5 or more.`);
  const times: number[] = [];
  for (let run = -warmUps; run < runs; run++) {
    await before?.();
    const started = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - started);
  }
  return measured(name, times);
}

/** What is timed, and what is done after each time, which is not. */
interface Step {
  work(run: number): unknown;
  after?(): unknown;
}

/** Times several things in turn, so that what else the machine does falls on each of them. The first turn is not counted. */
export async function inTurn<const S extends readonly Step[]>(
  runs: number,
  ...steps: S
): Promise<{ [K in keyof S]: Measured }> {
  const times = steps.map((): number[] => []);
  for (let run = -1; run < runs; run++) {
    for (const [at, step] of steps.entries()) {
      const started = performance.now();
      await step.work(run + 1);
      if (run >= 0) times[at]?.push(performance.now() - started);
      await step.after?.();
    }
  }
  return times.map((taken) => measured('in turn', taken)) as { [K in keyof S]: Measured };
}

/** The same, of times that were taken elsewhere. */
export function measured(name: string, runs: readonly number[]): Measured {
  if (runs.length < 5) throw new Error(`${name}: ${runs.length} runs are too few for a median.`);
  return { name, median: median(runs), runs };
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** How many times as long one takes as the other: holds on any machine. */
export function ratio(of: Measured, to: Measured): number {
  return of.median / to.median;
}

interface Row {
  readonly what: string;
  readonly value: string;
  readonly limit: string;
  readonly within: boolean | undefined;
}

export type Unit = 'ms' | '×' | '%' | 'KB' | 'MB' | '';

/** The table of one whole bench run. */
export class Table {
  readonly #rows: Row[] = [];

  /** A number with the most it may be, or without a limit when it only explains another. */
  add(what: string, value: number, unit: Unit, limit?: number): void {
    const row: Row = {
      what,
      value: shown(value, unit),
      limit: limit === undefined ? '' : shown(limit, unit),
      within: limit === undefined ? undefined : value <= limit,
    };
    this.#rows.push(row);
    say(`  ${what}: ${row.value}${row.limit && ` (limit ${row.limit})`}`);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** What is over its limit. */
  get missed(): string[] {
    return this.#rows.filter(({ within }) => within === false).map(({ what }) => what);
  }

  toString(): string {
    const cells = this.#rows.map(({ what, value, limit, within }) => [
      what,
      value,
      limit,
      within === undefined ? '' : within ? 'yes' : 'NO',
    ]);
    const lines = [['what', 'measured', 'limit', 'within'], ['---', '---:', '---:', '---'], ...cells];
    return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
  }
}

function shown(value: number, unit: Unit): string {
  const digits = Number.isInteger(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit === '×' || unit === '' ? unit : ` ${unit}`}`;
}
