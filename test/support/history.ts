/** Repositories with a long history for measuring, written by `git fast-import`, the same for the same number. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { repositoryEnvironment } from './repository.ts';

/** One of so many commits is a merge of a branch. */
const MERGE_EVERY = 10;

const FILES = 400;
const FOLDERS = 20;

/** The file that is long, and the number of its lines; every so many commits change one of them. */
export const LONG_FILE = 'src/long.ts';
export const LONG_LINES = 20_000;
const LONG_EVERY = 40;

/** A file of usual length that was renamed halfway; every so many commits change one of its lines. */
export const USUAL_FILE = 'src/usual.ts';
export const USUAL_LINES = 300;
const USUAL_EVERY = 50;

const START = 1_600_000_000;

/** Makes a repository with so many commits on `main`, its files checked out. */
export async function writeHistory(folder: string, commits: number): Promise<void> {
  await importHistory(folder, stream(commits));
}

/** Makes a repository out of what `git fast-import` reads, its `main` checked out. */
export async function importHistory(folder: string, stream: Iterable<string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await git(folder, ['init', '--quiet', '--initial-branch=main'], []);
  await git(folder, ['fast-import', '--quiet', '--done'], stream);
  await git(folder, ['checkout', '--quiet', 'main'], []);
}

async function git(folder: string, args: readonly string[], input: Iterable<string>): Promise<void> {
  const child = spawn('git', args, {
    cwd: folder,
    env: repositoryEnvironment(),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(child, 'close');
  for (const piece of input) if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code ?? 'a signal'}.`);
}

function* stream(commits: number): Iterable<string> {
  const long = lines(LONG_LINES, 'long');
  const usual = lines(USUAL_LINES, 'usual');
  let name = 'src/first.ts';
  let changes: string[] = [];
  yield commitStream('refs/heads/main', 1, 1, 'Begin', [], [fileStream(LONG_FILE, long), fileStream(name, usual)]);
  for (let n = 2; n <= commits; n++) {
    const isMerge = n % MERGE_EVERY === 0 && n > MERGE_EVERY;
    // The branch starts a few commits back and holds the commit before the merge.
    const onBranch = (n + 1) % MERGE_EVERY === 0 && n > MERGE_EVERY;
    // A merge's tree is its first parent's until it is said what the branch changed.
    if (!isMerge) changes = [fileStream(pathOf(n), [`export const value = ${n};`, `// commit ${n}`])];
    // These are commits on branches, so that a merge brought each of them.
    if (!isMerge && n % LONG_EVERY === 19) {
      long[(Math.floor(n / LONG_EVERY) * 7919) % LONG_LINES] = line('long', n);
      changes.push(fileStream(LONG_FILE, long));
    }
    if (n === Math.floor(commits / 2 / MERGE_EVERY) * MERGE_EVERY + 3) {
      changes.push(`R ${name} ${USUAL_FILE}\n`);
      name = USUAL_FILE;
    } else if (n % USUAL_EVERY === 9) {
      usual[(Math.floor(n / USUAL_EVERY) * 7) % USUAL_LINES] = line('usual', n);
      changes.push(fileStream(name, usual));
    }
    const main = onBranch || isMerge ? n - (isMerge ? 2 : 1) : n - 1;
    const parents = isMerge ? [main, n - 1] : [main];
    const subject = isMerge ? `Merge pull request #${n} from relay/feature/PAY-${n}` : `Change ${n}`;
    const branch = onBranch ? 'refs/heads/work' : 'refs/heads/main';
    yield commitStream(branch, n, n, subject, parents, changes);
  }
  yield `reset refs/heads/main\nfrom :${commits}\n\nreset refs/heads/work\nfrom 0000000000000000000000000000000000000000\n\ndone\n`;
}

function pathOf(n: number): string {
  const of = (n * 13) % FILES;
  return `lib/part${of % FOLDERS}/file${of}.ts`;
}

function lines(count: number, kind: string): string[] {
  return Array.from({ length: count }, (_, index) => line(kind, -index));
}

function line(kind: string, n: number): string {
  return `export const ${kind}${Math.abs(n)} = describe('${kind}', ${n}, 'what this line says');`;
}

/** A file in a commit of `git fast-import`. */
export function fileStream(path: string, content: readonly string[]): string {
  const text = `${content.join('\n')}\n`;
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
}

/** A commit as `git fast-import` reads it; parents and the commit itself are named by their marks. */
export function commitStream(
  branch: string,
  mark: number,
  time: number,
  subject: string,
  parents: readonly number[],
  changes: readonly string[],
): string {
  const who = `Ada Lovelace <ada@relay.example> ${START + time * 600} +0000`;
  const [from, ...merged] = parents.map((parent) => `:${parent}`);
  return [
    `commit ${branch}\nmark :${mark}\nauthor ${who}\ncommitter ${who}\n`,
    `data ${Buffer.byteLength(subject)}\n${subject}\n`,
    from === undefined ? '' : `from ${from}\n`,
    ...merged.map((one) => `merge ${one}\n`),
    ...changes,
    '\n',
  ].join('');
}
