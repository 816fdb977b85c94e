/** Anchors are found again where the text still tells, and nowhere else. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAt, anchorInCommit, anchorText, asLines, findAnchor } from '../../../../src/core/records/anchor.ts';

const found = (text: string, anchor: { line?: number; text?: string }, before?: string) =>
  findAnchor(asLines(text), anchor, before === undefined ? undefined : asLines(before));

describe('An anchor', () => {
  it('is the line, counted from 1, and its trimmed text', () => {
    assert.deepEqual(anchorAt(asLines('a\n\tsend(message);  \nb'), 1, 'src/a.ts'), {
      path: 'src/a.ts',
      line: 2,
      text: 'send(message);',
    });
  });

  it('on a blank line is at the next line with words, else at the one before', () => {
    assert.equal(anchorAt(asLines('a\n\n \nb\n'), 1, 'x')?.line, 4);
    assert.equal(anchorAt(asLines('a\n\n\n'), 2, 'x')?.line, 1);
    assert.equal(anchorAt(asLines(' \n\n'), 0, 'x'), undefined);
  });

  it('stands where its text does, whatever the indentation and line ends, while no other line has it', () => {
    assert.equal(found('one\r\n    two\r\nthree', { line: 2, text: 'two' }), 1);
    assert.equal(found('hit', { line: 900, text: 'hit' }), 0);
    assert.equal(found('x\ny\n}', { line: 1, text: '}' }), 2);
    assert.equal(found('two\ntwo\ntwo', { line: 2, text: 'two' }), undefined);
    assert.equal(found('hit\nno\nhit', { line: 2, text: 'hit' }), undefined);
  });

  it('has moved when its text is gone', () => {
    assert.equal(found('one\nthree', { line: 2, text: 'two' }), undefined);
    assert.equal(found('', { line: 1, text: 'two' }), undefined);
  });

  const three = ['a() {', 'return null;', '}', 'b() {', 'return null;', '}', 'c() {', 'return null;', '}'];
  const before = three.join('\n');
  const second = { line: 5, text: 'return null;' };

  it('is followed from its commit among lines with the same text', () => {
    assert.equal(found(before, second, before), 4);
    assert.equal(found(['new();', ...three].join('\n'), second, before), 5);
  });

  it('has moved, and stands on no twin, when the line itself is gone', () => {
    assert.equal(found(three.filter((_, line) => line !== 4).join('\n'), second, before), undefined);
    assert.equal(found([...three.slice(0, 3), ...three.slice(6)].join('\n'), second, before), undefined);
    assert.equal(found(['b() {', '}', 'c() {', 'return null;', '}'].join('\n'), second, before), undefined);
  });

  it('is followed by its words where its commit has them on another line alone, and nowhere where it has them often', () => {
    assert.equal(found('x\nsend();', { line: 9, text: 'send();' }, 'send();\ny'), 1);
    assert.equal(found(before, { line: 1, text: 'return null;' }, before), undefined);
    assert.equal(found('new();\nsend();', { line: 2, text: 'send();' }, 'old();'), 1);
  });

  it('is written down as its commit has it', () => {
    const anchor = { path: 'x.ts', line: 6, text: 'return null;' };
    const now = asLines(['new();', ...three].join('\n'));
    assert.deepEqual(anchorInCommit(anchor, now, 'c0ffee', asLines(before)), { ...anchor, line: 5, commit: 'c0ffee' });
    const isNew = { path: 'x.ts', line: 1, text: 'new();' };
    assert.deepEqual(anchorInCommit(isNew, now, 'c0ffee', asLines(before)), isNew);
  });

  it('without a text is taken at its word, within the file', () => {
    assert.equal(found('a\nb', { line: 2 }), 1);
    assert.equal(found('a\nb', { line: 3 }), undefined);
  });

  it('remembers the start of a very long line, and knows the line by it', () => {
    const long = `  ${'word '.repeat(100_000)}`;
    const anchor = anchorAt(asLines(`a\n${long}\nb`), 1, 'x');
    assert.ok(anchor && (anchor.text?.length ?? 0) <= 200);
    assert.equal(found(`a\nnew\n${long}`, anchor), 2);
  });
});

const line = fc.stringMatching(/^[ \t]{0,3}[a-z{}();]{0,4}$/);
const UNIQUE = 'const unique = 1;';

describe('An anchor, after random edits of other lines', () => {
  it('finds the same line when its text is the only one of its kind', () => {
    fc.assert(
      fc.property(
        fc.array(line),
        fc.array(line),
        fc.array(line),
        fc.array(line),
        (above, below, newAbove, newBelow) => {
          const before = [...above, `  ${UNIQUE}`, ...below].join('\n');
          const anchor = anchorAt(asLines(before), above.length, 'x');
          assert.ok(anchor);
          const after = [...newAbove, `${UNIQUE} `, ...newBelow].join('\r\n');
          assert.equal(findAnchor(asLines(after), anchor), newAbove.length);
        },
      ),
    );
  });

  it('never stands on a line with another text', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(line), fc.nat(30), (before, after, at) => {
        const anchor = anchorAt(asLines(before.join('\n')), at, 'x');
        if (!anchor) return;
        const lines = asLines(after.join('\n'));
        const today = findAnchor(lines, anchor);
        if (today !== undefined) assert.equal(anchorText(lines.text(today)), anchor.text);
      }),
    );
  });

  it('gives no line only when no line has the text, or several have', () => {
    fc.assert(
      fc.property(fc.array(line), line, fc.integer({ min: 1, max: 40 }), (lines, text, at) => {
        const wanted = anchorText(text);
        if (wanted === '' || findAnchor(asLines(lines.join('\n')), { line: at, text }) !== undefined) return;
        assert.notEqual(lines.filter((each) => anchorText(each) === wanted).length, 1);
      }),
    );
  });
});
