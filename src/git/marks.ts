/** Marks by which linked work is found after its hash changed: the patch id of its change, and its last commits. */
import { BecauseError } from '../core/base/errors.ts';
import { defaultBranch, headsOfPullRequest } from './branches.ts';
import { commit } from './commits.ts';
import { type GitPort, gitAt, gitPort } from './port.ts';
import { type GitFolder, revision, until } from './program.ts';

/** What a link record keeps besides a commit's hash or a pull request's address. */
export interface Marks {
  readonly patch?: string | undefined;
  readonly heads?: readonly string[] | undefined;
}

/** The marks found in the repository a file lies in. None on failure, since a link works without. */
async function found(
  port: { readonly git: GitPort | undefined },
  file: string,
  ask: (git: GitFolder) => Promise<Marks>,
): Promise<Marks> {
  try {
    return await ask(gitAt(gitPort(port), file));
  } catch (error) {
    if (error instanceof BecauseError) return {};
    throw error;
  }
}

type Port = Parameters<typeof found>[0];

export const commitMarks = (port: Port, name: string, file = '.'): Promise<Marks> =>
  found(port, file, async (git) => {
    const { hash } = await commit(git, name);
    return { patch: (await patchIds(git, [hash])).get(hash) };
  });

/** The marks of a pull request, if its commits were fetched. */
export const requestMarks = (port: Port, number: number | undefined, file = '.'): Promise<Marks> =>
  found(port, file, async (git) => ({
    heads: number === undefined ? undefined : await headsOfPullRequest(git, number),
  }));

/** The marks of the branch checked out, for its pull request. */
export const branchMarks = (port: Port, file = '.'): Promise<Marks> =>
  found(port, file, async (git) => {
    const [{ hash }, main] = await Promise.all([commit(git, 'HEAD'), defaultBranch(git)]);
    return { heads: [hash], patch: main && (await patchIdSince(git, main.ref, hash)) };
  });

/** Bytes of changes to read at once; nobody links larger ones by hand. */
const BYTES = 16 * 1024 * 1024;

/** Milliseconds to spend, and commits to ask about at once. */
const TIME = 2_000;
const AT_ONCE = 50;

/** Ids to keep: the id of a hash never changes. */
const KEPT = 20_000;

/** Keeps the repository's settings from choosing a program or a format. */
const FORM = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-renames', '--unified=3', '--diff-algorithm=myers'];

/** Undefined for commits without an id: merges, and those that change nothing. */
const known = new Map<string, string | undefined>();

/**
 * The patch ids (`git patch-id --stable`) of commits by their hashes, as many as are found in `time` milliseconds. Throws
 * where git cannot be run, and when aborted.
 */
export async function patchIds(
  git: GitFolder,
  hashes: readonly string[],
  time = TIME,
): Promise<ReadonlyMap<string, string>> {
  const missing = [...new Set(hashes)].filter((hash) => !known.has(hash));
  const late = AbortSignal.timeout(time);
  for (let at = 0; at < missing.length && !late.aborted; at += AT_ONCE) {
    await learn(git, missing.slice(at, at + AT_ONCE), late);
  }
  const ids = new Map(hashes.flatMap((hash) => pairOf(hash, known.get(hash))));
  for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
  return ids;
}

/** Where git fails, as on a commit that is too large or missing, the halves are asked for separately. */
async function learn(git: GitFolder, hashes: readonly string[], late: AbortSignal): Promise<void> {
  const input = `${hashes.join('\n')}\n`;
  const found = await unlessLate(git, late, (timed) => idsIn(timed, ['--stdin', '--root'], input));
  for (const hash of found ? hashes : []) known.set(hash, found?.get(hash));
  if (found || late.aborted || hashes.length < 2) return;
  const half = hashes.length >> 1;
  await learn(git, hashes.slice(0, half), late);
  await learn(git, hashes.slice(half), late);
}

const pairOf = (hash: string, id: string | undefined): [string, string][] => (id === undefined ? [] : [[hash, id]]);

/** The patch id of all changes in `head` since it left `base`, if git can tell. Throws as `patchIds` does. */
export async function patchIdSince(git: GitFolder, base: string, head: string): Promise<string | undefined> {
  const found = await unlessLate(git, AbortSignal.timeout(TIME), async (timed) => {
    const from = await timed.ask(['merge-base', revision(base), revision(head)]);
    return from === undefined ? undefined : idsIn(timed, [from, revision(head)]);
  });
  return found?.values().next().value;
}

/**
 * The patch ids of what `git diff-tree` prints, by commit. The hash is all zeros for changes without a commit.
 */
async function idsIn(git: GitFolder, args: readonly string[], input?: string): Promise<ReadonlyMap<string, string>> {
  const changes = await git.run(['diff-tree', '-r', '-p', ...FORM, ...args], { bytes: BYTES, buffered: true, input });
  if (changes.length === 0) return new Map();
  const output = await git.text(['patch-id', '--stable'], { input: changes });
  const pairs = [...output.matchAll(/^([0-9a-f]{40,64}) ([0-9a-f]{40,64})$/gm)];
  return new Map(pairs.map(([, id = '', hash = '']) => [hash, id]));
}

/** Undefined where git fails or is out of time. Throws when aborted. */
async function unlessLate<T>(
  git: GitFolder,
  late: AbortSignal,
  work: (timed: GitFolder) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work(until(git, late));
  } catch (error) {
    git.signal?.throwIfAborted();
    if (late.aborted || (error instanceof BecauseError && error.code === 'git-failed')) return undefined;
    throw error;
  }
}
