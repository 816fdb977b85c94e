/** Why a line exists: what its commit says, and where that says nothing, what the line's earlier commits say. */
import type { LineOrigin } from '../core/work/facts.ts';
import { lookBack } from '../core/work/lookBack.ts';
import { whyOf, whyOnBranch } from '../core/work/why.ts';
import { type EarlierOptions, earlierOrigins } from '../git/earlierOrigins.ts';
import { around } from './circumstances.ts';
import { type Answer, type Asked, whyCommitted } from './explainCommit.ts';

/**
 * First what is known at once, then, where the line's commit names no reason, what is known when its earlier commits were
 * asked. `path` is the file from the workspace folder: its own links speak last. Throws as `GitFolder` does.
 */
export async function* explainLine(
  asked: Asked,
  origin: LineOrigin,
  path: string | undefined,
  bounds: Omit<EarlierOptions, 'signal'> = {},
): AsyncGenerator<Answer> {
  const { library, git, repos, remotes, branch, signal } = asked;
  if (origin.kind === 'uncommitted') {
    yield { beginning: { branch }, why: whyOnBranch(library, branch, repos) };
    return;
  }
  const { commit, merges, isCutOff } = origin;
  const beginning = { commit, merges, isCutOff };
  const why = await whyCommitted(asked, { commit, merges, path });
  const isSaid = why.via !== undefined && why.via.kind !== 'file';
  if (isSaid || isCutOff || commit.parents.length === 0) {
    yield { beginning, why };
    return;
  }
  yield { beginning: { ...beginning, earlier: 'pending' }, why };
  const earlier = await lookBack(earlierOrigins(git, origin, { ...bounds, signal }), async (before) =>
    whyOf(library, { ...(await around(library, git, before, signal)), repos, remotes }),
  );
  yield { beginning: { ...beginning, earlier }, why };
}
