/** How a plan differs from the one before: gross, so that a swap does not look like nothing. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Plan, planDifference, shareAdded, sizeOf } from '../../../../src/core/scoring/plan.ts';

const slices = (...efforts: readonly (number | undefined)[]) =>
  efforts.map((effort, at) => ({ title: `Slice ${at}`, ...(effort !== undefined && { effort }) }));

describe('A plan that changed', () => {
  it('tells what came and what went, and hides no swap', () => {
    const before = {
      slices: [
        { title: 'A', effort: 2 },
        { title: 'B', effort: 3 },
      ],
    };
    const after = {
      slices: [
        { title: 'A', effort: 2 },
        { title: 'C', effort: 3 },
      ],
    };
    const difference = planDifference(before, after);
    assert.deepEqual(difference?.amount, { measure: 'effort', added: 3, removed: 3 });
    assert.deepEqual([difference?.added, difference?.removed], [['C'], ['B']]);
  });

  it('is counted in effort where slices say it, else in the effort of the whole, else in slices, else in issues', () => {
    const amount = (before: Plan, after: Plan) => planDifference(before, after)?.amount;
    assert.deepEqual(amount({ slices: slices(1, 2) }, { slices: slices(2, 2) }), {
      ...{ measure: 'effort', added: 1, removed: 0 },
    });
    assert.deepEqual(amount({ effort: 3, slices: slices(1, 2) }, { effort: 5, slices: slices(1, 2) }), {
      ...{ measure: 'effort', added: 2, removed: 0 },
    });
    assert.deepEqual(amount({ effort: 6 }, { effort: 4.5 }), { measure: 'effort', added: 0, removed: 1.5 });
    const counted = amount(
      { effort: 6, slices: slices(undefined) },
      { effort: 6, slices: slices(undefined, undefined) },
    );
    assert.deepEqual(counted, { measure: 'slices', added: 1, removed: 0 });
    assert.deepEqual(amount({ issues: ['A-1', 'A-2'] }, { issues: ['A-2', 'A-3', 'A-4'] }), {
      ...{ measure: 'issues', added: 2, removed: 1 },
    });
  });

  it('may have moved alone', () => {
    const moved = planDifference({ appetite: '2 weeks', due: '2026-12-11' }, { appetite: '3 weeks' });
    assert.deepEqual(
      [moved?.amount, moved?.appetite, moved?.due],
      [undefined, { from: '2 weeks', to: '3 weeks' }, { from: '2026-12-11', to: undefined }],
    );
  });

  it('has 20% more where 3 came to 15; of nothing there is no share', () => {
    assert.equal(shareAdded(3, 15), 0.2);
    assert.equal(shareAdded(3, 0), undefined);
    assert.equal(shareAdded(3, undefined), undefined);
    assert.equal(sizeOf({ slices: slices(10, 5) }, 'effort'), 15);
  });

  const plans = fc.record(
    {
      slices: fc.uniqueArray(
        fc.record({ title: fc.constantFrom(...'ABCDEF'), effort: fc.integer({ min: 1, max: 9 }) }),
        { selector: ({ title }) => title },
      ),
      issues: fc.uniqueArray(fc.constantFrom('P-1', 'P-2', 'P-3')),
      effort: fc.integer({ min: 1, max: 30 }),
      appetite: fc.constantFrom('1 week', '2 weeks'),
      due: fc.constantFrom('2026-12-11', '2026-12-18'),
    },
    { requiredKeys: [] },
  );

  it('differs from itself in nothing', () => {
    fc.assert(fc.property(plans, (plan) => assert.equal(planDifference(plan, structuredClone(plan)), undefined)));
  });

  it('gives back what was taken where it is turned around', () => {
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        const there = planDifference(before, after);
        const back = planDifference(after, before);
        assert.equal(there === undefined, back === undefined);
        assert.deepEqual(there?.added, back?.removed);
        assert.deepEqual(there?.amount?.added, back?.amount?.removed);
        assert.equal(there?.amount?.measure, back?.amount?.measure);
      }),
    );
  });

  it('is as much larger as came more than went', () => {
    const swapped = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(swapped, { minLength: 1 }), (pairs) => {
        const [before, after] = [0, 1].map((at) => ({ slices: slices(...pairs.map((pair) => pair[at])) }));
        assert.ok(before && after);
        const { added = 0, removed = 0 } = planDifference(before, after)?.amount ?? {};
        assert.equal(added - removed, (sizeOf(after, 'effort') ?? 0) - (sizeOf(before, 'effort') ?? 0));
      }),
    );
  });
});
