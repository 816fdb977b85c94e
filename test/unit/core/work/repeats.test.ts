/** What a message says of the commits it takes back or repeats. */
import * as assert from 'node:assert/strict';
import { isRevert, ownWords, repeatsIn } from '../../../../src/core/work/repeats.ts';

const hash = '3f2a91c0'.repeat(5);
const other = '0b1c2d3e'.repeat(5);

describe('What a commit takes back or repeats', () => {
  it('is what git writes for a revert, of a merge too', () => {
    const plain = `Revert "PAY-7 Climb"\r\n\r\nThis reverts commit ${hash}.\r\n`;
    assert.deepEqual(repeatsIn(plain), { title: 'PAY-7 Climb', reverted: hash, pullRequest: undefined, picked: [] });
    const merge = `Revert "Merge branch 'late'"\n\nThis reverts commit ${hash}, reversing\nchanges made to ${other}.\n`;
    assert.equal(repeatsIn(merge).reverted, hash);
    assert.equal(repeatsIn(`Reapply "PAY-7 Climb"\n\nThis reverts commit ${hash}.`).title, 'PAY-7 Climb');
  });

  it('is what hosts write for a reverted pull request', () => {
    assert.deepEqual(repeatsIn('Revert "Climb (#12)" (#13)\n\nReverts relay/app#12'), {
      title: 'Climb (#12)',
      reverted: undefined,
      pullRequest: 12,
      picked: [],
    });
    assert.equal(repeatsIn('Revert "Climb"\n\nThis reverts merge request relay/app!12').pullRequest, 12);
  });

  it('is where a commit was picked from, the last one first', () => {
    const message = `Climb\n\n(cherry picked from commit ${hash})\n(cherry picked from commit ${other})\n`;
    assert.deepEqual(repeatsIn(message).picked, [other, hash]);
  });

  it('is nothing for other messages', () => {
    for (const message of ['', 'Climb', 'Revert the pager', 'See how this reverts commit history', 'Reverts nothing']) {
      assert.ok(!isRevert(repeatsIn(message)), message);
    }
  });

  it('leaves what a revert says itself', () => {
    const message = `Revert "PAY-7 Climb"\n\nThis reverts commit ${hash}.\n\nPAY-9 fell over.`;
    assert.doesNotMatch(ownWords(message), /PAY-7/);
    assert.match(ownWords(message), /PAY-9/);
    assert.equal(ownWords('PAY-7 Climb\n\nMore'), 'PAY-7 Climb\n\nMore');
  });
});
