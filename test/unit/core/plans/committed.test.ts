/** The plan of an initiative, as it is kept where somebody commits to it. */
import assert from 'node:assert/strict';
import { planOf } from '../../../../src/core/plans/committed.ts';

describe('The plan of an initiative', () => {
  it('holds what somebody said, and is none where nobody said anything', () => {
    assert.equal(planOf({ status: 'building', rice: { effort: '?' } }), undefined);
    const plan = planOf({ rice: { effort: 3 }, issues: ['PAY-2'], slices: [{ title: 'Push' }] });
    assert.deepEqual(plan, { slices: [{ title: 'Push' }], issues: ['PAY-2'], effort: 3 });
  });
});
