/** The fewest changes that make one list into another. */

import { holds } from './sameness.ts';

export interface ListChange {
  readonly kind: 'insert' | 'remove' | 'replace';
  readonly index: number;
  readonly value: unknown;
}

/** Above this many comparisons, items are matched by position. */
const MOST_COMPARISONS = 40_000;

/** Changes from the last to the first, so that each one's index holds when its turn comes. */
export function listChanges(from: readonly unknown[], to: readonly unknown[]): ListChange[] {
  let start = 0;
  while (start < from.length && start < to.length && holds(from, start, to[start])) start += 1;
  let tail = 0;
  const most = Math.min(from.length, to.length) - start;
  while (tail < most && holds(from, from.length - 1 - tail, to.at(-1 - tail))) tail += 1;
  const between = (list: readonly unknown[]) => Array.from(list.keys()).slice(start, list.length - tail);
  const kept = keptPairs(between(from), between(to), (a, b) => holds(from, a, to[b]));
  const changes: ListChange[] = [];
  let [left, right] = [start, start];
  const ends = [...kept, [from.length - tail, to.length - tail] as const];
  for (const [a, b] of ends) {
    for (let index = left; index < Math.max(a, left + b - right); index += 1) {
      const value = to[right + index - left];
      const inOld = index < a;
      const inNew = index - left < b - right;
      if (inOld) changes.push({ kind: inNew ? 'replace' : 'remove', index, value });
      else changes.push({ kind: 'insert', index: a, value });
    }
    [left, right] = [a + 1, b + 1];
  }
  return changes.reverse();
}

/** The positions of a longest common subsequence, among these positions. */
function keptPairs(
  from: readonly number[],
  to: readonly number[],
  equals: (a: number, b: number) => boolean,
): [number, number][] {
  if (from.length === 0 || to.length === 0 || from.length * to.length > MOST_COMPARISONS) return [];
  const width = to.length + 1;
  const lengths = new Uint32Array((from.length + 1) * width);
  const at = (a: number, b: number) => lengths[a * width + b] ?? 0;
  const equal = from.map((item) => to.map((other) => equals(item, other)));
  for (let a = from.length - 1; a >= 0; a -= 1) {
    for (let b = to.length - 1; b >= 0; b -= 1) {
      lengths[a * width + b] = equal[a]?.[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [a, b] = [0, 0];
  while (a < from.length && b < to.length) {
    if (equal[a]?.[b]) pairs.push([from[a++] ?? 0, to[b++] ?? 0]);
    else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  }
  return pairs;
}
