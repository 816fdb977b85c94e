import * as assert from 'node:assert/strict';
import { runBefore, withoutEnd } from '../../../../src/core/text/endings.ts';

describe('ends of texts', () => {
  it('are found where the run of characters before a place begins', () => {
    assert.equal(runBefore('ab  ', 4, / /), 2);
    assert.equal(runBefore('ab  c', 4, / /), 2);
    assert.equal(runBefore('ab', 2, / /), 2);
    assert.equal(runBefore('aaa', 3, /a/), 0);
    assert.equal(runBefore('', 0, /a/), 0);
  });

  it('hold characters of two units whole', () => {
    assert.equal(runBefore('a 𝒳𝒴', 6, /\p{L}/u), 2);
    assert.equal(withoutEnd('a😀😀', /😀/u), 'a');
    assert.equal(withoutEnd('a\uDE00', /\p{L}/u), 'a\uDE00');
  });

  it('are taken away', () => {
    assert.equal(withoutEnd('https://relay.example///', /\//), 'https://relay.example');
  });
});
