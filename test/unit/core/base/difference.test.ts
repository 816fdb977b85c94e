/** The smallest replacement between two texts. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alongside, difference } from '../../../../src/core/base/difference.ts';

describe('A difference', () => {
  it('makes one text of the other, and is no longer than it must be', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, text, (from, to) => {
        const piece = difference(from, to);
        assert.equal(from.slice(0, piece.start) + piece.text + from.slice(piece.end), to);
        const gone = from.slice(piece.start, piece.end);
        assert.ok(gone === '' || piece.text === '' || (gone[0] !== piece.text[0] && gone.at(-1) !== piece.text.at(-1)));
      }),
    );
  });
});

describe('What others made of a text meanwhile', () => {
  const made = (text: string, theirs: string, mine: string) => {
    const piece = alongside(text, theirs, mine);
    return piece && mine.slice(0, piece.start) + piece.text + mine.slice(piece.end);
  };

  it('goes beside what was made of it here, before and behind', () => {
    assert.equal(made('one two three', '1 two three', 'one two 33'), '1 two 33');
    assert.equal(made('one two three', 'one two 3', 'uno y two three'), 'uno y two 3');
    assert.equal(made('one', 'two', 'one'), 'two');
  });

  it('is nothing where both changed one place', () => {
    assert.equal(alongside('one two three', 'one 2 three', 'one zwei drei'), undefined);
  });

  it('keeps both changes, whoever made which', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, text, text, text, (before, after, theirs, mine) => {
        const at = (first: string, second: string) => `${first}[middle]${second}`;
        const result = made(at(before, after), at(theirs, after), at(before, mine));
        if (result !== undefined) assert.equal(result, at(theirs, mine));
        else assert.notEqual(theirs, before);
      }),
    );
  });
});
