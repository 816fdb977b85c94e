/**
 * Secrets split into shares: any `least` of them give the secret, and fewer give nothing, whoever holds them (Shamir, How to
 * share a secret, 1979). Shares of several secrets add up to shares of the secrets' sum.
 */
import { Field } from '@noble/curves/abstract/modular.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { shake256 } from '@noble/hashes/sha3.js';
import { randomBytes } from '@noble/hashes/utils.js';

/** What shares are computed in: the numbers below a prime. */
export type PrimeField = ReturnType<typeof Field>;

/** A secret or a share, element by element. */
export type Vector = readonly bigint[];

/** The prime 2^255 − 19. */
export const field: PrimeField = Field(2n ** 255n - 19n);

/** Bytes of a seed, which a share of any length comes of. */
export const SEED = 32;

/** Twice as many bytes as an element has: what is left of them below the prime has no bias that could be seen. */
const DRAWN = 64;

/** The vector that a seed stands for: nobody who does not know the seed can tell it from a random one. */
export function grown(seed: Uint8Array, length: number): Vector {
  const bytes = shake256(seed, { dkLen: DRAWN * length });
  return Array.from({ length }, (_, at) => field.create(bytesToNumberLE(bytes.subarray(at * DRAWN, (at + 1) * DRAWN))));
}

interface Splitting {
  /** How many shares there are. */
  readonly shares: number;
  /** How many of them give the secret. */
  readonly least: number;
}

/** A share, or the seed it comes of, which takes less room. */
export type SplitShare = { readonly seed: Uint8Array } | { readonly vector: Vector };

/** The shares of a secret, in order: the first belongs to 1, the second to 2, and so on. */
export function split(secret: Vector, { shares, least }: Splitting): readonly SplitShare[] {
  const seeds = Array.from({ length: Math.min(shares, least - 1) }, () => ({ seed: randomBytes(SEED) }));
  const random = seeds.map(({ seed }) => grown(seed, secret.length));
  const others = completed(secret, random, shares).map((vector) => ({ vector }));
  return [...seeds, ...others];
}

/**
 * The shares that belong to a secret and to the first shares, which may be anything: all lie, element by element, on a
 * polynomial whose value at 0 is the secret. Where the first ones are random, any as many shares are, whatever the secret.
 */
export function completed(secret: Vector, first: readonly Vector[], shares: number, within = field): readonly Vector[] {
  const known: Shares = new Map([secret, ...first].map((vector, at) => [at, vector]));
  return Array.from({ length: Math.max(0, shares - first.length) }, (_, at) =>
    between(known, first.length + 1 + at, within),
  );
}

/** What some vectors of one length add up to; of none, nothing. */
export const summed = (vectors: readonly Vector[], within = field): Vector =>
  (vectors[0] ?? []).map((_, at) => vectors.reduce((sum, vector) => within.add(sum, vector[at] ?? 0n), within.ZERO));

/** Shares by the number they belong to. */
export type Shares = ReadonlyMap<number, Vector>;

/** The secret that the shares give; with fewer than `least` of them, something that has nothing to do with it. */
export const combined = (shares: Shares, within = field): Vector => between(shares, 0, within);

/** The vector at a place, of the polynomials of the lowest degree through all shares (Lagrange). */
function between(shares: Shares, place: number, within: PrimeField): Vector {
  const numbers = [...shares.keys()].map(BigInt);
  const wanted = BigInt(place);
  /** The differences of a number from all others but one, multiplied. */
  const apartFrom = (number: bigint, but: bigint): bigint =>
    numbers
      .filter((other) => other !== but)
      .reduce((product, other) => within.mul(product, within.sub(number, other)), within.ONE);
  const inverses = within.invertBatch(numbers.map((number) => apartFrom(number, number)));
  const weighted = [...shares.values()].map((vector, at) => {
    const number = numbers[at] ?? within.ZERO;
    const weight = within.mul(apartFrom(wanted, number), inverses[at] ?? within.ZERO);
    return vector.map((element) => within.mul(element, weight));
  });
  return summed(weighted, within);
}

/** Whether shares fit together: `least` of them tell what all the others are. One that was made up does not. */
export function agree(shares: Shares, least: number): boolean {
  const lengths = new Set([...shares.values()].map((vector) => vector.length));
  return lengths.size <= 1 && fitTogether(blended(shares), least);
}

/**
 * Each share as one element: a sum of its elements with random weights, which nobody knows while shares are made up. These
 * fit together where the shares do, and else once in 2^255 cases. Whether long shares fit is known as soon as that of short ones.
 */
function blended(shares: Shares): Shares {
  const longest = Math.max(0, ...[...shares.values()].map((vector) => vector.length));
  const weights = grown(randomBytes(SEED), longest);
  const blend = (vector: Vector): bigint =>
    vector.reduce((sum, element, at) => field.add(sum, field.mul(element, weights[at] ?? field.ZERO)), field.ZERO);
  return new Map([...shares].map(([at, vector]) => [at, [blend(vector)]]));
}

/** The same of shares of one element. */
function fitTogether(shares: Shares, least: number): boolean {
  const some = new Map([...shares].slice(0, least));
  return [...shares].slice(least).every(([at, [element]]) => between(some, at, field)[0] === element);
}

/**
 * The number whose share does not fit the others. Undefined where all fit, and where nobody can tell which does not: that
 * takes two shares more than give the secret.
 */
export function oddOneOut(shares: Shares, least: number): number | undefined {
  if (shares.size < least + 2) return undefined;
  const elements = blended(shares);
  if (fitTogether(elements, least)) return undefined;
  return [...elements.keys()].find((at) =>
    fitTogether(new Map([...elements].filter(([other]) => other !== at)), least),
  );
}
