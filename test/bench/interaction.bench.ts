/** What a person waits for while reading and typing, at 10,000 records: hover, completion, links, the whole view. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { cardOf } from '../../src/core/card/card.ts';
import { cardMarkdown } from '../../src/core/card/cardMarkdown.ts';
import type { Library } from '../../src/core/library/library.ts';
import { currentSprint } from '../../src/core/library/query.ts';
import { sprintOutline } from '../../src/core/outline/sprint.ts';
import { asLines, type Lines } from '../../src/core/records/anchor.ts';
import { type InlayFile, inlayText } from '../../src/core/why/inlay.ts';
import { searchKeys } from '../../src/core/work/keySearch.ts';
import { realPath } from '../../src/git/realPath.ts';
import { generate } from '../support/generate.ts';
import { libraryOf } from '../support/sources.ts';
import { type Measured, measure, ratio, type Table } from './frame.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

/** Initiatives hovered in one run; as many at any size. */
const HOVERS = 100;

/** Each timed run repeats the work, because one look is shorter than a clock's tick. */
const REPEATS = 200;

export async function bench(table: Table): Promise<void> {
  const small = await at(table, 1000, false);
  const large = await at(table, 10_000, true);
  table.add('hover, 10 times the records', ratio(large, small), '×', 3);
}

async function at(table: Table, count: number, limited: boolean): Promise<Measured> {
  const name = `${count.toLocaleString('en')} records`;
  const limit = (most: number) => (limited ? most : undefined);
  const library = libraryOf(Object.fromEntries(generate(count)));
  const keys = library.ofKind('initiative').map(({ id }) => id);

  // The first hover on each key since a change is the slowest: nothing about it is remembered yet.
  let fresh = library;
  const renew = () => {
    fresh = library.with(new Map());
  };
  const hovered = keys.slice(0, HOVERS);
  const hover = await measure('hover', () => hovered.map((key) => card(fresh, key)), { runs: 9, before: renew });
  table.add(`${name}: hover`, hover.median / HOVERS, 'ms', limit(1));

  const code = asLines(codeOf(keys));
  const committed = Array.from({ length: LINES }, (_, n) => ({
    line: n + 1,
    count: 1,
    initiative: keys[n % keys.length] ?? '',
  }));
  const rest = await measure('inlay', () => restOn(fresh, code, () => ({ path: 'src/queue.ts', committed })), {
    runs: 9,
    before: renew,
  });
  table.add(`${name}: the why behind the line of a cursor that moved`, rest.median / LINES, 'ms', limit(1));

  const place = fs.mkdtempSync(path.join(tmpdir(), 'because-bench-'));
  const file = path.join(place, 'src', 'queue.ts');
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, '');
  // As the editor asks it: where the file lies is found out anew each time the cursor rests, for links may have changed.
  const found = await measure(
    'inlay, found',
    () => restOn(fresh, code, () => ({ path: path.relative(place, realPath(file)), committed })),
    {
      runs: 9,
      before: renew,
    },
  );
  fs.rmSync(place, { recursive: true, force: true });
  table.add(`${name}: the same with where its file really lies`, found.median / LINES, 'ms', limit(1));

  const surrounding = { now: NOW, branch: 'feature/PAY-7-queue' };
  const complete = await measure('completion', () => searchKeys(library, 'see people miss', surrounding), { runs: 15 });
  table.add(`${name}: completion by title`, complete.median, 'ms', limit(10));

  const document = megabyte(keys);
  const find = await measure('links', () => library.keys.find(document), { runs: 9 });
  table.add(`${name}: links in a 1 MB document with 5,000 keys`, find.median, 'ms', limit(10));
  const long = `${'x '.repeat(50_000)}PAY-7`;
  const at = await measure('long line', () => repeat(() => library.keys.at(long, 99_999)), { runs: 7 });
  table.add(`${name}: a key in a line of 100,000 characters`, at.median / REPEATS, 'ms', limit(1));

  const sprint = currentSprint(library, NOW);
  if (!sprint) throw new Error('There is no sprint.');
  const outline = await measure(
    'outline',
    () => sprintOutline(fresh, { scope: { kind: 'sprint', id: sprint.id }, filter: '', grouping: 'none' }),
    { runs: 9, before: renew },
  );
  table.add(`${name}: rows of the Sprint view, from nothing`, outline.median, 'ms');
  return hover;
}

function repeat(work: () => void): void {
  for (let time = 0; time < REPEATS; time++) work();
}

function card(library: Library, key: string): void {
  const found = cardOf(library, key, NOW);
  if (!found || cardMarkdown(found) === '') throw new Error(`${key} has no card.`);
}

/** Lines of a file the cursor goes through, each with a commit of its own. */
const LINES = 1000;

/** Every tenth line names a key in a comment, and the one before it is a comment too. */
const codeOf = (keys: readonly string[]): string =>
  Array.from({ length: LINES }, (_, n) => {
    if (n % 10 === 0) return `  // ${keys[n % keys.length]}: as late as this and no later.`;
    return n % 10 === 9 ? '  // Nobody waits longer.' : `  const wait${n} = retries.map((each) => each.delay * ${n});`;
  }).join('\n');

function restOn(library: Library, code: Lines, file: () => InlayFile): void {
  for (let line = 0; line < code.count; line++) {
    if (inlayText(library, code, line, file()) === undefined) throw new Error(`Line ${line} says nothing.`);
  }
}

function megabyte(keys: readonly string[]): string {
  const words = 'the queue is late and retries hide the reason from whoever waits for an answer since then ';
  const lines = Array.from({ length: 5000 }, (_, n) => `${words.repeat(2)}${keys[n % keys.length]} again\n`);
  return lines.join('');
}
