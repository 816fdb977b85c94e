/** Shares of secrets: any enough of them give the sum, and one fewer gives nothing, seen in every case of a small field. */
import * as assert from 'node:assert/strict';
import { Field } from '@noble/curves/abstract/modular.js';
import fc from 'fast-check';
import {
  agree,
  combined,
  completed,
  field,
  grown,
  oddOneOut,
  SEED,
  type Shares,
  split,
  summed,
  type Vector,
} from '../../../../src/core/ballots/shares.ts';

/** Some of the shares, by the numbers they belong to. */
const those = (shares: readonly Vector[], numbers: readonly number[]): Shares =>
  new Map(numbers.map((number) => [number, shares[number - 1] ?? assert.fail()]));

/** The shares of a secret, whatever form they are given in. */
const sharesOf = (secret: Vector, how: Parameters<typeof split>[1]): readonly Vector[] =>
  split(secret, how).map((one) => ('vector' in one ? one.vector : grown(one.seed, secret.length)));

/** Every way to take so many of the numbers from 1 on. */
function subsets(of: number, size: number, from = 1): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, of - from + 1) }, (_, at) => from + at).flatMap((first) =>
    subsets(of, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

const splitting = fc
  .integer({ min: 3, max: 9 })
  .chain((shares) => fc.record({ shares: fc.constant(shares), least: fc.integer({ min: 2, max: shares }) }));

const secret = (length: number) =>
  fc.array(fc.bigInt({ min: 0n, max: field.ORDER - 1n }), { minLength: length, maxLength: length });

describe('Shares', () => {
  it('give, any enough of them, the sum of all secrets', () => {
    fc.assert(
      fc.property(splitting, fc.array(secret(3), { minLength: 1, maxLength: 5 }), fc.nat(), (how, secrets, choice) => {
        const all = secrets.map((one) => sharesOf(one, how));
        const sums = Array.from({ length: how.shares }, (_, at) => summed(all.map((one) => one[at] ?? [])));
        const choices = subsets(how.shares, how.least);
        const chosen = choices[choice % choices.length] ?? assert.fail();
        assert.deepEqual(combined(those(sums, chosen)), summed(secrets));
        assert.ok(
          agree(
            those(
              sums,
              Array.from({ length: how.shares }, (_, at) => at + 1),
            ),
            how.least,
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('give nothing where there is one too few: whatever the secret, every view of them is equally likely', () => {
    const within = Field(7n);
    const numbers = [0n, 1n, 2n, 3n, 4n, 5n, 6n];
    const how = { shares: 4, least: 3 };
    const seen = subsets(how.shares, how.least - 1).map((holders) =>
      numbers.map((value) => {
        const views = numbers.flatMap((first) =>
          numbers.map((second) => {
            const free = [[first], [second]];
            const shares = [...free, ...completed([value], free, how.shares, within)];
            return [...those(shares, holders).values()].join();
          }),
        );
        return views.sort();
      }),
    );
    for (const views of seen) {
      // All 49 pairs of elements, each once, and so for every secret alike.
      assert.equal(new Set(views[0]).size, 49);
      for (const view of views) assert.deepEqual(view, views[0]);
    }
  });

  it('give nothing of one secret beside the sum of all shares, but what all secrets add up to', () => {
    const within = Field(5n);
    const numbers = [0n, 1n, 2n, 3n, 4n];
    const how = { shares: 4, least: 3 };
    const pairs = numbers.flatMap((first) => numbers.map((second) => [first, second]));
    const every = (value: bigint) =>
      pairs.map((free) => {
        const first = free.map((one) => [one]);
        return [...first, ...completed([value], first, how.shares, within)];
      });
    /** What two people who keep their shares to themselves see of two secrets, in all cases. */
    const seenOf = (secrets: readonly [bigint, bigint], holders: readonly number[]) =>
      every(secrets[0])
        .flatMap((one) =>
          every(secrets[1]).map((other) => {
            const sums = one.map((share, at) => summed([share, other[at] ?? []], within));
            return [one, other]
              .map((shares) => [...those(shares, holders).values()].join())
              .concat(sums.join())
              .join(';');
          }),
        )
        .sort();
    for (const holders of subsets(how.shares, how.least - 1)) {
      const [first, ...others] = numbers.map((value) => seenOf([value, within.sub(3n, value)], holders));
      for (const other of others) assert.deepEqual(other, first);
      // Another sum is seen.
      assert.notDeepEqual(seenOf([1n, 1n], holders), first);
    }
  });

  it('do not give the secret where there is one too few', () => {
    fc.assert(
      fc.property(splitting, secret(1), (how, one) => {
        const shares = sharesOf(one, how);
        const few = Array.from({ length: how.least - 1 }, (_, at) => at + 1);
        // By chance once in 2^255 cases.
        assert.notDeepEqual(combined(those(shares, few)), one);
      }),
      { numRuns: 30 },
    );
  });

  it('show which of them was made up, where there are two more than enough', () => {
    const all = [1, 2, 3, 4, 5];
    const shares = sharesOf([1n, 2n], { shares: 5, least: 3 });
    for (const liar of all) {
      const told = new Map(those(shares, all)).set(liar, [1n, 1n]);
      assert.equal(oddOneOut(told, 3), liar);
      const four = all.filter((one) => one !== (liar % 5) + 1);
      const fewer = new Map([...told].filter(([at]) => four.includes(at)));
      assert.deepEqual([agree(fewer, 3), oddOneOut(fewer, 3)], [false, undefined]);
    }
    assert.equal(oddOneOut(those(shares, all), 3), undefined);
  });

  it('agree only where they have one length', () => {
    const shares = sharesOf([1n, 2n], { shares: 4, least: 3 });
    assert.equal(agree(new Map(those(shares, [1, 2, 3])).set(4, [1n]), 3), false);
    assert.deepEqual(summed([]), []);
  });

  it('come of seeds nobody could guess, but for so many as the secret needs', () => {
    const given = split([5n, 6n], { shares: 7, least: 4 });
    assert.deepEqual(
      given.map((one) => ('seed' in one ? one.seed.length : one.vector.length)),
      [SEED, SEED, SEED, 2, 2, 2, 2],
    );
    const seeds = Array.from({ length: 50 }, () => split([0n], { shares: 3, least: 3 })[0] ?? assert.fail());
    assert.equal(new Set(seeds.map((one) => ('seed' in one ? one.seed.join() : ''))).size, 50);
    const grownOnce = grown(new Uint8Array(SEED), 200);
    assert.deepEqual(grown(new Uint8Array(SEED), 200), grownOnce);
    assert.equal(new Set(grownOnce).size, 200);
    assert.ok(grownOnce.some((one) => one > field.ORDER / 2n) && grownOnce.every((one) => one < field.ORDER));
  });
});
