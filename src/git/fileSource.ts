/** Which file a commit made a new one of, where it changed too much of it for git to say so. */
import type { Commit, FileVersion } from '../core/work/facts.ts';
import { Objects } from './objects.ts';
import type { GitFolder } from './program.ts';

/** Files looked at that the commit took away: those with the same ending first. */
const MOST = 40;

/** The share of the words of the new file that the old one has, at least. */
const ALIKE = 0.6;

/**
 * The file, among those a commit took away, whose words the new one is made of; undefined where there is none. Git pairs
 * files by whole lines, of which a rename with a new layout leaves few. Throws as `GitFolder` does.
 */
export async function sourceOf(
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
  const candidates = gone.sort((a, b) => same(b) - same(a)).slice(0, MOST);
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
