/** Where a line was before a change. */
import * as assert from 'node:assert/strict';
import { lineBefore } from '../../../../src/core/work/lineBefore.ts';

const hunk = (head: string, removed: readonly string[], added: readonly string[]): string =>
  [`@@ ${head} @@`, ...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`), ''].join('\n');

const header = 'diff --git a/a.ts b/b.ts\nindex 1..2 100644\n--- a/a.ts\n+++ b/b.ts\n';

describe('Where a line was before a change', () => {
  it('is at another height where lines came or went above, and at its own where they did below', () => {
    const diff = `${header}${hunk('-0,0 +1,2', [], ['one', 'two'])}${hunk('-4,1 +5,0', ['four'], [])}${hunk('-9 +9', ['x'], ['y'])}`;
    assert.deepEqual(lineBefore(diff, 3), { line: 1, wasReformatted: true });
    assert.deepEqual(lineBefore(diff, 5), { line: 3, wasReformatted: true });
    assert.deepEqual(lineBefore(diff, 6), { line: 5, wasReformatted: true });
    assert.deepEqual(lineBefore(diff, 20), { line: 19, wasReformatted: true });
    assert.deepEqual(lineBefore('', 7), { line: 7, wasReformatted: true });
  });

  it('is nowhere for a line that came in', () => {
    assert.equal(lineBefore(hunk('-3,0 +4,2', [], ['one', 'two']), 5).line, undefined);
    const beside = hunk('-1 +1,3', ["import { a } from 'a';"], ["import { b } from 'a';", 'function fresh() {', '}']);
    assert.equal(lineBefore(beside, 1).line, 1);
    assert.equal(lineBefore(beside, 2).line, undefined);
    assert.equal(lineBefore(beside, 3).line, undefined);
  });

  it('is nowhere for a line that came in beside one that was changed, however alike', () => {
    const beside = hunk('-1 +1,2', ['const one = 1;'], ['const one = 2;', 'const added = 1;']);
    assert.deepEqual([lineBefore(beside, 1).line, lineBefore(beside, 2).line], [1, undefined]);
  });

  it('is the line it was split from, joined from, or is most alike', () => {
    const long = 'call(alpha, beta, gamma);';
    const short = ['call(', '  alpha,', '  beta,', '  gamma', ');'];
    for (const line of [10, 11, 12, 13, 14]) {
      assert.deepEqual(lineBefore(hunk('-7 +10,5', [long], short), line), { line: 7, wasReformatted: true });
    }
    // Of several that are alike, the one in the middle.
    assert.deepEqual(lineBefore(hunk('-10,5 +7', short, [long]), 7), { line: 12, wasReformatted: true });
    const swapped = hunk(
      '-1,2 +1,2',
      ['const first = 1;', 'const second = 2;'],
      ['const second = 3;', 'const first = 3;'],
    );
    assert.deepEqual([lineBefore(swapped, 1).line, lineBefore(swapped, 2).line], [2, 1]);
  });

  it('is, for a bracket, where the line above it was', () => {
    const diff = hunk('-4,2 +4,4', ['if (ready) { go(); }', 'stop();'], ['if (ready) {', '  go();', '}', 'stop(now);']);
    assert.deepEqual(
      [4, 5, 6, 7].map((line) => lineBefore(diff, line).line),
      [4, 4, 4, 5],
    );
  });

  it('is the line in its place where everything was written anew', () => {
    const diff = hunk('-4,3 +4,3', ['one', 'two', 'three'], ['uno', 'due', 'tre']);
    assert.deepEqual(
      [4, 5, 6].map((line) => lineBefore(diff, line)),
      [
        { line: 4, wasReformatted: false },
        { line: 5, wasReformatted: false },
        { line: 6, wasReformatted: false },
      ],
    );
  });

  it('tells layout from what a line says', () => {
    const changed = (removed: string, added: string) => lineBefore(hunk('-1 +1', [removed], [added]), 1).wasReformatted;
    assert.ok(changed('const a = "x"', "const a = 'x';"));
    assert.ok(!changed('a == b', 'a === b'));
    assert.ok(!changed('return a + b', 'return a - b'));
  });
});
