/** A whole file, with the commits its lines come from. */
import type { Commit } from '../core/work/facts.ts';
import { introductions } from './ancestry.ts';
import { Answers } from './answers.ts';
import { type BlameGroup, blame } from './blame.ts';
import { commitsOf } from './commits.ts';
import { keyOf, type OriginKey } from './lineOrigin.ts';
import type { GitFolder } from './program.ts';

export interface BlamedFile {
  /** Runs of lines, in git's order; without a commit while they are not committed. */
  readonly runs: readonly (Pick<BlameGroup, 'at' | 'count'> & { readonly commit: Commit | undefined })[];
  /** The merge that brought a commit in, by its hash, where one did. */
  readonly merges: ReadonlyMap<string, Commit>;
}

/** Files to keep: more than a person goes back and forth between. */
const KEPT = 30;

/** Caches files by repository, commit and content. */
export class BlamedFiles {
  readonly #answers = new Answers<BlamedFile>(KEPT);

  /** A file of a repository. Throws `git-failed` where git does not have it, and as `GitFolder` does. */
  of(git: GitFolder, ask: Omit<OriginKey, 'line'>): Promise<BlamedFile> {
    return this.#answers.of(keyOf(git, { ...ask, line: 0 }), git.signal, () => blamedFile(git, ask));
  }
}

async function blamedFile(git: GitFolder, { path, contents }: Omit<OriginKey, 'line'>): Promise<BlamedFile> {
  const groups: BlameGroup[] = [];
  for await (const group of blame(git, { path, contents })) groups.push(group);
  const hashes = [...new Set(groups.map(({ hash }) => hash))].filter((hash) => !/^0+$/.test(hash));
  const [commits, merges] = await Promise.all([commitsOf(git, hashes), introductions(git, hashes)]);
  const byHash = new Map(commits.map((commit) => [commit.hash, commit]));
  return { runs: groups.map(({ hash, at, count }) => ({ at, count, commit: byHash.get(hash) })), merges };
}
