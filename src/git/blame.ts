/** Asks `git blame` where lines of a file come from, reading its answer as it comes. */

import { existsSync, promises as fs, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { FileVersion, LineShare } from '../core/work/facts.ts';
import { repositoryRoot } from './branches.ts';
import { complaintOf } from './failures.ts';
import type { GitFolder, Running } from './program.ts';

/** A run of lines that one commit wrote. */
export interface BlameGroup {
  /** All zeros for lines that are not committed. */
  readonly hash: string;
  /** The first line, in that commit and in the file; both count from 1. */
  readonly line: number;
  readonly at: number;
  readonly count: number;
  /** The file in that commit, from the repository's root. */
  readonly path: string;
  /** Whether git stopped here: at a first commit, or where a shallow clone ends. */
  readonly isBoundary: boolean;
  /** The file in the commit's parent; undefined where the commit added the file. */
  readonly previous: FileVersion | undefined;
  /** The commit's author, as .mailmap names them. */
  readonly author: string;
  readonly email: string;
}

export interface BlameAsk {
  /** From where git runs. */
  readonly path: string;
  /** The commit to start at, by its full hash; the working tree without. */
  readonly from?: string | undefined;
  /** Whether to ignore white space. */
  readonly ignoresSpace?: boolean | undefined;
  /** The file's text in the editor; the file on the disk without. */
  readonly contents?: Uint8Array | string | undefined;
  /** The first and last line asked about; the whole file without. */
  readonly lines?: readonly [number, number] | undefined;
}

/** Follows moved lines and files, and runs no program that the repository names for contents. */
const ARGS = ['-M', '-C', '--incremental', '--no-textconv', '--no-ext-diff'];
const SETTINGS = ['-c', 'blame.showRoot=false'];

/** How git complains of the lists of ignored revisions. */
const ABOUT_IGNORED = /object name list|invalid object name|object name:|cannot find revision/i;

/** The groups, in the order git finds them. Throws as `GitFolder` does. */
export async function* blame(git: GitFolder, ask: BlameAsk): AsyncGenerator<BlameGroup> {
  const off = await ownFilters(git);
  try {
    yield* groups(started(git, ask, off, []));
  } catch (error) {
    if (!ABOUT_IGNORED.test(complaintOf(error))) throw error;
    const readable = await readableIgnored(git);
    try {
      yield* groups(started(git, ask, off, ['--no-ignore-revs-file', '--ignore-revs-file', readable.file]));
    } finally {
      await readable.remove();
    }
  }
}

/**
 * How many lines of the file come from each commit, most first; moved lines keep their commit. Throws `git-failed` where
 * the file is not in git, and as `GitFolder` does.
 */
export async function lineShares(git: GitFolder, path: string): Promise<LineShare[]> {
  const lines = new Map<string, number>();
  for await (const { hash, count } of blame(git, { path })) {
    lines.set(hash, (lines.get(hash) ?? 0) + count);
  }
  return [...lines]
    .map(([hash, count]) => ({ hash: /^0+$/.test(hash) ? undefined : hash, lines: count }))
    .sort((a, b) => b.lines - a.lines);
}

function started(git: GitFolder, ask: BlameAsk, off: readonly string[], more: readonly string[]): Running {
  const { path, from, ignoresSpace, contents = '', lines } = ask;
  const args = [...SETTINGS, 'blame', ...ARGS, ...more];
  if (ignoresSpace) args.push('-w');
  if (lines) args.push('-L', lines.join(','));
  if (ask.contents !== undefined) args.push('--contents', '-');
  if (from !== undefined) args.push(from);
  const running = git.start([...args, '--', path], { off });
  running.input.end(contents);
  return running;
}

/** Each group is `hash line at count`, then headers up to `filename`. Git prints what belongs to a commit only once. */
async function* groups(running: Running): AsyncGenerator<BlameGroup> {
  const boundaries = new Set<string>();
  const people = new Map<string, Pick<BlameGroup, 'author' | 'email'>>();
  let previous: FileVersion | undefined;
  let head: RegExpExecArray | null = null;
  for await (const line of linesOf(running.output)) {
    const text = line.toString('utf8');
    head ??= /^([0-9a-f]{40,64}) (\d+) (\d+) (\d+)$/.exec(text);
    const [, hash = '', from, at, count] = head ?? [];
    if (text === 'boundary') boundaries.add(hash);
    const { author = '', email = '' } = people.get(hash) ?? {};
    if (text.startsWith('author ')) people.set(hash, { author: text.slice('author '.length), email });
    if (text.startsWith('author-mail ')) people.set(hash, { author, email: text.slice('author-mail <'.length, -1) });
    const [start, parent = ''] = /^previous ([0-9a-f]{40,64}) /.exec(text) ?? [];
    if (start !== undefined) previous = { hash: parent, path: unquoted(line.subarray(start.length)) };
    if (!text.startsWith('filename ') || !head) continue;
    const path = unquoted(line.subarray('filename '.length));
    const isBoundary = boundaries.has(hash);
    yield { hash, line: Number(from), at: Number(at), count: Number(count), path, isBoundary, previous, author, email };
    head = null;
    previous = undefined;
  }
}

async function* linesOf(output: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of output) {
    rest = Buffer.concat([rest, piece]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      yield rest.subarray(0, end);
      rest = rest.subarray(end + 1);
    }
  }
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** Undoes git's quoting of names with quotes, backslashes or control characters. */
function unquoted(name: Buffer): string {
  if (name[0] !== 0x22) return name.toString('utf8');
  const bytes: number[] = [];
  const escaped = /\\([0-7]{3})|\\(.)|([^\\])/gs;
  for (const [, octal, letter, plain] of name.subarray(1, -1).toString('latin1').matchAll(escaped)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0));
    else if (plain !== undefined) bytes.push(plain.charCodeAt(0));
  }
  return Buffer.from(bytes).toString('utf8');
}

/**
 * The settings to empty so that no filter of the repository runs, and none is required; filters of the person or the
 * machine, such as Git LFS, do run. Asks git only where the repository may have any. Throws as `GitFolder` does.
 */
async function ownFilters(git: GitFolder): Promise<readonly string[]> {
  if (!mayHaveFilters(git.folder)) return [];
  const args = ['config', '--show-scope', '--name-only', '-z', '--get-regexp', '^filter\\.'];
  const fields = ((await git.ask(args)) ?? '').split('\0');
  const drivers = new Set<string>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [scope, name = ''] = fields.slice(at, at + 2);
    if (scope === 'local' || scope === 'worktree') drivers.add(name.slice(0, name.lastIndexOf('.')));
  }
  return [...drivers].flatMap((driver) => [`${driver}.clean`, `${driver}.process`, `${driver}.required`]);
}

/** Reads the settings without starting git: hardly any repository has filters of its own. */
function mayHaveFilters(folder: string): boolean {
  const own = path.join(folder, '.git');
  const found = statSync(own, { throwIfNoEntry: false });
  if (!found) return path.dirname(folder) === folder || mayHaveFilters(path.dirname(folder));
  // For linked worktrees and submodules, git knows better where the settings are.
  if (!found.isDirectory() || existsSync(path.join(own, 'config.worktree'))) return true;
  const settings = path.join(own, 'config');
  return !existsSync(settings) || /filter|include/i.test(readFileSync(settings, 'utf8'));
}

/** Bytes of a list; real ones are far shorter. */
const LONGEST = 4 * 1024 * 1024;

interface IgnoredFile {
  readonly file: string;
  remove(): Promise<void>;
}

/**
 * A file with every readable revision of the lists. Git drops all of them when a list is missing or one line is no commit.
 * Remove it when git is done. Throws as `GitFolder` does.
 */
async function readableIgnored(git: GitFolder): Promise<IgnoredFile> {
  const settings = ['config', '-z', '--type=path', '--get-all', 'blame.ignoreRevsFile'];
  const [listed = '', root] = await Promise.all([git.ask(settings), repositoryRoot(git)]);
  const names = listed.split('\0').slice(0, -1);
  // An empty name cancels those before it.
  const lists = names.slice(names.lastIndexOf('') + 1).map((name) => read(path.resolve(root, name)));
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'because-blame-'));
  const file = path.join(folder, 'ignored');
  await fs.writeFile(file, (await Promise.all(lists)).flat().join('\n'), { mode: 0o600 });
  return { file, remove: () => fs.rm(folder, { recursive: true, force: true }) };
}

/** The full hashes in a list; `#` starts a comment anywhere in a line. */
async function read(list: string): Promise<readonly string[]> {
  try {
    const found = await fs.stat(list);
    if (!found.isFile() || found.size > LONGEST) return [];
    const lines = (await fs.readFile(list, 'latin1')).split('\n').map((line) => (line.split('#', 1)[0] ?? '').trim());
    return lines.filter((line) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(line));
  } catch {
    // It is missing, or this person may not read it.
    return [];
  }
}
