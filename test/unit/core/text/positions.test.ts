/** Places in a text as editors count them. */
import * as assert from 'node:assert/strict';
import { positionOf } from '../../../../src/core/text/positions.ts';

describe('A place in a text', () => {
  const at = (text: string, offset: number) => Object.values(positionOf(text, offset));

  it('is a line and a character, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `one${end}two${end}${end}four`;
      assert.deepEqual(at(text, text.indexOf('w')), [1, 1]);
      assert.deepEqual(at(text, text.indexOf('four')), [3, 0]);
    }
  });

  it('does not count a byte order mark, and is never beyond the end', () => {
    assert.deepEqual(at('\uFEFFone\ntwo', 2), [0, 1]);
    assert.deepEqual(at('\uFEFFone\ntwo', 0), [0, 0]);
    assert.deepEqual(at('\uFEFFone\ntwo', 6), [1, 1]);
    assert.deepEqual(at('one', 99), [0, 3]);
  });
});
