/** Monte Carlo: what the ranges people gave say about the scores and the order. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { bounds, type Factor, factors } from './factors.ts';
import type { Item, Scales } from './item.ts';
import { drawerOf, isUncertain } from './pool.ts';
import { type Ranked, rankingOf } from './ranking.ts';

/** Whether the stated confidence is multiplied in, beside the ranges: both together count the same doubt twice. */
export type ConfidenceIn = 'ignored' | 'multiplied';

export interface SimulationOptions {
  /** How often each score is drawn; 10,000 unless told. */
  readonly draws?: number | undefined;
  readonly confidence: ConfidenceIn;
}

/** What the draws say about one item. */
export interface Outlook {
  /** Of ten scores one is lower than this, five than the next, nine than the last. In reach units per effort unit. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** The chance of being first, 0–1. */
  readonly first: number;
  /** The chance of each rank, the first rank first; they add up to 1. Equals share their ranks evenly. */
  readonly ranks: ArrayLike<number>;
}

export interface Simulation {
  /** The ids as ranked, the best first. */
  readonly order: readonly string[];
  readonly confidence: ConfidenceIn;
  /** Undefined for what is not ranked. */
  of(id: string): Outlook | undefined;
  /** The chance that one scores higher than the other, 0–1; even odds where they draw, or one of them is not ranked. */
  above(a: string, b: string): number;
}

/** Whether somebody gave a range of reach, impact or effort: then doubt is in them, and confidence is better left out. */
export function hasRanges(items: readonly Pick<Item, 'voices'>[]): boolean {
  return items.some(({ voices }) =>
    voices.some(({ guesses: { reach, impact, effort } }) => [reach, impact, effort].some(isUncertain)),
  );
}

/** What of items a simulation depends on, as one text: their numbers and units, and not their titles, risks or challenges. */
export function whatMatters(items: readonly Item[], { reachUnit, customersPerPersonWeek }: Scales): string {
  const numbers = items.map(({ id, kind, agreed, unit, bridge, voices }) => [
    id,
    kind === 'debt',
    agreed,
    unit,
    bridge?.customers,
    bridge?.saved,
    voices.map(({ guesses }) => guesses),
  ]);
  return JSON.stringify([reachUnit, customersPerPersonWeek, numbers]);
}

/** Draws done between two pauses: a millisecond or so. */
const PIECE = 4096;

/** Draws of a score: one number where nothing about it is uncertain. */
type Draws = Float32Array | number;

/**
 * Draws every ranked item's score, pausing after each small piece of work (a millisecond or two), so that a page runs it in
 * slices and a command line runs it through with `simulated`.
 *
 * Each factor of each item has its own stream of random numbers, seeded by the id: the same on every run, and no item's draws
 * change when another item comes or goes.
 */
export function* simulate(
  items: readonly Item[],
  scales: Scales,
  { draws: count = 10_000, confidence }: SimulationOptions,
): Generator<void, Simulation> {
  const { ranked } = rankingOf(items, scales);
  const draws: Draws[] = [];
  for (const each of ranked) draws.push(yield* drawScores(each, count, confidence));
  const ranks = yield* countRanks(draws);
  const outlooks = new Map<string, Outlook>();
  for (const [index, { item }] of ranked.entries()) {
    const chances = ranks.subarray(index * ranked.length, (index + 1) * ranked.length);
    outlooks.set(item.id, { ...percentiles(draws[index] ?? 0), first: chances[0] ?? 0, ranks: chances });
    yield;
  }
  const byId = new Map(ranked.map(({ item }, index) => [item.id, draws[index] ?? 0]));
  return {
    order: ranked.map(({ item }) => item.id),
    confidence,
    of: (id) => outlooks.get(id),
    above: (a, b) => chanceAbove(byId.get(a), byId.get(b)),
  };
}

/** Runs a simulation through. */
export function simulated(items: readonly Item[], scales: Scales, options: SimulationOptions): Simulation {
  const running = simulate(items, scales, options);
  for (;;) {
    const step = running.next();
    if (step.done) return step.value;
  }
}

/** The score, drawn so many times; the factors nobody doubts are multiplied in once. */
function* drawScores({ item, numbers }: Ranked, count: number, confidence: ConfidenceIn): Generator<void, Draws> {
  let sure = 1;
  let draws: Float32Array | undefined;
  for (const factor of factors) {
    if (factor === 'confidence' && confidence === 'ignored') continue;
    const value = numbers[factor] ?? bounds[factor].min;
    const drawer = drawerOf(factor, value, item.voices, () => streamOf(`${item.id} ${factor}`));
    const into = applying[factor];
    if (drawer === undefined) {
      sure = into(sure, value);
      continue;
    }
    draws ??= new Float32Array(count).fill(1);
    for (let from = 0; from < count; from += PIECE) {
      const to = Math.min(count, from + PIECE);
      for (let draw = from; draw < to; draw++) draws[draw] = into(draws[draw] ?? 0, drawer());
      yield;
    }
  }
  if (draws === undefined) return sure;
  for (let draw = 0; draw < count; draw++) draws[draw] = (draws[draw] ?? 0) * sure;
  return draws;
}

/** What each factor does to a score, in the order and with the rounding of `riceScore`. */
const applying: Readonly<Record<Factor, (score: number, value: number) => number>> = {
  reach: (score, reach) => score * reach,
  impact: (score, impact) => score * impact,
  confidence: (score, percent) => score * (percent / 100),
  effort: (score, effort) => score / effort,
};

/** Random numbers from 0 to 1 that only depend on the name; the first ones are skipped, as they tell seeds that are alike. */
function streamOf(name: string): () => number {
  const generator = xoroshiro128plus(hash(name));
  for (let skipped = 0; skipped < 32; skipped++) generator.next();
  return () => (generator.next() >>> 0) / 2 ** 32;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value;
}

/**
 * The chance of each rank, item by item. Equals share their ranks evenly: two that are first are first and second half the time
 * each.
 */
function* countRanks(draws: readonly Draws[]): Generator<void, Float64Array> {
  const size = draws.length;
  // For each rank (a row), how the counts differ from those of the rank before; added up at the end, so that sharing many ranks
  // costs no more than sharing one.
  const steps = new Float64Array((size + 1) * size);
  const count = draws.find((each) => typeof each === 'object')?.length ?? 1;
  const scores = new Float32Array(size);
  const bits = bitsOf(scores);
  const keys = new Float64Array(size);
  const piece = Math.ceil(PIECE / 4 / (size + 1));
  for (let draw = 0; draw < count; draw++) {
    for (let index = 0; index < size; index++) {
      const each = draws[index] ?? 0;
      scores[index] = typeof each === 'number' ? each : (each[draw] ?? 0);
      // One number that holds a score and whose it is: a sort of plain numbers is several times as fast as one that compares.
      keys[index] = (bits[index] ?? 0) * size + index;
    }
    share(keys.sort(), size, steps);
    if (draw % piece === 0) yield;
  }
  return summed(steps, size, count);
}

/** The bits of numbers from 0 up, as whole numbers: they are in the same order. */
const bitsOf = (numbers: Float32Array): Uint32Array => new Uint32Array(numbers.buffer);

/** Adds one draw, sorted with the lowest first: each group of equals shares the ranks it takes. */
function share(keys: Float64Array, size: number, steps: Float64Array): void {
  const scoreAt = (place: number): number => Math.floor((keys[place] ?? 0) / size);
  for (let end = size; end > 0; ) {
    const score = scoreAt(end - 1);
    let start = end - 1;
    while (start > 0 && scoreAt(start - 1) === score) start--;
    const [each, first, after] = [1 / (end - start), (size - end) * size, (size - start) * size];
    for (let place = start; place < end; place++) {
      const index = (keys[place] ?? 0) - score * size;
      steps[first + index] = (steps[first + index] ?? 0) + each;
      steps[after + index] = (steps[after + index] ?? 0) - each;
    }
    end = start;
  }
}

/** From the changes between ranks to the chance of each, an item's side by side. */
function summed(steps: Float64Array, size: number, count: number): Float64Array {
  const chances = new Float64Array(size * size);
  for (let index = 0; index < size; index++) {
    let sum = 0;
    for (let rank = 0; rank < size; rank++) {
      sum += steps[rank * size + index] ?? 0;
      // Sums of thirds leave dust behind, which would read as a chance.
      chances[index * size + rank] = sum < 1e-6 ? 0 : sum / count;
    }
  }
  return chances;
}

function percentiles(draws: Draws): Pick<Outlook, 'p10' | 'p50' | 'p90'> {
  if (typeof draws === 'number') return { p10: draws, p50: draws, p90: draws };
  const sorted = draws.slice();
  // Whole numbers sort faster, as there is no NaN among them to look for.
  bitsOf(sorted).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

function chanceAbove(a: Draws | undefined, b: Draws | undefined): number {
  if (a === undefined || b === undefined) return 0.5;
  const count = typeof a === 'object' ? a.length : typeof b === 'object' ? b.length : 1;
  let above = 0;
  for (let draw = 0; draw < count; draw++) {
    const left = typeof a === 'number' ? a : (a[draw] ?? 0);
    const right = typeof b === 'number' ? b : (b[draw] ?? 0);
    above += left > right ? 1 : left === right ? 0.5 : 0;
  }
  return above / count;
}
