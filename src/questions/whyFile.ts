/** Which initiatives shaped a file: by commits and time soon, and by the lines that stand today when git has counted them. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { pickName } from '../core/face/names.ts';
import { problemStatements } from '../core/kinds/initiative.ts';
import { codeInput } from '../core/library/inputs.ts';
import type { Library } from '../core/library/library.ts';
import type { Commit } from '../core/work/facts.ts';
import { type Shaping, shapedBy, shapedOnBranch } from '../core/work/shapedBy.ts';
import { introductions } from '../git/ancestry.ts';
import { lineShares } from '../git/blame.ts';
import { commitsOf, fileHistory } from '../git/commits.ts';
import { isWork } from '../git/lineOrigin.ts';
import { gitPort, nameInGit } from '../git/port.ts';
import { patchesOf } from './circumstances.ts';
import { question } from './question.ts';
import { linkedPath, type WorkHere, workAt } from './work.ts';

/** What one initiative, or work without a why, did to a file. */
export interface FileShare extends Pick<Shaping, 'share' | 'from' | 'to'> {
  /** The initiative's id; missing for the work without a why. */
  readonly initiative?: string | undefined;
  /** What the initiative is called, and the statement of its problem. */
  readonly name?: string | undefined;
  readonly statement?: string | undefined;
  /** Newest first; none while nothing is committed. */
  readonly commits: readonly Commit[];
}

/** `Why This File?` */
export const whyFile = question({
  name: 'whyFile',
  title: () => t('Why This File?'),
  help: () => t('The initiatives that shaped a file, by how many of its lines are theirs today.'),
  input: z.object({ file: codeInput }),
  async *answer(asked, { file }) {
    const work = await workAt(asked, file);
    const shaped = shapingsOf(work, nameInGit(gitPort(asked), file), linkedPath(asked, file));
    for await (const shapings of shaped) yield shapings.map((each) => shareOf(work.library, each));
  },
});

function shareOf(library: Library, { initiative, share, commits, from, to }: Shaping): FileShare {
  const work = { share, commits, from, to };
  if (!initiative) return work;
  const [statement] = problemStatements(library, initiative);
  return { initiative: initiative.id, name: pickName(initiative), statement, ...work };
}

/**
 * What shaped a file, first as far as it is known soon, then more exactly. `name` is what git calls it, `path` what links do.
 * Throws `not-found` for a file that neither a commit nor its branch's initiative has shaped, and as `GitFolder` does.
 */
async function* shapingsOf(
  { library, git, repos, remotes, branch }: WorkHere,
  name: string,
  path: string | undefined,
): AsyncGenerator<readonly Shaping[]> {
  const changes = await fileHistory(git, name);
  const known = { changes, repos, remotes, path };
  const first = shapedBy(library, { ...known, shares: undefined, merges: new Map() });
  if (first.length === 0) {
    const shaping = shapedOnBranch(library, branch, repos);
    if (shaping.length > 0 && (await isWork(git, { path: name }))) return yield shaping;
    throw new BecauseError('not-found', t('No commit has {0} yet.', name), { next: t('Commit it, then ask again.') });
  }
  yield first;
  const own = new Set(changes.map(({ commit }) => commit.hash));
  const counting = lineShares(git, name);
  // Whoever waits for it hears of a failure, after the merges.
  counting.catch(() => undefined);
  const commits = changes.map(({ commit }) => commit);
  const [merges, patches] = await Promise.all([introductions(git, own), patchesOf(library, git, commits)]);
  yield shapedBy(library, { ...known, shares: undefined, merges, patches });
  const shares = await counting;
  // Lines that were moved here keep the commit that brought them into another file.
  const others = shares.flatMap(({ hash }) => (hash === undefined || own.has(hash) ? [] : hash));
  const [moved, theirs] = await Promise.all([commitsOf(git, others), introductions(git, others)]);
  yield shapedBy(library, { ...known, shares, moved, merges: new Map([...merges, ...theirs]), patches });
}
