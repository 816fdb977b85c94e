/** Who took part in an initiative: to thank them. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { type Participant, participantsIn } from '../core/credit/partsIn.ts';
import { recordInput } from '../core/library/inputs.ts';
import type { Library } from '../core/library/library.ts';
import { initiativeKnown } from '../core/library/query.ts';
import type { Commit } from '../core/work/facts.ts';
import { among, whyOf } from '../core/work/why.ts';
import { introductions } from '../git/ancestry.ts';
import { recentCommits } from '../git/commits.ts';
import { patchesOf } from './circumstances.ts';
import { type Asked, question } from './question.ts';
import { known, workAt } from './work.ts';

/** Commits looked at: older work has been thanked for, or never will be. */
const RECENT = 1000;

export const participants = question({
  name: 'participants',
  title: () => t('Who Took Part'),
  help: () =>
    t('Who took part in an initiative, and how, as commits and records tell: code, reviews, risks, ideas, answers.'),
  input: z.object({ initiative: recordInput('initiative', () => t('Which initiative?')) }),
  async answer(asked, { initiative: id }): Promise<readonly Participant[]> {
    const initiative = initiativeKnown(asked.library, id);
    const commits = asked.git ? await known(() => commitsFor(asked, initiative.id)) : undefined;
    return participantsIn(asked.library, initiative, { commits: commits ?? [], now: asked.now });
  },
});

/** The newest commits that were made for the initiative. */
async function commitsFor(asked: Asked, id: string): Promise<readonly Commit[]> {
  const { library, git, repos, remotes } = await workAt(asked);
  const commits = await recentCommits(git, RECENT);
  const merges = await introductions(
    git,
    commits.map(({ hash }) => hash),
  );
  const patches = await patchesOf(library, git, commits);
  return commits.filter((commit) => isFor(library, id, { repos, remotes, merges, patches }, commit));
}

function isFor(library: Library, id: string, around: Parameters<typeof among>[0], commit: Commit): boolean {
  // A merge says what its branch says.
  if (commit.parents.length > 1) return false;
  return whyOf(library, among(around, commit)).initiatives.some((initiative) => initiative.id === id);
}
