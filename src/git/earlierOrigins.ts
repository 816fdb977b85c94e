/** Finds the commits that changed a line before the one git blames, one by one, within limits. */
import { BecauseError } from '../core/base/errors.ts';
import type { Commit, CommittedOrigin, EarlierOrigin, FileVersion } from '../core/work/facts.ts';
import { lineBefore } from '../core/work/lineBefore.ts';
import { Ancestry } from './ancestry.ts';
import { groupOf, originOf } from './lineOrigin.ts';
import { Objects } from './objects.ts';
import { type GitFolder, until } from './program.ts';

/** Commits to look at, and milliseconds to spend: a person who has the first answer waits that long for more. */
const MOST = 20;
const TIME = 2_000;

export interface EarlierOptions {
  readonly most?: number | undefined;
  readonly time?: number | undefined;
}

/**
 * The earlier origins of a line, newest first, up to its first commit or a limit. Follows renames, moves and merges, and
 * ignores white space. A rewritten line counts as the most similar of those it replaced, else the nearest. Leaving the
 * loop ends git. Returns false where git ran out of time or could not go on. Throws as `GitFolder` does where git cannot
 * be run, and when aborted.
 */
export async function* earlierOrigins(
  git: GitFolder,
  origin: CommittedOrigin,
  { most = MOST, time = TIME }: EarlierOptions = {},
): AsyncGenerator<EarlierOrigin, boolean> {
  const late = AbortSignal.timeout(time);
  const timed = until(git, late);
  try {
    // Git prints paths from the root, and takes them from where it runs.
    const up = (await timed.ask(['rev-parse', '--show-cdup'])) ?? '';
    using ancestry = new Ancestry(timed);
    let last = origin;
    for (let count = 0; count < most && !last.isCutOff; count++) {
      const previous = last.previous ?? (await sourceOf(timed, last.commit, last.path));
      if (!previous) return true;
      const { line, wasReformatted } = lineBefore(await changesOf(timed, last, previous), last.line);
      if (line === undefined) return true;
      last = await originIn(timed, { ...previous, path: up + previous.path }, line, ancestry);
      yield { ...last, wasReformatted };
    }
    return true;
  } catch (error) {
    // A partial clone or a damaged repository ends the search; what was found stays valid.
    const isEnd = late.aborted || (error instanceof BecauseError && error.code === 'git-failed');
    if (!isEnd || git.signal?.aborted) throw error;
    return false;
  }
}

/** The origin of a line, in the file as a commit has it. */
async function originIn(
  git: GitFolder,
  { hash: from, path }: FileVersion,
  line: number,
  ancestry: Ancestry,
): Promise<CommittedOrigin> {
  using objects = new Objects(git);
  const group = await groupOf(git, { path, from, line, ignoresSpace: true });
  return await originOf(group, line, objects, ancestry);
}

/** A commit's diff of a file, without white space. */
function changesOf(git: GitFolder, { commit, path }: CommittedOrigin, previous: FileVersion): Promise<string> {
  const args = ['diff', '--no-color', '--no-ext-diff', '--no-textconv', '--unified=0', '--inter-hunk-context=0', '-w'];
  const versions = [`${previous.hash}:${previous.path}`, `${commit.hash}:${path}`];
  return git.text([...args, ...versions]);
}

/** Deleted files to look at, those with the same ending first. */
const CANDIDATES = 40;

/** The least share of the new file's words that the old one must have. */
const ALIKE = 0.6;

/**
 * The deleted file that a new one was made from, by its words. Git pairs files by whole lines, and a rename with a new
 * layout keeps few of those. Throws as `GitFolder` does.
 */
async function sourceOf(git: GitFolder, { hash, parents }: Commit, path: string): Promise<FileVersion | undefined> {
  const [parent] = parents;
  if (parent === undefined) return undefined;
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--diff-filter=D', '--name-only', parent, hash];
  const gone = (await git.text(args)).split('\0').filter(Boolean);
  const ending = (name: string) => /\.[^./]*$/.exec(name)?.[0];
  const same = (name: string) => Number(ending(name) === ending(path));
  const candidates = gone.sort((a, b) => same(b) - same(a)).slice(0, CANDIDATES);
  if (candidates.length === 0) return undefined;
  const versions = candidates.map((each) => ({ hash: parent, path: each }));
  using objects = new Objects(git);
  const [now = '', ...before] = await objects.texts([{ hash, path }, ...versions]);
  const words = wordsOf(now);
  const scored = versions.map((version, at) => ({ version, share: shareIn(wordsOf(before[at] ?? ''), words) }));
  const best = scored.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share >= ALIKE ? best.version : undefined;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/[\p{L}\p{N}_]{3,}/gu));

function shareIn(there: ReadonlySet<string>, words: ReadonlySet<string>): number {
  return words.size === 0 ? 0 : [...words].filter((word) => there.has(word)).length / words.size;
}
