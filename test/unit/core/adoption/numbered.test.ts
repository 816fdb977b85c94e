/** Texts that become numbers: as a map would count them, however their places collide. */
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { Numbered } from '../../../../src/core/adoption/numbered.ts';

/** What throws away all that nobody holds. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

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

  it('hold on to nothing of the text they stood in', () => {
    const collect = collector();
    const before = process.memoryUsage().heapUsed;
    const numbered = new Numbered();
    for (let piece = 0; piece < 100; piece++) {
      const text = Buffer.from(`${piece}`.padEnd(100_000, '-')).toString();
      numbered.of(text.slice(0, 40));
    }
    collect();
    assert.equal(numbered.texts.length, 100);
    const held = process.memoryUsage().heapUsed - before;
    assert.ok(held < 2_000_000, `${held} bytes`);
  });
});
