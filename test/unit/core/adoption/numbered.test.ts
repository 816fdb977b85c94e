/** Texts that become numbers: as a map would count them, however their places collide. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Numbered } from '../../../../src/core/adoption/numbered.ts';

describe('Numbered texts', () => {
  it('have the number of where they came first', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
        const numbered = new Numbered();
        const numbers = texts.map((text) => numbered.of(text));
        const different = [...new Set(texts)];
        assert.deepEqual(numbered.texts, different);
        assert.deepEqual(
          numbers,
          texts.map((text) => different.indexOf(text)),
        );
      }),
    );
  });

  it('stay apart where more share a place than it has room for', () => {
    // Of `Aa` and `BB`, and of what is made of them, the sums are the same.
    const alike = ['Aa', 'BB'].flatMap((a) => ['Aa', 'BB'].flatMap((b) => ['Aa', 'BB'].map((c) => a + b + c)));
    const texts = alike.flatMap((one) => alike.map((other) => one + other));
    const numbered = new Numbered();
    for (let turn = 0; turn < 2; turn++) {
      assert.deepEqual(
        texts.map((text) => numbered.of(text)),
        texts.map((_, at) => at),
      );
    }
  });

  it('may be more than there are places', () => {
    const numbered = new Numbered();
    for (let turn = 0; turn < 2; turn++) {
      for (let user = 0; user < 100_000; user++) assert.equal(numbered.of(`user-${user}`), user);
    }
  });
});
