/** Answers in stages: what is known is shown while the rest takes its time. */
import * as assert from 'node:assert/strict';
import { lastOf } from '../../../../src/editor/work/inStages.ts';

describe('An answer in stages', () => {
  it('is the last one, and nothing else is shown where it comes at once', async () => {
    const shown: number[] = [];
    async function* answers() {
      yield 1;
      yield 2;
    }
    assert.equal(await lastOf(answers(), async (known) => void shown.push(known)), 2);
    assert.deepEqual(shown, []);
  });

  it('shows what is known where the rest is late, and then gives the rest', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    async function* answers() {
      yield 1;
      // Comes only once the first was shown.
      await promise;
      yield 2;
    }
    const shown: number[] = [];
    const last = await lastOf(answers(), async (known) => {
      shown.push(known);
      resolve();
    });
    assert.deepEqual([last, shown], [2, [1]]);
  });

  it('fails as its last part does', async () => {
    async function* answers() {
      yield 1;
      throw new Error('late');
    }
    await assert.rejects(lastOf(answers()), /late/);
  });
});
