/** A scope's choice as it comes back from where it was kept. */
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { choiceIn } from '../../../../src/core/outline/scope.ts';

describe('A choice that was kept', () => {
  it('comes back as it was, without what else is there', () => {
    for (const choice of [
      { kind: 'current' },
      { kind: 'all' },
      { kind: 'sprint', id: 's1' },
      { kind: 'quarter', quarter: '2026-Q4' },
    ]) {
      assert.deepEqual(choiceIn({ ...choice, more: 1 }), choice);
    }
  });

  it('is none where it makes no sense', () => {
    for (const kept of [undefined, null, 'all', 7, [], {}, { kind: 'sprint' }, { kind: 'quarter', quarter: 4 }]) {
      assert.equal(choiceIn(kept), undefined);
    }
    const every = fc.property(fc.anything(), (kept) => {
      const choice = choiceIn(kept);
      assert.ok(choice === undefined || ['current', 'all', 'sprint', 'quarter'].includes(choice.kind));
    });
    void fc.assert(every);
  });
});
