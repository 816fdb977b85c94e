/** `Create Pull Request with Why`: on GitHub with the editor's own account, elsewhere through the host's own page. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { nameOf } from '../../core/face/names.ts';
import { hostOf } from '../../core/hosts/all.ts';
import { requestName } from '../../core/hosts/pages.ts';
import type { Remote } from '../../core/hosts/remote.ts';
import { subjectOf } from '../../core/work/commitText.ts';
import type { DefaultBranch } from '../../core/work/facts.ts';
import { withKey } from '../../core/work/pullRequestTitle.ts';
import { withWhyBlock } from '../../core/work/whyBlock.ts';
import { defaultBranch, upstreamOf } from '../../git/branches.ts';
import { commitsBetween } from '../../git/commits.ts';
import type { GitFolder } from '../../git/program.ts';
import { type Answers, ask, type Step } from '../ask/quickInput.ts';
import { titleAbout } from '../ask/subject.ts';
import { askInformation, withProgress } from '../door/messages.ts';
import type { Git, Repository } from '../workspace/git.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type BlockAtHand, blockAtHand, placeMeant } from './block.ts';
import { branchMarks } from './linkMarks.ts';
import { branchAt, gitAt } from './place.ts';
import { accountOn, createOnHost, type Draft, openPage } from './pullRequestDraft.ts';
import { type Template, templatesIn } from './templates.ts';

/** Where a pull request is made. */
type Way = 'here' | 'page';

export async function createPullRequest(
  workspace: Workspace,
  memory: vscode.Memento,
  source: unknown,
): Promise<unknown> {
  const title = vscode.l10n.t('Create Pull Request');
  // Whether there can be one at all comes before any question.
  const place = placeMeant(workspace, source);
  const branch = branchAt(workspace, place);
  if (!workspace.git.isOnBranch(place.uri)) throw notFinished(branch);
  const git = gitAt(workspace, place);
  const [remote] = workspace.git.remotesOf(place.uri);
  if (!remote) throw noHost();
  const main = await defaultBranch(git);
  if (!main || main.name === branch) throw nothingToMerge(branch);
  const atHand = await blockAtHand(workspace, source, title);
  if (!atHand) return undefined;
  const { block } = atHand;
  const repository = workspace.git.repositoryOf(place.uri);
  const pushed = repository && (await pushedAs(git, workspace.git, repository, { branch, remote, main: main.name }));
  if (!pushed) return undefined;
  const templates = await templatesIn(workspace, place, remote.kind, main.name);
  const account = hostOf(remote.kind).takesRequests ? accountOn(remote.host) : undefined;
  const asked = await ask(memory, {
    key: `createPullRequest:${place.folder.root.toString()}:${branch}`,
    title: titleAbout(title, block),
    steps: stepsFor(remote, templates, { title: await titleFor(git, main, atHand), hasAccount: account !== undefined }),
  });
  if (!asked) return undefined;
  const draft: Draft = {
    atHand,
    remote,
    ...pushed,
    target: main.name,
    marks: await branchMarks(git, main.ref),
    title: String(asked.answers.title),
    body: bodyFor(atHand, remote, templates, asked.answers),
  };
  const way: Way = asked.answers.way === 'here' ? 'here' : 'page';
  return way === 'here' && account ? createOnHost(draft, account, asked.forget) : openPage(draft, asked.forget);
}

function notFinished(branch: string): BecauseError {
  return new BecauseError('bad-input', vscode.l10n.t('A rebase or bisect of {0} is not finished.', branch), {
    next: vscode.l10n.t('Finish it, then try again.'),
  });
}

function noHost(): BecauseError {
  return new BecauseError('not-found', vscode.l10n.t('This repository has no remote on a host.'), {
    next: vscode.l10n.t('Because: Copy Pull Request Description gives you the text.'),
  });
}

function nothingToMerge(branch: string): BecauseError {
  return new BecauseError('bad-input', vscode.l10n.t('{0} is not a branch that is merged into another.', branch), {
    next: vscode.l10n.t('Check out the branch with your work, then try again.'),
  });
}

/** Where the branch is on the host. */
type Pushed = Pick<Draft, 'source' | 'forkOwner'>;

interface ToMerge {
  readonly branch: string;
  /** Where the pull request is made. */
  readonly remote: Remote;
  readonly main: string;
}

/** A host can merge only what it has: pushes the branch where the person agrees; undefined where they do not. */
async function pushedAs(
  git: GitFolder,
  known: Git,
  repository: Repository,
  toMerge: ToMerge,
): Promise<Pushed | undefined> {
  const { branch, remote, main } = toMerge;
  const upstream = await upstreamOf(git, branch);
  const there = upstream && known.remoteNamed(repository.rootUri, upstream.remote);
  // A branch that was made from what is merged into, or that is on a disk, is not on the host by that alone.
  const isThere = upstream !== undefined && there?.host === remote.host && upstream.name !== main;
  const pushed: Pushed = {
    source: isThere ? upstream.name : branch,
    ...(isThere && there.repo !== remote.repo && { forkOwner: there.owner }),
  };
  if (isThere && upstream.ahead === 0) return pushed;
  const named = isThere ? upstream.remote : nameOfRemote(known, repository, remote);
  const push = vscode.l10n.t('Push');
  const words = isThere
    ? vscode.l10n.t('{0} has commits that are not on {1} yet.', branch, named)
    : vscode.l10n.t('{0} is not on {1} yet.', branch, named);
  const detail = vscode.l10n.t('A pull request needs the branch there.');
  const chosen = await askInformation(words, { detail }, push);
  if (chosen !== push) return undefined;
  const title = vscode.l10n.t('Pushing {0}…', branch);
  const source = pushed.source === branch ? branch : `${branch}:${pushed.source}`;
  await withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
    repository.push(named, source, !isThere).catch((cause: unknown) => {
      throw new BecauseError('git-failed', vscode.l10n.t('{0} could not be pushed to {1}.', branch, named), {
        next: vscode.l10n.t('Push it yourself, then try again. The Git output says why.'),
        cause,
      });
    }),
  );
  return pushed;
}

/** What git calls the remote, `origin` before others on the same repository. */
function nameOfRemote(git: Git, { rootUri }: Repository, { repo }: Remote): string {
  const names = git.remoteNamesOf(rootUri);
  const same = names.filter((name) => git.remoteNamed(rootUri, name)?.repo === repo);
  return same.find((name) => name === 'origin') ?? same[0] ?? 'origin';
}

/** One commit's subject says best what one commit does; of more, the initiative does. The key is in it, unless switched off. */
async function titleFor(git: GitFolder, main: DefaultBranch, { place, library, block }: BlockAtHand): Promise<string> {
  const { initiative } = block;
  const commits = await commitsBetween(git, main.ref, 'HEAD', 2);
  const [only] = commits;
  const title = (commits.length === 1 && only && subjectOf(only)) || nameOf(initiative);
  const hasKey = vscode.workspace.getConfiguration('because', place.folder.root).get<boolean>('keyInPullRequestTitle');
  return hasKey === false ? title : withKey(library, initiative, title);
}

function stepsFor(
  remote: Remote,
  templates: readonly Template[],
  { title, hasAccount }: { readonly title: string; readonly hasAccount: boolean },
): Step[] {
  const what = requestName(remote.kind);
  return [
    {
      kind: 'text',
      name: 'title',
      prompt: vscode.l10n.t('The title of the {0}', what),
      value: () => title,
      validate: (text) => (text.trim() === '' ? vscode.l10n.t('Give it a title.') : undefined),
    },
    {
      kind: 'pick',
      name: 'template',
      prompt: vscode.l10n.t('Which template?'),
      when: () => templates.length > 1,
      choices: () => templates.map(({ path }) => ({ value: path, label: path })),
    },
    {
      kind: 'pick',
      name: 'way',
      prompt: vscode.l10n.t('How?'),
      when: () => hasAccount,
      choices: () => [
        {
          value: 'page',
          icon: 'link-external',
          label: vscode.l10n.t('Open the page on {0}, filled in', remote.host),
        },
        {
          value: 'here',
          icon: 'git-pull-request-create',
          label: vscode.l10n.t('Create it now'),
          description: vscode.l10n.t('signs in to {0} with the editor’s account', remote.host),
        },
      ],
    },
  ];
}

function bodyFor(
  { library, block }: BlockAtHand,
  { kind }: Remote,
  templates: readonly Template[],
  { template }: Answers,
): string {
  const chosen = templates.find(({ path }) => path === template) ?? templates[0];
  return withWhyBlock(chosen?.text ?? '', library, block, kind);
}
