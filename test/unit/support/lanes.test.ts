/** What is not whole beside others is run once more, alone. */
import * as assert from 'node:assert/strict';
import { inLanes, inLanesOrAlone, type Run } from '../../support/lanes.ts';
import type { Counts } from '../../support/mocha.ts';

const whole: Counts = { found: 2, ran: 2, passed: 2, failed: 0, again: 0 };
const broken: Counts = { found: 2, ran: 2, passed: 1, failed: 1, again: 0 };
const cutOff: Counts = { found: 2, ran: 1, passed: 1, failed: 0, again: 0 };

/** Without a stack, which would read like a failure of this test. */
const breaksOff = Object.assign(new Error(), { stack: 'broke off' });

describe('runs side by side', () => {
  let now = 0;
  let most: number[];

  beforeEach(() => {
    now = 0;
    most = [];
  });

  /** A run that ends so, one time after the other. */
  const run = (name: string, ...ends: readonly (Counts | Error)[]): Run => {
    let time = 0;
    return {
      name,
      async start() {
        now++;
        most.push(now);
        const end = ends[time++] ?? assert.fail(`${name} runs once too often.`);
        await new Promise(setImmediate);
        now--;
        if (end instanceof Error) throw end;
        return end;
      },
    };
  };

  it('add up, and one that breaks off is a failure', async () => {
    const counts = await inLanes([run('a', whole), run('b', broken), run('c', breaksOff)], 2);
    assert.deepEqual(counts, { found: 4, ran: 4, passed: 3, failed: 2, again: 0 });
  });

  it('are run once more alone where they are not whole, and count as they ended then', async () => {
    const counts = await inLanesOrAlone(
      [run('a', whole), run('b', broken, whole), run('c', cutOff, whole), run('d', breaksOff, whole)],
      2,
    );
    assert.deepEqual(counts, { found: 8, ran: 8, passed: 8, failed: 0, again: 3 });
    assert.deepEqual(most.slice(-3), [1, 1, 1]);
    assert.equal(Math.max(...most), 2);
  });

  it('fail where they fail twice', async () => {
    const counts = await inLanesOrAlone([run('a', broken, broken), run('b', cutOff, cutOff)], 2);
    assert.deepEqual(counts, { found: 4, ran: 3, passed: 2, failed: 1, again: 2 });
  });
});
