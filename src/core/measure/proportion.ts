/** Proportions: how sure a share is that was counted in a sample, and the difference between two of them. */

/** The normal quantile for 95%, both tails. */
const Z = 1.959963984540054;

/** Below so many, how many they were says more than a share in percent. */
export const FEW = 20;

/** How many of those who were counted. */
export interface Counted {
  readonly hits: number;
  readonly of: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95% limits of a share of which `hits` of `of` were counted, from 0 to 1; undefined where nobody was counted, or the
 * counts cannot be. Source: E. B. Wilson 1927, as in R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, method 3.
 */
export function wilson(hits: number, of: number): Interval | undefined {
  if (!(of > 0 && of <= Number.MAX_SAFE_INTEGER && hits >= 0 && hits <= of)) return undefined;
  const share = hits / of;
  const middle = 2 * hits + Z * Z;
  const reach = Z * Math.sqrt(Z * Z + 4 * hits * (1 - share));
  const size = 2 * (of + Z * Z);
  return { low: hits === 0 ? 0 : (middle - reach) / size, high: hits === of ? 1 : (middle + reach) / size };
}

/**
 * The 95% limits of the share `one` less the share `other`, from −1 to 1, of two groups of different people; undefined where
 * one of them has no limits. Source: R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10.
 */
export function newcombe(one: Counted, other: Counted): Interval | undefined {
  const [first, second] = [wilson(one.hits, one.of), wilson(other.hits, other.of)];
  if (!first || !second) return undefined;
  const [p, q] = [one.hits / one.of, other.hits / other.of];
  return {
    low: p - q - Math.hypot(p - first.low, second.high - q),
    high: p - q + Math.hypot(first.high - p, q - second.low),
  };
}
