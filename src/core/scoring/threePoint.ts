/** The three-point estimate of PERT: what a range comes to on average, and how wide it is. */
import type { Range } from './factors.ts';

/** Mean (low + 4·likely + high) ÷ 6, and standard deviation (high − low) ÷ 6, in the range's own unit. */
export function threePoint({ low, likely, high }: Range): { readonly mean: number; readonly sd: number } {
  return { mean: (low + 4 * likely + high) / 6, sd: (high - low) / 6 };
}
