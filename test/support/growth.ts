/** How work grows with what it is given, by processor time: a busy machine changes nothing about it. */

const TRIES = 5;

/** Microseconds below which a difference is chance. */
const CHANCE = 2_000;

/**
 * The processor time of four times the size to that of the size, each the least of a few tries: about 4 where work grows
 * with the size, 16 where it grows with its square.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  return (
    leastTime(() => work(4 * size)) /
    Math.max(
      CHANCE,
      leastTime(() => work(size)),
    )
  );
}

/** Between linear with some noise, and quadratic. */
export const LINEAR = 9;

function leastTime(work: () => unknown): number {
  const times = Array.from({ length: TRIES }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}
