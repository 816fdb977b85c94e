/** Which merge brought each of many commits into what is checked out, found in one walk through the history. */
import type { Commit } from '../core/work/facts.ts';
import { commitsOf } from './commits.ts';
import { type GitFolder, revision } from './program.ts';

/** Commits walked through, newest first: who asks about many asks about those people still talk of. */
const MOST = 100_000;

export interface IntroductionsOptions {
  /** The revision they were brought into; what is checked out by default. */
  readonly head?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * For each commit, the merge on the head's line of first parents that brought it in; none for one that was committed on
 * that line, or that is no part of the walk. Throws `bad-input` where the revision could be an option, and as
 * `GitFolder` does.
 */
export async function introductions(
  git: GitFolder,
  hashes: Iterable<string>,
  { head = 'HEAD', signal }: IntroductionsOptions = {},
): Promise<ReadonlyMap<string, Commit>> {
  const wanted = new Set(hashes);
  if (wanted.size === 0) return new Map();
  // Children before their parents, whatever the clocks of those who committed said.
  const args = ['rev-list', '--topo-order', '--parents', `--max-count=${MOST}`, revision(head), '--'];
  const walk = (await git.run(args, { signal })).toString('latin1').split('\n');
  const found = introducedBy(walk, wanted);
  const merges = await commitsOf(git, [...new Set(found.values())], signal);
  const commits = new Map(merges.map((commit) => [commit.hash, commit]));
  return new Map(
    [...found].flatMap(([hash, merge]) => {
      const commit = commits.get(merge);
      return commit ? [[hash, commit] as const] : [];
    }),
  );
}

/** On the line of first parents itself: nothing brought it in. */
const MAIN = Number.POSITIVE_INFINITY;

/**
 * Hands down from child to parent which merge of the line of first parents, counted from the head, leads there. A commit
 * that several lead to was brought in by the oldest of them. `walk` holds `hash parent parent…`, children first.
 */
function introducedBy(walk: readonly string[], wanted: ReadonlySet<string>): Map<string, string> {
  const leads = new Map<string, number>();
  const merges: string[] = [];
  const found = new Map<string, string>();
  for (const line of walk) {
    const [hash = '', ...parents] = line.split(' ');
    if (hash === '') continue;
    // The head is the first of all, and nobody's parent.
    const lead = leads.get(hash) ?? (merges.length === 0 && leads.size === 0 ? MAIN : undefined);
    if (lead === undefined) continue;
    leads.delete(hash);
    if (lead !== MAIN && wanted.has(hash)) found.set(hash, merges[lead] ?? '');
    if (lead === MAIN && parents.length > 1) merges.push(hash);
    for (const [index, parent] of parents.entries()) {
      const given = lead !== MAIN ? lead : index === 0 ? MAIN : merges.length - 1;
      const known = leads.get(parent);
      if (known === undefined || given > known) leads.set(parent, given);
    }
  }
  return found;
}
