/** Contexts of any size as people write them: the demo again and again, each time with ids and keys of its own. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { demoFolder } from './paths.ts';

const context = path.join(demoFolder, '.because');

/** The file every estimate is named after: a member, who is the same in each repetition. */
const OF_MEMBERS = /^estimates\//;

/** The files of a context with so many records, by path, besides because.yml. */
export function generateWritten(count: number): Map<string, string> {
  const files = demoRecords();
  const ids = [...files].flatMap(([file, text]) => idOf(file, text) ?? []).sort((a, b) => b.length - a.length);
  // The keys of issues that are no records as well.
  const isId = new RegExp(`(?<![\\w-])(?:${ids.join('|')}|[A-Z]+-\\d+)(?![\\w-])`, 'g');
  const generated = new Map([['because.yml', fs.readFileSync(path.join(context, 'because.yml'), 'utf8')]]);
  for (let round = 0; generated.size <= count; round++) {
    const renamed = (text: string) => (round === 0 ? text : text.replaceAll(isId, (id) => idInRound(id, round)));
    for (const [file, text] of files) {
      if (generated.size > count) break;
      generated.set(renamed(file), renamed(text));
    }
  }
  return generated;
}

/** An issue key stays one: PAY-142 becomes PAY-1142, PAY-2142 and so on. */
function idInRound(id: string, round: number): string {
  const [, project, number] = /^([A-Z]+)-(\d+)$/.exec(id) ?? [];
  return project ? `${project}-${round * 1000 + Number(number)}` : `${id}-${round}`;
}

/** By file name, as the kinds are then mixed in any part of them. */
function demoRecords(): Map<string, string> {
  const files = fs.globSync('**/*.md', { cwd: context }).map((file) => file.split(path.sep).join('/'));
  const byName = files.sort((a, b) => compare(path.posix.basename(a), path.posix.basename(b)) || compare(a, b));
  return new Map(byName.map((file) => [file, fs.readFileSync(path.join(context, file), 'utf8')]));
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

function idOf(file: string, text: string): string | undefined {
  const written = /^id: *(\S+)$/m.exec(text)?.[1];
  return written ?? (OF_MEMBERS.test(file) ? undefined : path.posix.basename(file, '.md'));
}
