/** Pushes a branch, as a person would in a terminal. */
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { type GitFolder, revision } from './program.ts';

/** What is pushed. */
export interface Push {
  /** The remote's name in git. */
  readonly remote: string;
  /** The local branch, and its name on the remote. */
  readonly branch: string;
  readonly source: string;
  /** Whether the branch shall track what is pushed. */
  readonly isNew: boolean;
}

/** Milliseconds to wait for a network. */
const TIME = 120_000;

/** Pushes, through the door (`by`) if it can. Throws `git-failed` with what to do. */
export async function push(
  git: GitFolder,
  { remote, branch, source, isNew }: Push,
  by?: (remote: string, refspec: string, isNew: boolean) => Promise<void> | undefined,
): Promise<void> {
  const refspec = revision(source === branch ? branch : `${branch}:${source}`);
  try {
    const pushing = by?.(remote, refspec, isNew);
    const tracking = isNew ? ['--set-upstream'] : [];
    await (pushing ?? git.run(['push', '--quiet', ...tracking, '--', remote, refspec], { changes: true, time: TIME }));
  } catch (cause) {
    throw new BecauseError('git-failed', t('{0} could not be pushed to {1}.', branch, remote), {
      next: t('Push it yourself, then try again. The Git output says why.'),
      cause,
    });
  }
}
