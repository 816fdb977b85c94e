/** Comments in a sum of vectors: all that lie somewhere alone are read, and nothing tells whose they are. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { commentsIn, fitsIn, LONGEST, lengthFor, withComment } from '../../../../src/core/ballots/comments.ts';
import { field, summed } from '../../../../src/core/ballots/shares.ts';

const sumOf = (comments: readonly string[], people = comments.length) =>
  summed(comments.map((comment) => withComment(comment, people)));

describe('Comments in a sum', () => {
  it('are read, whoever wrote none, and in an order that tells nothing', () => {
    const comments = ['Zeal', '', 'Überall — mehr', '', 'Ask more'];
    // In a few of a thousand sums two comments hide each other; then they are counted.
    const read = Array.from({ length: 20 }, () => commentsIn(sumOf(comments), 5));
    assert.ok(read.some(({ comments: all }) => all.join('|') === 'Ask more|Zeal|Überall — mehr'));
    for (const { comments: all, unreadable } of read) assert.equal(all.length + unreadable, 3);
  });

  it('are each read once or counted, never changed or made up', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .string({ unit: 'grapheme', maxLength: 60 })
            .filter((text) => fitsIn(text) && !text.includes('\0') && text.isWellFormed()),
          { minLength: 3, maxLength: 12 },
        ),
        (comments) => {
          const { comments: read, unreadable } = commentsIn(sumOf(comments), comments.length);
          const left = comments.filter((text) => text !== '');
          for (const text of read) assert.ok(left.splice(left.indexOf(text), 1)[0] === text);
          assert.equal(left.length, unreadable);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are lost in less than one of twenty sums, where everybody writes', () => {
    let lost = 0;
    for (let round = 0; round < 200; round++) {
      const comments = Array.from({ length: 7 }, (_, at) => `${round} ${at}`);
      if (commentsIn(sumOf(comments), 7).unreadable > 0) lost++;
    }
    // About 1 in 50; that 200 sums lose more than 20 happens never.
    assert.ok(lost <= 20, `${lost} of 200`);
  });

  it('are as long as they may be, and no longer', () => {
    const longest = 'é'.repeat(Math.floor(LONGEST / 2));
    assert.deepEqual(commentsIn(withComment(longest, 3), 3).comments, [longest]);
    assert.deepEqual([fitsIn(longest), fitsIn(`${longest}éé`)], [true, false]);
    assert.throws(() => withComment('x'.repeat(LONGEST + 1), 3), RangeError);
    // Every character is kept, even one that some readers take for a mark of the encoding.
    assert.deepEqual(commentsIn(withComment('\uFEFFx', 3), 3).comments, ['\uFEFFx']);
    assert.equal(withComment('', 3).length, lengthFor(3));
  });

  it('end, and make nothing up, where somebody does not play along', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: field.ORDER - 1n }), { minLength: lengthFor(4), maxLength: lengthFor(4) }),
        (noise) => {
          const { comments, unreadable } = commentsIn(noise, 4);
          assert.deepEqual(comments, []);
          assert.ok(unreadable >= 0 && unreadable <= 4);
        },
      ),
      { numRuns: 20 },
    );
    // The same comment put in twice by force counts as none that can be read.
    const twice = withComment('twice', 4);
    assert.deepEqual(commentsIn(summed([twice, twice]), 4), { comments: [], unreadable: 2 });
  });
});
