/** How work grows with what it is given, by processor time: a busy machine changes little about it. */

/** How often each size is measured at least, and at most where the times do not say yet that the work is linear. */
const TRIES = { least: 5, most: 40 };

/** Microseconds below which a difference is chance. */
const CHANCE = 2_000;

/** Between linear with some noise, and quadratic. */
export const LINEAR = 9;

/**
 * The processor time of four times the size to that of the size, each the least of all tries: about 4 where work grows
 * with the size, 16 where it grows with its square. Whatever disturbs a try makes it longer, so more tries come closer.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  let [small, large] = [Infinity, Infinity];
  const ratio = () => large / Math.max(CHANCE, small);
  for (let tries = 1; tries <= TRIES.least || (tries <= TRIES.most && ratio() >= LINEAR); tries++) {
    small = Math.min(small, timeOf(work, size));
    large = Math.min(large, timeOf(work, 4 * size));
  }
  return ratio();
}

/** Microseconds of this thread alone: what the engine does beside it, such as collecting garbage, is not the work's. */
function timeOf(work: (size: number) => unknown, size: number): number {
  const before = process.threadCpuUsage();
  work(size);
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}
