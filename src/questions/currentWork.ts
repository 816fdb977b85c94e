/** What the checked-out branch is for. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { fileInput } from '../core/library/inputs.ts';
import {
  branchWithoutWhy,
  type CheckedOut,
  currentWorkMessage,
  initiativeAt,
  type WorkTold,
  workTold,
} from '../core/outline/currentWork.ts';
import { defaultBranch } from '../git/branches.ts';
import { question } from './question.ts';
import { workAt } from './work.ts';

/** A branch, and what is told of it. */
export interface CurrentWork {
  /** Undefined where none is checked out. */
  readonly branch: string | undefined;
  /** Whether everything is merged into it. */
  readonly isMain: boolean;
  /** The id of the initiative it is for. */
  readonly initiative?: string | undefined;
  readonly told?: WorkTold | undefined;
  /** What can be done about one without a why: link it, or start another from it. */
  readonly without?: 'unlinked' | 'shared' | undefined;
  /** Why it is for nothing, where there is something to say. */
  readonly message?: string | undefined;
}

/** `Current Work` */
export const currentWork = question({
  name: 'currentWork',
  title: () => t('Current Work'),
  help: () =>
    t('What the checked-out branch is for: its initiative, the problem, the outcome, and what waits for you.'),
  input: z.object({ file: fileInput }),
  async answer(asked, { file }): Promise<CurrentWork> {
    const { library, git, branch, repos } = await workAt(asked, file);
    const place: CheckedOut = branch === undefined ? { kind: 'detached' } : { kind: 'branch', branch, repos };
    const initiative = initiativeAt(library, place);
    const [main, me] = await Promise.all([defaultBranch(git), asked.me()]);
    return {
      branch,
      isMain: branch !== undefined && main?.name === branch,
      ...(initiative && { initiative: initiative.id, told: workTold(library, initiative, me, asked.now) }),
      without: branchWithoutWhy(library, place),
      message: currentWorkMessage(library, place),
    };
  },
});
