/** The board's protocol says of items and details exactly what core/scoring says. */
import * as assert from 'node:assert/strict';
import type * as z from 'zod/mini';
import type { Scope } from '../../../../src/core/library/query.ts';
import { type Detail, detail } from '../../../../src/core/scoring/detail.ts';
import { type Item, item, type Scales, type scales } from '../../../../src/core/scoring/item.ts';
import type { scope } from '../../../../src/webviews/scoring/protocol.ts';

/** The type without `readonly`, all the way down: schemas and interfaces differ in nothing else. */
type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;

/** Whether two types are the same, optional fields included, and not only assignable to each other. */
type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

const agreement: {
  readonly item: Same<z.output<typeof item>, Item>;
  readonly detail: Same<z.output<typeof detail>, Detail>;
  readonly scales: Same<z.output<typeof scales>, Scales>;
  readonly scope: Same<z.output<typeof scope>, Scope>;
} = { item: true, detail: true, scales: true, scope: true };

const fullItem: Item = {
  id: 'PAY-142',
  title: 'Urgent updates',
  kind: 'debt',
  status: 'idea',
  sprints: ['2026-23'],
  agreed: { reach: 450 },
  bridge: { saved: 2 },
  round: { number: 1, revealed: false, given: 2, mine: true },
  voices: [{ by: 'ada', guesses: { reach: 400, effort: { low: 1, likely: 2, high: 6 }, impact: '?' } }],
  suggested: { confidence: 80, evidenced: ['reach'] },
  openChallenges: 0,
  openObjections: 1,
  risks: [{ id: 'ri-1', title: 'Slow', open: true, answered: false }],
  evidence: { customers: 1, supports: 1, contradicts: 0 },
  missing: ['estimates'],
};

const emptyDetail: Detail = {
  id: 'PAY-142',
  problems: [],
  slices: [],
  estimates: [],
  givers: [],
  challenges: [],
  objections: [],
  evidence: [],
  history: [],
};

describe('the protocol of the scoring board', () => {
  it('has the types of core/scoring, checked when types are', () => {
    assert.deepEqual(Object.values(agreement), [true, true, true, true]);
  });

  it('lets items and details through as they are', () => {
    assert.deepEqual(item.parse(fullItem), fullItem);
    assert.deepEqual(detail.parse(emptyDetail), emptyDetail);
  });

  it('lets nothing through that is not in the interface', () => {
    assert.deepEqual(item.parse({ ...fullItem, hidden: 7 }), fullItem);
  });

  it('lets no number through that is none', () => {
    for (const given of [Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.equal(item.safeParse({ ...fullItem, agreed: { reach: given } }).success, false);
    }
  });
});
