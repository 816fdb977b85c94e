/** A pull request of the branch that is checked out, as it would be made: from where to where, its title, and its why. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { field } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { nameOf } from '../core/face/names.ts';
import type { Remote } from '../core/hosts/remote.ts';
import type { Initiative } from '../core/kinds/all.ts';
import { branchsInitiative, fileInput } from '../core/library/inputs.ts';
import { withKey } from '../core/work/commitMessage.ts';
import { type DefaultBranch, subjectOf } from '../core/work/facts.ts';
import { currentBranch, defaultBranch, upstreamOf } from '../git/branches.ts';
import { commitsBetween } from '../git/commits.ts';
import { type Checkout, hostsOf } from '../git/port.ts';
import type { Push } from '../git/push.ts';
import { templatesIn } from '../git/templates.ts';
import { question } from './question.ts';
import { type BlockTold, blockFor, blockTold } from './whyBlock.ts';
import { type WorkHere, workAt } from './work.ts';

/** A pull request to be made. */
export interface PullRequestDraft extends Omit<BlockTold, 'title' | 'text'> {
  /** Where it is made. */
  readonly remote: Remote;
  /** The branch to merge, by its name on the host. */
  readonly source: string;
  /** Who owns the fork the branch is on; undefined where it is on the repository itself. */
  readonly forkOwner?: string | undefined;
  /** The branch to merge into. */
  readonly target: string;
  /** What has to be pushed first, if anything: a host can merge only what it has. */
  readonly push?: Push | undefined;
  readonly title: string;
  /** The description, in the host's own template where there is one. */
  readonly body: string;
  /** All templates of the repository by their paths, the host's own choice first, and the description in each. */
  readonly bodies: readonly { readonly template: string; readonly body: string }[];
}

/** `Create Pull Request with Why` */
export const pullRequestDraft = question({
  name: 'pullRequestDraft',
  title: () => t('Create Pull Request'),
  help: () => t('The pull request of the branch, with its why. Nothing if there is no initiative for it.'),
  input: z.object({
    initiative: branchsInitiative,
    file: fileInput,
    key: z.optional(
      field(z.boolean(), () => t('Whether the title contains the initiative’s key. It does by default.')),
    ),
  }),
  async answer(asked, { initiative: named, file, key = true }): Promise<PullRequestDraft | undefined> {
    const work = await workAt(asked, file);
    const { library, checkout, git } = work;
    const { branch, remote, main } = await toMerge(work);
    const found = await blockFor(asked, work, named);
    if (!found) return undefined;
    const { initiative } = found.block;
    const [pushed, templates, title] = await Promise.all([
      pushedAs(work, { branch, remote, main: main.name }),
      templatesIn(checkout.root, remote.kind, main.name),
      titleFor(work, main, initiative),
    ]);
    git.signal?.throwIfAborted();
    const { title: _, text: body, ...block } = blockTold(found, found.textIn(templates[0]?.text ?? ''));
    return {
      ...block,
      remote,
      ...pushed,
      target: main.name,
      title: key ? withKey(library, initiative, title) : title,
      body,
      bodies: templates.map(({ path, text }) => ({ template: path, body: found.textIn(text) })),
    };
  },
});

/** What is merged into what, and where. Throws what says why there can be none. */
async function toMerge({ git, branch, checkout }: WorkHere) {
  if (branch === undefined) {
    throw new BecauseError('not-found', t('No branch is checked out (HEAD is detached).'), {
      next: t('Check out a branch, then try again.'),
    });
  }
  if ((await currentBranch(git)) !== branch) {
    throw new BecauseError('bad-input', t('A rebase or bisect of {0} is not finished.', branch), {
      next: t('Finish it, then try again.'),
    });
  }
  const [remote] = hostsOf(checkout);
  if (!remote) {
    throw new BecauseError('not-found', t('This repository has no remote on a host.'), {
      next: t('Because: Copy Pull Request Description gives you the text.'),
      remedy: { verb: 'copyPullRequestDescription', title: t('Copy Description') },
    });
  }
  const main = await defaultBranch(git);
  if (main && main.name !== branch) return { branch, remote, main };
  throw new BecauseError('bad-input', t('There is no branch to merge {0} into.', branch), {
    next: t('Check out the branch with your work, then try again.'),
  });
}

/** Where the branch is on the host, or will be once it is pushed. */
async function pushedAs(
  { git, checkout }: WorkHere,
  { branch, remote, main }: { readonly branch: string; readonly remote: Remote; readonly main: string },
): Promise<Pick<PullRequestDraft, 'source' | 'forkOwner' | 'push'>> {
  const upstream = await upstreamOf(git, branch);
  const there = checkout.remotes.find(({ name }) => name === upstream?.remote)?.at;
  // A branch that was made from what is merged into, or that is on a disk, is not on the host by that alone.
  const isThere = upstream !== undefined && there?.host === remote.host && upstream.name !== main;
  if (!isThere)
    return { source: branch, push: { remote: remoteName(checkout, remote), branch, source: branch, isNew: true } };
  const { name: source } = upstream;
  return {
    source,
    ...(there.repo !== remote.repo && { forkOwner: there.owner }),
    ...(upstream.ahead > 0 && { push: { remote: upstream.remote, branch, source, isNew: false } }),
  };
}

/** What git calls the remote, `origin` before others on the same repository. */
function remoteName({ remotes }: Checkout, { repo }: Remote): string {
  const names = remotes.filter(({ at }) => at?.repo === repo).map(({ name }) => name);
  return names.find((name) => name === 'origin') ?? names[0] ?? 'origin';
}

/** One commit's subject says best what one commit does; of more, the initiative does. */
async function titleFor({ git }: WorkHere, main: DefaultBranch, initiative: Initiative): Promise<string> {
  const [only, ...more] = await commitsBetween(git, main.ref, 'HEAD', 2);
  return (only && more.length === 0 && subjectOf(only)) || nameOf(initiative);
}
