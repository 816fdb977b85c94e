/** An anchored line keeps its thread while people type around it and in it. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { asLines } from '../../../../src/core/records/anchor.ts';
import {
  type AnchoredLine,
  afterEdit,
  anchoredAt,
  anchoredLine,
  type DocumentEdit,
} from '../../../../src/core/records/trackedLine.ts';

const TEXT = ['one();', 'two();', 'three();', 'four();'].join('\n');
const ANCHOR = { path: 'x.ts', line: 3, text: 'three();' };

/** A replacement, as the editor tells of it: from line and character to line and character. */
function change(from: readonly [number, number], to: readonly [number, number], text: string): DocumentEdit {
  const at = ([line, character]: readonly [number, number]) => ({ line, character });
  return { range: { start: at(from), end: at(to) }, text };
}

function apply(text: string, { range, text: inserted }: DocumentEdit): string {
  const lines = text.split('\n');
  const before = [...lines.slice(0, range.start.line), (lines[range.start.line] ?? '').slice(0, range.start.character)];
  const after = [(lines[range.end.line] ?? '').slice(range.end.character), ...lines.slice(range.end.line + 1)];
  return before.join('\n') + inserted + after.join('\n');
}

/** The line, and whether it was edited. */
const brief = (place: AnchoredLine | undefined) => place && { line: place.line, edited: place.edited };

function edited(one: DocumentEdit, text = TEXT) {
  const place = anchoredAt(asLines(text), 2, false);
  return brief(afterEdit(place, [one], asLines(apply(text, one)), ANCHOR));
}

describe('A tracked line', () => {
  it('is pushed by lines above it, and not by lines below', () => {
    assert.deepEqual(edited(change([0, 0], [0, 0], 'new();\nnew();\n')), { line: 4, edited: false });
    assert.deepEqual(edited(change([0, 0], [1, 0], '')), { line: 1, edited: false });
    assert.deepEqual(edited(change([3, 0], [3, 4], 'x\ny')), { line: 2, edited: false });
  });

  it('stays when Return is pressed before or after its words', () => {
    assert.deepEqual(edited(change([2, 0], [2, 0], '\n')), { line: 3, edited: false });
    assert.deepEqual(edited(change([2, 8], [2, 8], '\n  ')), { line: 2, edited: false });
  });

  it('stays where it is when its own words change, even where another line has the old ones', () => {
    assert.deepEqual(edited(change([2, 0], [2, 5], 'drei')), { line: 2, edited: true });
    const twice = `${TEXT}\nthree();`;
    assert.deepEqual(edited(change([2, 0], [2, 5], 'drei'), twice), { line: 2, edited: true });
  });

  it('keeps being the edited line while others change, and is itself again when the words come back', () => {
    const first = change([2, 0], [2, 5], 'drei');
    const now = apply(TEXT, first);
    const second = change([0, 0], [0, 0], 'new();\n');
    const there = anchoredAt(asLines(now), 2, true);
    assert.deepEqual(brief(afterEdit(there, [second], asLines(apply(now, second)), ANCHOR)), { line: 3, edited: true });
    const back = change([2, 0], [2, 4], 'three');
    assert.deepEqual(brief(afterEdit(there, [back], asLines(apply(now, back)), ANCHOR)), { line: 2, edited: false });
  });

  it('has moved when it is deleted, and goes where it is put', () => {
    assert.equal(edited(change([2, 0], [3, 0], '')), undefined);
    assert.equal(edited(change([2, 0], [2, 8], '')), undefined);
    assert.deepEqual(edited(change([0, 0], [3, 7], 'three();\nfour();\none();\ntwo();')), { line: 0, edited: false });
  });

  it('never becomes a twin that takes its place', () => {
    const twins = ['a();', 'same();', 'same();', 'same();', 'b();'].join('\n');
    const anchor = { path: 'x.ts', line: 3, text: 'same();' };
    const where = (one: DocumentEdit, before?: string) =>
      brief(
        afterEdit(
          anchoredAt(asLines(twins), 2, false),
          [one],
          asLines(apply(twins, one)),
          anchor,
          before === undefined ? undefined : asLines(before),
        ),
      );
    assert.equal(where(change([2, 0], [3, 0], '')), undefined);
    assert.equal(where(change([2, 0], [3, 0], ''), twins), undefined);
    assert.equal(where(change([1, 0], [4, 0], 'same();\nsame();\n')), undefined);
    assert.deepEqual(where(change([1, 0], [2, 0], '')), { line: 1, edited: false });
    assert.deepEqual(where(change([2, 0], [2, 0], 'same();\n')), { line: 3, edited: false });
    assert.deepEqual(where(change([2, 7], [2, 7], '\nsame();')), { line: 2, edited: false });
    // The whole text written over with what it was, as when a file is read again.
    assert.deepEqual(where(change([0, 0], [4, 4], twins), twins), { line: 2, edited: false });
  });

  it('keeps the part that is left of a line cut in two', () => {
    assert.deepEqual(edited(change([1, 2], [2, 2], 'x')), { line: 1, edited: true });
    assert.deepEqual(edited(change([2, 5], [3, 2], 'x')), { line: 2, edited: true });
    assert.deepEqual(edited(change([2, 3], [2, 3], '\n')), { line: 2, edited: true });
  });

  it('is on a line with its text, or on one that somebody edited, after any edits', () => {
    const edit = fc.tuple(fc.nat(5), fc.nat(9), fc.nat(2), fc.nat(9), fc.stringMatching(/^[a-z\n]{0,4}$/));
    void fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let text = TEXT;
        let place = anchoredLine(asLines(text), ANCHOR);
        for (const [line, character, more, endCharacter, inserted] of edits) {
          const lines = text.split('\n');
          const last = lines.length - 1;
          const [from, to] = [Math.min(line, last), Math.min(line + more, last)];
          const start = Math.min(character, lines[from]?.length ?? 0);
          const end = Math.min(from === to ? Math.max(endCharacter, start) : endCharacter, lines[to]?.length ?? 0);
          const one = change([from, start], [to, end], inserted);
          text = apply(text, one);
          place = place ? afterEdit(place, [one], asLines(text), ANCHOR) : anchoredLine(asLines(text), ANCHOR);
          if (!place) continue;
          const shown = text.split('\n')[place.line];
          assert.ok(shown !== undefined);
          if (!place.edited) assert.equal(shown.trim(), ANCHOR.text);
        }
      }),
    );
  });
});
