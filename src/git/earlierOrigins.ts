/** The commits a line was changed by before the one git blames: looked for one after the other, within bounds. */
import { BecauseError } from '../core/base/errors.ts';
import type { Commit, CommittedOrigin, EarlierOrigin, FileVersion } from '../core/work/facts.ts';
import { lineBefore } from '../core/work/lineBefore.ts';
import { Ancestry } from './ancestry.ts';
import { groupOf, originOf } from './lineOrigin.ts';
import { Objects } from './objects.ts';
import type { GitFolder } from './program.ts';

/** Commits looked at, and milliseconds spent: as long as a person who sees the first of the answer waits for the rest. */
const MOST = 20;
const TIME = 2_000;

export interface EarlierOptions {
  readonly signal?: AbortSignal | undefined;
  readonly most?: number | undefined;
  readonly time?: number | undefined;
}

/**
 * Where a line was before, the newest first, until its first commit or a bound. Renames, moves and merges are followed;
 * white space counts for nothing; of lines that were rewritten, the most alike among those they stand for is taken, or
 * the nearest. Leaving the loop ends git. It ends with whether these were
 * all, or all that were wanted: where git can tell no more, or is out of time, it ends; it throws as `GitFolder`
 * does where git cannot be run, and when called off.
 */
export async function* earlierOrigins(
  git: GitFolder,
  origin: CommittedOrigin,
  { signal, most = MOST, time = TIME }: EarlierOptions = {},
): AsyncGenerator<EarlierOrigin, boolean> {
  const late = AbortSignal.timeout(time);
  const both = signal ? AbortSignal.any([signal, late]) : late;
  const options = { signal: both };
  try {
    // Git's paths are from the root; what it is given is from where it runs.
    const up = (await git.ask(['rev-parse', '--show-cdup'], options)) ?? '';
    const ancestry = new Ancestry(git, 'HEAD', options);
    try {
      let last = origin;
      for (let count = 0; count < most && !last.isCutOff; count++) {
        const previous = last.previous ?? (await sourceOf(git, last.commit, last.path, both));
        if (!previous) return true;
        const { line, wasReformatted } = lineBefore(await changesOf(git, last, previous, both), last.line);
        if (line === undefined) return true;
        last = await originIn(git, { ...previous, path: up + previous.path }, line, ancestry, both);
        yield { ...last, wasReformatted };
      }
      return true;
    } finally {
      ancestry.close();
    }
  } catch (error) {
    // What a partial clone has to fetch first, or what is damaged, ends it too: what is known stays known.
    const isEnd = late.aborted || (error instanceof BecauseError && error.code === 'git-failed');
    if (!isEnd || signal?.aborted) throw error;
    return false;
  }
}

/** Where a line of a file comes from, as a commit has it. */
async function originIn(
  git: GitFolder,
  { hash: from, path }: FileVersion,
  line: number,
  ancestry: Ancestry,
  signal: AbortSignal,
): Promise<CommittedOrigin> {
  const objects = new Objects(git, { signal });
  try {
    const group = await groupOf(git, { path, from, line, ignoresSpace: true, signal });
    return await originOf(group, line, objects, ancestry);
  } finally {
    objects.close();
  }
}

/** What a commit did to a file, as git writes changes; white space counts for nothing. */
async function changesOf(
  git: GitFolder,
  { commit, path }: CommittedOrigin,
  previous: FileVersion,
  signal: AbortSignal,
): Promise<string> {
  const args = ['diff', '--no-color', '--no-ext-diff', '--no-textconv', '--unified=0', '--inter-hunk-context=0', '-w'];
  const versions = [`${previous.hash}:${previous.path}`, `${commit.hash}:${path}`];
  return (await git.run([...args, ...versions], { signal })).toString('utf8');
}

/** Files looked at that the commit took away: those with the same ending first. */
const CANDIDATES = 40;

/** The share of the words of the new file that the old one has, at least. */
const ALIKE = 0.6;

/**
 * The file, among those a commit took away, whose words the new one is made of; undefined where there is none. Git pairs
 * files by whole lines, of which a rename with a new layout leaves few. Throws as `GitFolder` does.
 */
async function sourceOf(
  git: GitFolder,
  { hash, parents }: Commit,
  path: string,
  signal?: AbortSignal,
): Promise<FileVersion | undefined> {
  const [parent] = parents;
  if (parent === undefined) return undefined;
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--diff-filter=D', '--name-only', parent, hash];
  const gone = (await git.run(args, { signal })).toString('utf8').split('\0').filter(Boolean);
  const ending = (name: string) => /\.[^./]*$/.exec(name)?.[0];
  const same = (name: string) => Number(ending(name) === ending(path));
  const candidates = gone.sort((a, b) => same(b) - same(a)).slice(0, CANDIDATES);
  if (candidates.length === 0) return undefined;
  const versions = candidates.map((each) => ({ hash: parent, path: each }));
  const [now = '', ...before] = await textsOf(git, [{ hash, path }, ...versions], signal);
  const words = wordsOf(now);
  const scored = versions.map((version, at) => ({ version, share: shareIn(wordsOf(before[at] ?? ''), words) }));
  const best = scored.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share >= ALIKE ? best.version : undefined;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/[\p{L}\p{N}_]{3,}/gu));

function shareIn(there: ReadonlySet<string>, words: ReadonlySet<string>): number {
  return words.size === 0 ? 0 : [...words].filter((word) => there.has(word)).length / words.size;
}

async function textsOf(git: GitFolder, versions: readonly FileVersion[], signal?: AbortSignal) {
  const objects = new Objects(git, { signal });
  try {
    return await objects.texts(versions);
  } finally {
    objects.close();
  }
}
