/** The smallest replacement between two texts. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference } from '../../../src/core/difference.ts';

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
