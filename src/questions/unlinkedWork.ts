/** Which branches and commits say no why, as git knows them at this moment. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { type UnlinkedWork, unlinkedWork as unlinkedAmong } from '../core/work/unlinked.ts';
import { introductions } from '../git/ancestry.ts';
import { branches, defaultBranch } from '../git/branches.ts';
import { commitsBetween, recentCommits } from '../git/commits.ts';
import { patchesOf } from './circumstances.ts';
import { question } from './question.ts';
import { workAt } from './work.ts';

/** Commits looked at: those somebody still remembers. */
const RECENT = 200;

/** `Unlinked Work` */
export const unlinkedWork = question({
  name: 'unlinkedWork',
  title: () => t('Unlinked Work'),
  help: () => t('The branches and the newest commits that are not linked to a reason.'),
  input: z.object({}),
  async answer(asked): Promise<UnlinkedWork> {
    const { library, git, repos, remotes, branch } = await workAt(asked);
    const [all, commits, main] = await Promise.all([branches(git), recentCommits(git, RECENT), defaultBranch(git)]);
    const isMain = main === undefined || main.name === branch || commits.length === 0;
    const hashes = commits.map(({ hash }) => hash);
    const [merges, own, patches] = await Promise.all([
      introductions(git, hashes),
      isMain ? [] : commitsBetween(git, main.ref, 'HEAD', RECENT),
      patchesOf(library, git, commits),
    ]);
    const ofBranch = new Set(own.map(({ hash }) => hash));
    const here = { repos, remotes, branch, ofBranch, defaultBranch: main?.name };
    return unlinkedAmong(library, { branches: all, commits, merges, patches, ...here });
  },
});
