/** Lines of real files, followed through edits nobody tells of: never to a wrong line, and mostly to the right one. */
import * as assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { anchorText, asLines, findAnchor } from '../../../../src/core/records/anchor.ts';
import { root } from '../../../support/paths.ts';

/** A line that knows which one it was: the plain follower. */
interface Tracked {
  readonly text: string;
  readonly origin: number | undefined;
  /** The line it was copied from. Where that one is gone, the copy is where it went: nothing tells the two apart. */
  readonly copyOf?: number | undefined;
}

/**
 * Files of a package whose version is fixed, so that the cases stay the same when ours change. They have twins as all code
 * has: `}`, `return;`, blank lines.
 */
const files = globSync('node_modules/mocha/lib/**/*.js', { cwd: root })
  .sort()
  .map((file) => readFileSync(path.join(root, file), 'utf8').split('\n'))
  .filter((lines) => lines.length > 20 && lines.length < 400);

const at = fc.nat({ max: 1_000_000 });
const length = fc.integer({ min: 1, max: 12 });
const edit = fc.oneof(
  fc.record({ do: fc.constant('delete' as const), at, length }),
  fc.record({ do: fc.constant('insert' as const), at, from: at, length }),
  fc.record({ do: fc.constant('duplicate' as const), at, from: at, length }),
  fc.record({ do: fc.constant('move' as const), at, from: at, length }),
  fc.record({ do: fc.constant('change' as const), at }),
  fc.record({ do: fc.constant('indent' as const), at, length }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** What the edit makes of the lines; lines that are written anew have no origin, whatever their text. */
function edited(lines: readonly Tracked[], each: Edit, other: readonly string[]): readonly Tracked[] {
  const place = each.at % (lines.length + 1);
  const anew = (texts: readonly string[]): Tracked[] => texts.map((text) => ({ text, origin: undefined }));
  const put = (rest: readonly Tracked[], where: number, some: readonly Tracked[]) => [
    ...rest.slice(0, where),
    ...some,
    ...rest.slice(where),
  ];
  switch (each.do) {
    case 'delete':
      return [...lines.slice(0, place), ...lines.slice(place + each.length)];
    case 'insert':
      return put(lines, place, anew(other.slice(each.from % other.length, (each.from % other.length) + each.length)));
    case 'duplicate': {
      const from = each.from % (lines.length + 1);
      const copies = lines.slice(from, from + each.length);
      return put(
        lines,
        place,
        copies.map(({ text, origin, copyOf }) => ({ text, origin: undefined, copyOf: origin ?? copyOf })),
      );
    }
    case 'move': {
      const from = each.from % (lines.length + 1);
      const rest = [...lines.slice(0, from), ...lines.slice(from + each.length)];
      return put(rest, each.at % (rest.length + 1), lines.slice(from, from + each.length));
    }
    case 'change':
      return lines.map((line, index) => (index === place ? { ...line, text: `${line.text} // changed` } : line));
    case 'indent':
      return lines.map((line, index) =>
        index >= place && index < place + each.length ? { ...line, text: `  ${line.text}` } : line,
      );
  }
}

describe('a line of a real file, followed from a commit', () => {
  it('is found where a plain follower of the edits has it, or nowhere', () => {
    let [survived, found, wrong] = [0, 0, 0];
    const runs = Number(process.env.BECAUSE_ANCHOR_RUNS ?? 400);
    fc.assert(
      fc.property(at, at, fc.array(edit, { minLength: 1, maxLength: 6 }), (which, what, edits) => {
        const before = files[which % files.length] ?? [];
        // Another file: what is written anew out of this one's own lines nobody could tell from lines that were moved.
        const other = files[(which + 1 + (what % (files.length - 1))) % files.length] ?? [];
        let now: readonly Tracked[] = before.map((text, origin) => ({ text, origin }));
        for (const each of edits) now = edited(now, each, other);
        const [committed, today] = [asLines(before.join('\n')), asLines(now.map(({ text }) => text).join('\n'))];
        for (let line = 0; line < before.length; line += 1 + (what % 5)) {
          const text = anchorText(before[line] ?? '');
          if (text === '') continue;
          const place = findAnchor(today, { line: line + 1, text }, committed);
          const right = now.findIndex(({ origin }) => origin === line);
          const isThere = right >= 0 && anchorText(now[right]?.text ?? '') === text;
          if (isThere) survived++;
          if (isThere && place === right) found++;
          if (place === undefined || place === right || (right < 0 && now[place]?.copyOf === line)) continue;
          // A text that is the only one of its kind before and after identifies its line, though somebody wrote it anew.
          const isAlone = [before, now.map((each) => each.text)].every(
            (lines) => lines.filter((each) => anchorText(each) === text).length === 1,
          );
          if (!isAlone) wrong++;
        }
      }),
      // The same edits in every run; more and others are tried by hand.
      { numRuns: runs, ...(process.env.BECAUSE_ANCHOR_RUNS ? {} : { seed: 1 }) },
    );
    assert.equal(wrong, 0, `${wrong} of ${survived} lines were looked for and found in a wrong place.`);
    assert.ok(found / survived > 0.8, `Only ${found} of ${survived} lines that are still there were found.`);
    if (process.env.BECAUSE_ANCHOR_RUNS) console.log(`${found} of ${survived} lines found`);
  });
});
