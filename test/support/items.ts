/** Items of the scoring board for tests: made by hand, or by fast-check. */
import fc from 'fast-check';
import { bounds, type Factor, factors, type Guess, type Numbers } from '../../src/core/scoring/factors.ts';
import type { Item, Scales, Voice } from '../../src/core/scoring/item.ts';

export const scales: Scales = { reachUnit: 'customers', effortUnit: 'person-weeks', period: 'quarter' };

/** An item that says nothing but what is given. */
export function itemOf(id: string, given: Partial<Item> = {}): Item {
  return {
    id,
    title: id,
    kind: 'feature',
    status: 'candidate',
    sprints: [],
    agreed: {},
    round: { number: 1, revealed: true, given: 0, mine: false },
    voices: [],
    suggested: { confidence: 50, evidenced: [] },
    openChallenges: 0,
    openObjections: 0,
    risks: [],
    evidence: { customers: 0, supports: 0, contradicts: 0 },
    missing: [],
    ...given,
  };
}

/** An item with agreed numbers: reach, impact, confidence, effort. */
export function agreedItem(id: string, ...[reach, impact, confidence, effort]: readonly number[]): Item {
  return itemOf(id, { agreed: { reach, impact, confidence, effort } });
}

/** Voices that each guess one factor. */
export const voicesFor = (factor: Factor, ...guesses: readonly Guess[]): readonly Voice[] =>
  guesses.map((guess, index) => ({ by: `engineer-${index}`, guesses: { [factor]: guess } }));

/** A number a factor may be, often one at its ends. */
export function numberFor(factor: Factor): fc.Arbitrary<number> {
  const { min, max } = bounds[factor];
  return fc.oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(min, max), fc.integer({ min: 1, max: 100 }));
}

export function guessFor(factor: Factor): fc.Arbitrary<Guess> {
  const range = fc.tuple(numberFor(factor), numberFor(factor), numberFor(factor)).map((points) => {
    const [low = 1, likely = 1, high = 1] = points.sort((a, b) => a - b);
    return { low, likely, high };
  });
  return fc.oneof(numberFor(factor), range, fc.constant('?' as const));
}

/** For each factor something or nothing. */
function perFactor<T>(make: (factor: Factor) => fc.Arbitrary<T>): fc.Arbitrary<{ readonly [F in Factor]?: T }> {
  const fields = Object.fromEntries(factors.map((factor) => [factor, make(factor)])) as Record<Factor, fc.Arbitrary<T>>;
  return fc.record(fields, { requiredKeys: [] });
}

const voices = fc
  .array(perFactor(guessFor), { maxLength: 4 })
  .map((all) => all.map((guesses, index): Voice => ({ by: `engineer-${index}`, guesses })));

const given = fc.record({
  agreed: perFactor(numberFor) as fc.Arbitrary<Numbers>,
  voices,
  kind: fc.constantFrom('feature' as const, 'debt' as const),
  bridge: fc.option(
    fc.record(
      { customers: numberFor('reach'), saved: fc.double({ min: 0, max: 1e5, noNaN: true }) },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
});

/** Any items, with ids of their own. */
export const anyItems: fc.Arbitrary<readonly Item[]> = fc
  .array(given, { maxLength: 8 })
  .map((all) => all.map((each, index) => itemOf(`PAY-${index}`, each)));

/** Items that all have a score. */
export const scoredItems: fc.Arbitrary<readonly Item[]> = fc
  .array(fc.record({ ...Object.fromEntries(factors.map((factor) => [factor, numberFor(factor)])) }), { maxLength: 12 })
  .map((all) => all.map((agreed, index) => itemOf(`PAY-${index}`, { agreed })));
