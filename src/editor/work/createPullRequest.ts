/** `Create Pull Request with Why`: on GitHub with the editor's own account, elsewhere through the host's own page. */
import * as vscode from 'vscode';
import { perform } from '../../actions/action.ts';
import { linkPullRequest } from '../../actions/linkWork.ts';
import * as github from '../../connectors/github.ts';
import { BecauseError } from '../../core/errors.ts';
import { nameOf, oneLine } from '../../core/outline/records.ts';
import type { DefaultBranch } from '../../core/work/facts.ts';
import { requestName } from '../../core/work/hostPages.ts';
import { addressLimits, newPullRequestPage } from '../../core/work/newPullRequest.ts';
import type { Remote } from '../../core/work/remote.ts';
import { withWhyBlock } from '../../core/work/whyBlock.ts';
import { defaultBranch, upstreamOf } from '../../store/git/branches.ts';
import { commitsBetween } from '../../store/git/commits.ts';
import type { GitFolder } from '../../store/git/program.ts';
import { withoutIcons } from '../plainText.ts';
import { type Answers, ask, type Step } from '../quickInput.ts';
import { logError, run } from '../report.ts';
import { titleAbout } from '../scoring/subject.ts';
import type { Workspace } from '../workspace.ts';
import { type BlockAtHand, blockAtHand } from './block.ts';
import { branchAt, gitAt, type Place } from './place.ts';
import { type Template, templatesIn } from './templates.ts';

/** What is going to be created, ready to be tried, tried again, or taken elsewhere. */
interface Draft {
  readonly atHand: BlockAtHand;
  readonly remote: Remote;
  readonly source: string;
  readonly target: string;
  readonly title: string;
  readonly body: string;
}

/** Where a pull request is made. */
type Way = 'here' | 'page';

export async function createPullRequest(
  workspace: Workspace,
  memory: vscode.Memento,
  source: unknown,
): Promise<unknown> {
  const title = vscode.l10n.t('Create Pull Request');
  const atHand = await blockAtHand(workspace, source, title);
  if (!atHand) return undefined;
  const { place, block } = atHand;
  const branch = branchAt(workspace, place);
  const git = gitAt(workspace, place);
  const [remote] = workspace.git.remotesOf(place.uri);
  if (!remote) throw noHost();
  const main = await defaultBranch(git);
  if (!main || main.name === branch) throw nothingToMerge(branch);
  if (!(await isPushed(workspace, git, place, branch))) return undefined;
  const templates = await templatesIn(workspace, place, remote.kind, main.name);
  const asked = await ask(memory, {
    key: `createPullRequest:${place.folder.root.toString()}:${branch}`,
    title: titleAbout(title, block),
    steps: stepsFor(remote, templates, await titleFor(git, main, atHand)),
  });
  if (!asked) return undefined;
  const draft: Draft = {
    atHand,
    remote,
    source: branch,
    target: main.name,
    title: String(asked.answers.title),
    body: bodyFor(atHand, remote, templates, asked.answers),
  };
  const way: Way = asked.answers.way === 'here' ? 'here' : 'page';
  return way === 'here' ? createHere(draft, asked.forget) : openPage(draft, asked.forget);
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

/** A host can merge only what it has: pushes the branch where the person agrees. */
async function isPushed(workspace: Workspace, git: GitFolder, { uri }: Place, branch: string): Promise<boolean> {
  const upstream = await upstreamOf(git, branch);
  if (upstream && upstream.ahead === 0) return true;
  const repository = workspace.git.repositoryOf(uri);
  const remote = upstream?.remote ?? repository?.state.remotes[0]?.name ?? 'origin';
  const push = vscode.l10n.t('Push');
  const words = upstream
    ? vscode.l10n.t('{0} has commits that are not on {1} yet.', withoutIcons(branch), remote)
    : vscode.l10n.t('{0} is not on {1} yet.', withoutIcons(branch), remote);
  const detail = vscode.l10n.t('A pull request needs the branch there.');
  const chosen = await vscode.window.showInformationMessage(words, { modal: true, detail }, push);
  if (chosen !== push || !repository) return false;
  const title = vscode.l10n.t('Pushing {0}…', branch);
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
    repository.push(remote, branch, upstream === undefined).catch((cause: unknown) => {
      throw new BecauseError('git-failed', vscode.l10n.t('{0} could not be pushed to {1}.', branch, remote), {
        next: vscode.l10n.t('Push it yourself, then try again. The Git output says why.'),
        cause,
      });
    }),
  );
  return true;
}

/** One commit's subject says best what one commit does; of more, the initiative does. */
async function titleFor(git: GitFolder, main: DefaultBranch, { block: { initiative } }: BlockAtHand): Promise<string> {
  const commits = await commitsBetween(git, main.ref, 'HEAD', 2);
  const [only] = commits;
  const subject = commits.length === 1 && only ? oneLine(only.message.split('\n', 1)[0] ?? '') : '';
  const name = nameOf(initiative);
  return subject || (name === initiative.id ? name : `${initiative.id} ${name}`);
}

function stepsFor(remote: Remote, templates: readonly Template[], title: string): Step[] {
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
      choices: () => templates.map(({ path }) => ({ value: path, label: withoutIcons(path) })),
    },
    {
      kind: 'pick',
      name: 'way',
      prompt: vscode.l10n.t('How?'),
      when: () => remote.kind === 'github',
      choices: () => [
        {
          value: 'page',
          label: `$(link-external) ${vscode.l10n.t('Open the page on {0}, filled in', remote.host)}`,
        },
        {
          value: 'here',
          label: `$(git-pull-request-create) ${vscode.l10n.t('Create it now')}`,
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

/** How long an address may be that the editor opens; from afar it does not tell whether it runs on Windows. */
const longestAddress = (): number =>
  process.platform === 'win32' || vscode.env.remoteName !== undefined ? addressLimits.windows : addressLimits.browser;

/** Opens the host's own form. What its address could not carry is in the clipboard. */
async function openPage(draft: Draft, forget: () => Thenable<void>): Promise<unknown> {
  const { remote, source, target, title, body } = draft;
  const page = newPullRequestPage(remote, { source, target, title, body, limit: longestAddress() });
  if (!page) {
    await vscode.env.clipboard.writeText(body);
    throw new BecauseError('not-found', vscode.l10n.t('What kind of host {0} is, is not known.', remote.host), {
      next: vscode.l10n.t('The description was copied. Name the host in the setting “because.hosts”.'),
    });
  }
  if (page.carries !== 'everything') {
    await vscode.env.clipboard.writeText(body);
    vscode.window.setStatusBarMessage(vscode.l10n.t('The description was copied: paste it into the page'), 10_000);
  }
  await vscode.env.openExternal(vscode.Uri.parse(page.url, true));
  await forget();
  return { url: page.url, carries: page.carries };
}

/** Milliseconds a host may take to answer. */
const PATIENCE = 30_000;

/** Creates it through the host's interface, and links it. On failure the description is kept, to be tried again. */
async function createHere(draft: Draft, forget: () => Thenable<void>): Promise<unknown> {
  const { remote, source: head, target: base, title, body, atHand } = draft;
  try {
    const token = await tokenFor(remote.host);
    const created = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Creating the pull request on {0}…', remote.host),
        cancellable: true,
      },
      (_, cancel) => {
        const signal = signalOf(cancel);
        const { owner, name } = remote;
        const api = github.apiOf(remote.host);
        return github.createPullRequest({
          api,
          token,
          owner,
          name,
          title,
          body,
          head,
          base,
          signal,
          timeout: PATIENCE,
        });
      },
    );
    // The person called it off.
    if (!created) return undefined;
    const { url, number } = created;
    await forget();
    await link(atHand, url, remote);
    run(() => offerToOpen(url, number));
    return { url };
  } catch (error) {
    if (!(error instanceof BecauseError)) throw error;
    logError(error);
    run(() => offerAgain(draft, error, forget));
    return undefined;
  }
}

function signalOf(cancel: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  cancel.onCancellationRequested(() => controller.abort(new vscode.CancellationError()));
  return controller.signal;
}

/** The person is asked to sign in here and nowhere else: by this gesture alone. */
async function tokenFor(host: string): Promise<string> {
  const provider = host === 'github.com' ? 'github' : 'github-enterprise';
  try {
    const session = await vscode.authentication.getSession(provider, ['repo'], { createIfNone: true });
    return session.accessToken;
  } catch (cause) {
    throw new BecauseError('not-signed-in', vscode.l10n.t('You are not signed in to {0}.', host), {
      next: vscode.l10n.t('Sign in when the editor asks, or open the page instead.'),
      cause,
    });
  }
}

async function link({ place, block }: BlockAtHand, pr: string, { repo }: Remote): Promise<void> {
  const ids = (records: readonly { readonly id: string }[] | undefined) => records?.map(({ id }) => id) ?? [];
  await perform(linkPullRequest, place.folder.because, {
    pr,
    repo,
    initiative: block.initiative.id,
    problem: ids(block.problems),
    evidence: ids(block.evidence),
  });
}

async function offerToOpen(url: string, number: number): Promise<void> {
  const open = vscode.l10n.t('Open');
  const words = vscode.l10n.t('Pull request #{0} was created and linked.', number);
  if ((await vscode.window.showInformationMessage(words, open)) === open) {
    await vscode.env.openExternal(vscode.Uri.parse(url, true));
  }
}

/** Says what happened; the title and the description are not lost: they can be tried again, or taken to the page. */
async function offerAgain(draft: Draft, error: BecauseError, forget: () => Thenable<void>): Promise<void> {
  const [again, page, copyIt] = [
    vscode.l10n.t('Try Again'),
    vscode.l10n.t('Open Page'),
    vscode.l10n.t('Copy Description'),
  ];
  const words = [error.message, error.next].filter(Boolean).join(' ');
  const chosen = await vscode.window.showErrorMessage(words, again, page, copyIt);
  if (chosen === again) await createHere(draft, forget);
  else if (chosen === page) await openPage(draft, forget);
  else if (chosen === copyIt) await vscode.env.clipboard.writeText(draft.body);
}
