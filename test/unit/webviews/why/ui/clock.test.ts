/** The clock of a walk-through: time goes to the initiative that is shown, and closing the window stops it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Clock, clockWords, counted, switched } from '../../../../../src/webviews/why/ui/clock.ts';

describe('The clock of a walk-through', () => {
  it('runs from one click to the next, for what is shown', () => {
    let clock: Clock = { spent: {} };
    clock = switched(clock, 'A', 1000);
    clock = counted(clock, 'A', 61_000);
    clock = counted(clock, 'B', 66_000);
    clock = switched(clock, 'B', 70_000);
    assert.deepEqual(clock, { spent: { A: 60_000, B: 9000 } });
    assert.deepEqual(counted(clock, 'A', 99_000), clock);
  });

  it('leaves out the time for which the window was closed, or the clock set back', () => {
    const running = { until: 1000, spent: { A: 5000 } };
    assert.deepEqual(counted(running, 'A', 3_600_000), { until: 3_600_000, spent: { A: 5000 } });
    assert.deepEqual(counted(running, 'A', 0), { until: 0, spent: { A: 5000 } });
  });

  it('counts the same however often it is drawn', () => {
    void fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 20 }), (gaps) => {
        let clock: Clock = switched({ spent: {} }, 'A', 0);
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          clock = counted(clock, 'A', now);
        }
        assert.equal(clock.spent.A ?? 0, now);
      }),
    );
  });

  it('reads as minutes and seconds', () => {
    assert.deepEqual([0, 9999, 247_000, 3_847_000].map(clockWords), ['0:00', '0:09', '4:07', '1:04:07']);
  });
});
