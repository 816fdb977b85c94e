/** The trailers that say why in a commit message. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { branchsInitiative, fileInput } from '../core/library/inputs.ts';
import { initiativeKnown } from '../core/library/query.ts';
import { trailersFor } from '../core/work/commitMessage.ts';
import { initiativeOfBranch } from '../core/work/links.ts';
import type { Trailer } from '../core/work/trailers.ts';
import { commentPrefix } from '../git/commits.ts';
import { question } from './question.ts';
import { workAt } from './work.ts';

/** What `withTrailers` puts into a message. */
export interface CommitTrailers {
  /** The initiative's id. */
  readonly initiative: string;
  readonly trailers: readonly Trailer[];
  /** How the lines begin that git takes out of a message. */
  readonly comment: string;
}

/** `Add Why to Commit Message` */
export const commitTrailers = question({
  name: 'commitTrailers',
  title: () => t('Add Why to Commit Message'),
  help: () => t('The trailers that say why in a commit message. Nothing if the branch is not for an initiative.'),
  input: z.object({ initiative: branchsInitiative, file: fileInput }),
  async answer(asked, { initiative: named, file }): Promise<CommitTrailers | undefined> {
    const { library, git, branch = '', repos } = await workAt(asked, file);
    const initiative =
      named === undefined ? initiativeOfBranch(library, branch, repos) : initiativeKnown(library, named);
    if (!initiative) return undefined;
    const comment = await commentPrefix(git);
    return { initiative: initiative.id, trailers: trailersFor(library, initiative), comment };
  },
});
