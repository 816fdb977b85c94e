/** What git knows around a commit beyond its message: what it takes back, and what it changes. */
import type { Library } from '../core/library/library.ts';
import type { Commit } from '../core/work/facts.ts';
import { hasPatches } from '../core/work/links.ts';
import { isRevert, repeatsIn } from '../core/work/mergeMessage.ts';
import type { Circumstances } from '../core/work/why.ts';
import { commit as commitOf } from '../git/commits.ts';
import { mergesOf } from '../git/lineOrigin.ts';
import { patchIds } from '../git/marks.ts';
import type { GitFolder } from '../git/program.ts';

type Known = Pick<Circumstances, 'commit' | 'merges' | 'patch'>;

/** Reverts of reverts that are followed. */
const DEEPEST = 5;

/** A commit with what it changes, where a link record might tell it by that, and with what it takes back. */
export async function around(
  library: Library,
  git: GitFolder,
  known: { readonly commit: Commit; readonly merges: readonly Commit[] },
): Promise<Known & Pick<Circumstances, 'others'>> {
  const others = new Map<string, Known>();
  let last: Known | undefined = known;
  for (let depth = 0; last && depth < DEEPEST; depth++) {
    const { reverted, ...repeats } = repeatsIn(last.commit.message);
    if (reverted === undefined || !isRevert({ ...repeats, reverted }) || others.has(reverted)) break;
    last = await named(git, reverted);
    if (last) others.set(reverted, last);
  }
  if (!hasPatches(library)) return { ...known, others };
  const all = [known, ...others.values()].map(({ commit }) => commit.hash);
  const patches = await patchIds(git, all);
  const withPatch = <K extends Known>(each: K) => ({ ...each, patch: patches.get(each.commit.hash) });
  return { ...withPatch(known), others: new Map([...others].map(([name, each]) => [name, withPatch(each)])) };
}

/** What the given commits change, where a link record might tell one by that. */
export async function patchesOf(
  library: Library,
  git: GitFolder,
  commits: readonly Commit[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = commits.map(({ hash }) => hash);
  return hasPatches(library) ? patchIds(git, hashes) : new Map();
}

/** A commit by the name a message gives it; undefined where it is not here. */
async function named(git: GitFolder, name: string): Promise<Known | undefined> {
  try {
    const commit = await commitOf(git, name);
    return { commit, merges: await mergesOf(git, commit.hash) };
  } catch {
    git.signal?.throwIfAborted();
    return undefined;
  }
}
