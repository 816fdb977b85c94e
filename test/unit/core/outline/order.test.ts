/** The orders of the Sprint view: by key, by rank as one may see it, by how far an initiative is. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Order, ordered, orders } from '../../../../src/core/outline/order.ts';
import { sprintOutline } from '../../../../src/core/outline/sprint.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const rice = (score: number) => `rice: {reach: ${score}, impact: 1, confidence: 100, effort: 1}`;

const texts = {
  'initiatives/PAY-9.md': record(['title: Nine', 'status: shipped', rice(50)]),
  'initiatives/PAY-10.md': record(['title: Ten', 'status: building', rice(10)]),
  'initiatives/PAY-11.md': record(['title: Eleven', 'status: building']),
  'initiatives/PAY-2.md': record(['title: Two', 'status: idea', rice(50)]),
  'initiatives/PAY-3.md': record(['title: Three', 'status: dropped', 'kind: debt', rice(900)]),
};

const ids = (order: Order, me?: string, more = {}) => {
  const library = libraryOf({ ...texts, ...more });
  return ordered(library, library.ofKind('initiative'), order, me).map(({ id }) => id);
};

describe('Initiatives', () => {
  it('are counted as people count keys', () => {
    assert.deepEqual(ids('key'), ['PAY-2', 'PAY-3', 'PAY-9', 'PAY-10', 'PAY-11']);
  });

  it('stand by rank, equals by key, and last what has no rank: debt without a bridge, and what nobody scored', () => {
    assert.deepEqual(ids('rank'), ['PAY-2', 'PAY-9', 'PAY-10', 'PAY-3', 'PAY-11']);
  });

  it('stand by how far they are, what is being built first', () => {
    assert.deepEqual(ids('status'), ['PAY-10', 'PAY-11', 'PAY-2', 'PAY-9', 'PAY-3']);
  });

  it('tell nothing of estimates that one may not see yet', () => {
    const estimate = record([
      'initiative: PAY-11',
      'by: grace',
      'reach: 9000',
      'impact: 3',
      'confidence: 100',
      'effort: 1',
    ]);
    const more = {
      'because.yml': 'team:\n  members:\n    - {id: ada, role: engineer}\n    - {id: grace, role: engineer}\n',
      'estimates/PAY-11/grace.md': estimate,
    };
    assert.equal(ids('rank', 'ada', more).at(-1), 'PAY-11');
    assert.equal(ids('rank', 'grace', more)[0], 'PAY-11');
  });

  it('are the same whatever the order, within groups too', () => {
    void fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
        fc.constantFrom(...orders),
        fc.constantFrom('none', 'status', 'owner'),
        (numbers, order, grouping) => {
          const library = libraryOf(
            Object.fromEntries(
              numbers.map((n) => [
                `initiatives/K-${n}.md`,
                record([n % 2 ? 'status: building' : 'owner: ada', ...(n % 3 ? [rice(n)] : [])]),
              ]),
            ),
          );
          const { shown, rows } = sprintOutline(library, { scope: { kind: 'all' }, filter: '', grouping, order });
          const all = ordered(library, library.ofKind('initiative'), order, undefined);
          assert.deepEqual(all.map(({ id }) => id).sort(), numbers.map((n) => `K-${n}`).sort());
          assert.equal(shown, numbers.length);
          if (grouping === 'none')
            assert.deepEqual(
              rows.map(({ record }) => record?.id),
              all.map(({ id }) => id),
            );
        },
      ),
    );
  });
});
