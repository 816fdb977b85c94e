/** By what linked work is found again when its hash is another, or no message names it: what it changes, and where it ends. */
import { BecauseError } from '../core/base/errors.ts';
import { defaultBranch, headsOfPullRequest } from './branches.ts';
import { commit } from './commits.ts';
import { type GitPort, gitAt, gitPort } from './port.ts';
import { type GitFolder, revision } from './program.ts';

/** What a link record keeps of a commit besides its hash, and of a pull request besides its address. */
export interface Marks {
  readonly patch?: string | undefined;
  readonly heads?: readonly string[] | undefined;
}

/** The marks that are found in the repository a file lies in; a link without these says what it has to say. */
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

/** Of a pull request, as far as its commits were fetched. */
export const requestMarks = (port: Port, number: number | undefined, file = '.'): Promise<Marks> =>
  found(port, file, async (git) => ({
    heads: number === undefined ? undefined : await headsOfPullRequest(git, number),
  }));

/** Of the branch that is checked out, of which a pull request is made. */
export const branchMarks = (port: Port, file = '.'): Promise<Marks> =>
  found(port, file, async (git) => {
    const [{ hash }, main] = await Promise.all([commit(git, 'HEAD'), defaultBranch(git)]);
    return { heads: [hash], patch: main && (await patchIdSince(git, main.ref, hash)) };
  });

/** Bytes of changes that are looked at together: what is larger, no person links by hand. */
const BYTES = 16 * 1024 * 1024;

/** Milliseconds, and commits asked about at once. */
const TIME = 2_000;
const AT_ONCE = 50;

/** Ids kept: a hash always has the same one. */
const KEPT = 20_000;

/** A repository's own settings choose neither a program nor a form here. */
const FORM = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-renames', '--unified=3', '--diff-algorithm=myers'];

export interface PatchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for all of them. */
  readonly time?: number | undefined;
}

/** Undefined for a commit that has none: a merge, or one that changes nothing. */
const known = new Map<string, string | undefined>();

/**
 * The ids of what commits change by their hashes, as `git patch-id --stable` tells, as far as they are found in time.
 * Throws where git cannot be run, and when called off.
 */
export async function patchIds(
  git: GitFolder,
  hashes: readonly string[],
  { signal, time = TIME }: PatchOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const missing = [...new Set(hashes)].filter((hash) => !known.has(hash));
  const late = AbortSignal.timeout(time);
  for (let at = 0; at < missing.length && !late.aborted; at += AT_ONCE) {
    await learn(git, missing.slice(at, at + AT_ONCE), late, signal);
  }
  const ids = new Map(hashes.flatMap((hash) => pairOf(hash, known.get(hash))));
  for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
  return ids;
}

/** One commit that is too large or not here does not cost the others theirs. */
async function learn(
  git: GitFolder,
  hashes: readonly string[],
  late: AbortSignal,
  signal?: AbortSignal,
): Promise<void> {
  const found = await unlessLate(idsOf(git, hashes, signal, late), late, signal);
  for (const hash of found ? hashes : []) known.set(hash, found?.get(hash));
  if (found || late.aborted || hashes.length < 2) return;
  const half = hashes.length >> 1;
  await learn(git, hashes.slice(0, half), late, signal);
  await learn(git, hashes.slice(half), late, signal);
}

const pairOf = (hash: string, id: string | undefined): [string, string][] => (id === undefined ? [] : [[hash, id]]);

/** The id of all that `head` changes since it left `base`; undefined where git cannot tell. Throws as `patchIds` does. */
export async function patchIdSince(
  git: GitFolder,
  base: string,
  head: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const late = AbortSignal.timeout(TIME);
  const ask = async (both: AbortSignal) => {
    const from = await git.ask(['merge-base', revision(base), revision(head)], { signal: both });
    if (from === undefined) return new Map<string, string>();
    return idsIn(git, await git.run(['diff-tree', '-r', '-p', ...FORM, from, revision(head)], limits(both)), both);
  };
  const found = await unlessLate(ask(eitherOf(signal, late)), late, signal);
  return found?.values().next().value;
}

async function idsOf(git: GitFolder, hashes: readonly string[], signal: AbortSignal | undefined, late: AbortSignal) {
  const both = eitherOf(signal, late);
  const input = `${hashes.join('\n')}\n`;
  const changes = await git.run(['diff-tree', '--stdin', '--root', '-r', '-p', ...FORM], { ...limits(both), input });
  return idsIn(git, changes, both);
}

/** `id hash` a line; of changes that no commit is named for, the hash is of zeros. */
async function idsIn(git: GitFolder, changes: Buffer, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  if (changes.length === 0) return new Map();
  const output = await git.run(['patch-id', '--stable'], { input: changes, signal });
  const pairs = [...output.toString('latin1').matchAll(/^([0-9a-f]{40,64}) ([0-9a-f]{40,64})$/gm)];
  return new Map(pairs.map(([, id = '', hash = '']) => [hash, id]));
}

const limits = (signal: AbortSignal) => ({ signal, bytes: BYTES, buffered: true });

const eitherOf = (signal: AbortSignal | undefined, late: AbortSignal): AbortSignal =>
  signal ? AbortSignal.any([signal, late]) : late;

/** What is out of time, too long or not here counts as unknown; what was called off stays called off. */
async function unlessLate<T>(work: Promise<T>, late: AbortSignal, signal?: AbortSignal): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    signal?.throwIfAborted();
    if (late.aborted || (error instanceof BecauseError && error.code === 'git-failed')) return undefined;
    throw error;
  }
}
