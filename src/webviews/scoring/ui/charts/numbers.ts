/** Numbers in charts: chances, and the axes that hold them. */

/** A chance from 0 to 1: `34%`, `<1%` and `>99%` where rounding would say never or always. */
export function percent(chance: number): string {
  if (chance > 0 && chance < 0.01) return '<1%';
  if (chance > 0.99 && chance < 1) return '>99%';
  return `${Math.round(chance * 100)}%`;
}

export interface Axis {
  readonly type: 'linear' | 'log' | 'sqrt';
  readonly domain: [number, number];
}

/** How often the largest may hold the smallest before the small ones would lie on top of each other. */
const WIDE = 20;

/** An axis on which all these values can be told apart: logarithmic for wide ones, and never for zero. */
export function axisOf(values: readonly number[]): Axis {
  const known = values.filter(Number.isFinite);
  const max = Math.max(...known, 0);
  if (max <= 0) return { type: 'linear', domain: [0, 1] };
  const min = Math.min(...known);
  if (max / Math.max(min, Number.MIN_VALUE) <= WIDE) return { type: 'linear', domain: [0, max * 1.08] };
  // A few tiny lows would push everything else into a corner: the axis ends a thousandth below the top at the lowest.
  const floor = Math.max(min, max / 1e6);
  return min > 0 ? { type: 'log', domain: [floor / 1.25, max * 1.25] } : { type: 'sqrt', domain: [0, max * 1.08] };
}

/**
 * Where an axis is marked: on a logarithmic one at 1, 2 and 5 of each power of ten, or at powers alone where that would be too
 * many. On other axes the drawing finds its own round numbers: it is told how many.
 */
export function ticksOf({ type, domain: [low, high] }: Axis, most: number): number | number[] {
  if (type !== 'log') return Math.max(2, Math.round(most));
  const powers = Array.from({ length: 24 }, (_, index) => index - 12);
  const ladder = (steps: readonly number[]): number[] =>
    powers.flatMap((power) => steps.map((step) => step * 10 ** power)).filter((tick) => tick >= low && tick <= high);
  const finest = [[1, 2, 5], [1, 3], [1]].map(ladder).find((ticks) => ticks.length <= most);
  return finest ?? ladder([1]).filter((_, index, all) => index % Math.ceil(all.length / most) === 0);
}
