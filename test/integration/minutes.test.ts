/** The clock of what tells how long somebody waits: it goes while that is seen, and stands otherwise. */
import * as assert from 'node:assert/strict';
import { Minutes } from '../../src/editor/workspace/minutes.ts';
import { replace } from './work/screen.ts';

describe('the clock of minutes', () => {
  const going = new Map<object, { tick: () => void; milliseconds: number }>();
  let restores: readonly (() => void)[];

  beforeEach(() => {
    going.clear();
    const set = (tick: () => void, milliseconds: number) => {
      const timer = {};
      going.set(timer, { tick, milliseconds });
      return timer;
    };
    restores = [
      replace(globalThis, 'setInterval', set as unknown as typeof setInterval),
      replace(globalThis, 'clearInterval', ((timer: object) => void going.delete(timer)) as typeof clearInterval),
    ];
  });

  afterEach(() => {
    for (const restore of restores) restore();
  });

  it('goes while it is wanted, as one clock, and stands while nobody looks', () => {
    let ticks = 0;
    const minutes = new Minutes(() => ticks++);
    assert.equal(going.size, 0);
    minutes.go(true);
    minutes.go(true);
    const [clock, ...others] = going.values();
    assert.deepEqual([clock?.milliseconds, others.length], [60_000, 0]);
    clock?.tick();
    assert.equal(ticks, 1);
    minutes.go(false);
    assert.equal(going.size, 0);
    minutes.go(true);
    minutes.dispose();
    assert.equal(going.size, 0);
  });
});
