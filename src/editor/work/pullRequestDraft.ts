/** A pull request that is ready to be made: on the host with a person's account, or on the host's own page. */

import * as vscode from 'vscode';
import { perform } from '../../actions/action.ts';
import { linkPullRequest } from '../../actions/linkWork.ts';
import * as github from '../../connectors/github.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { addressLimits, newPullRequestPage } from '../../core/hosts/newPullRequest.ts';
import type { Remote } from '../../core/hosts/remote.ts';
import { browse } from '../ask/browser.ts';
import {
  setStatusBarMessage,
  showErrorMessage,
  showInformationMessage,
  withProgress,
  wordsOf,
} from '../door/messages.ts';
import { platform } from '../platform/node.ts';
import { logError, run } from '../workspace/report.ts';
import type { BlockAtHand } from './block.ts';

/** What is going to be created, ready to be tried, tried again, or taken elsewhere. */
export interface Draft {
  readonly atHand: BlockAtHand;
  readonly remote: Remote;
  /** The branch to merge, by its name on the host. */
  readonly source: string;
  /** Who owns the fork the branch is on; undefined where it is on the repository itself. */
  readonly forkOwner?: string | undefined;
  /** The branch to merge into. */
  readonly target: string;
  /** By what its commits are found again once they are merged. */
  readonly marks?: { readonly heads?: string[]; readonly patch?: string } | undefined;
  readonly title: string;
  readonly body: string;
}

/** As whom a host is asked, and where. */
export interface Account {
  /** The root of the host's API. */
  readonly api: string;
  /** Signs in where needed. Throws `not-signed-in`. */
  readonly token: () => Promise<string>;
  /** Milliseconds the host may take to answer. */
  readonly patience: number;
}

/**
 * The editor's own account on a GitHub host; undefined where it has none there. The person is asked to sign in by the
 * gesture alone that uses it.
 */
export function accountOn(host: string): Account | undefined {
  const provider = providerFor(host);
  return provider && { api: github.apiOf(host), token: () => tokenFor(host, provider), patience: 30_000 };
}

/** Whose token a host may be given: an Enterprise account's belongs to the one host that the editor's setting names. */
function providerFor(host: string): 'github' | 'github-enterprise' | undefined {
  if (host === 'github.com') return 'github';
  const set = vscode.workspace.getConfiguration('github-enterprise').inspect<string>('uri')?.globalValue;
  return set !== undefined && URL.canParse(set) && new URL(set).hostname === host ? 'github-enterprise' : undefined;
}

async function tokenFor(host: string, provider: 'github' | 'github-enterprise'): Promise<string> {
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

/** How long an address may be that the editor opens; from afar it does not tell whether it runs on Windows. */
const longestAddress = (): number =>
  platform.isWindows || vscode.env.remoteName !== undefined ? addressLimits.windows : addressLimits.browser;

/** Opens the host's own form. What its address could not carry is in the clipboard. `forget` throws away what was typed. */
export async function openPage(draft: Draft, forget: () => Thenable<void>): Promise<unknown> {
  const { remote, body, atHand: _, marks: __, ...form } = draft;
  const page = newPullRequestPage(remote, { ...form, body, limit: longestAddress() });
  if (!page) {
    await vscode.env.clipboard.writeText(body);
    throw new BecauseError('not-found', vscode.l10n.t('What kind of host {0} is, is not known.', remote.host), {
      next: vscode.l10n.t('The description was copied. Name the host in the setting “because.hosts”.'),
    });
  }
  if (page.carries !== 'everything') {
    await vscode.env.clipboard.writeText(body);
    setStatusBarMessage(vscode.l10n.t('The description was copied: paste it into the page'), 10_000);
  }
  await browse(page.url);
  await forget();
  return { url: page.url, carries: page.carries };
}

/**
 * Creates it through the host's interface, and links it. On failure, and when called off, what was typed is kept and can be
 * tried again; `forget` throws it away. Undefined where nothing was created.
 */
export async function createOnHost(
  draft: Draft,
  account: Account,
  forget: () => Thenable<void>,
): Promise<{ readonly url: string } | undefined> {
  let created: github.CreatedPullRequest | undefined;
  try {
    created = await create(draft, account);
  } catch (error) {
    if (!(error instanceof BecauseError)) throw error;
    logError(error);
    run(() => offerAgain(draft, error, account, forget));
  }
  if (!created) return undefined;
  await forget();
  await tellCreated(draft, created);
  return { url: created.url };
}

async function create(draft: Draft, { api, token: signIn, patience: timeout }: Account) {
  const { remote, source, forkOwner, target: base, title, body } = draft;
  const { host, owner, name } = remote;
  const token = await signIn();
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Creating the pull request on {0}…', host),
    cancellable: true,
  };
  const head = forkOwner === undefined ? source : `${forkOwner}:${source}`;
  return withProgress(progress, (_, cancel) => {
    const signal = signalOf(cancel);
    return github.createPullRequest({ api, token, owner, name, title, body, head, base, signal, timeout });
  });
}

function signalOf(cancel: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  cancel.onCancellationRequested(() => controller.abort(new vscode.CancellationError()));
  return controller.signal;
}

/** It is there now, whatever becomes of the link: creating it again would be wrong. */
async function tellCreated(draft: Draft, { url, number }: github.CreatedPullRequest): Promise<void> {
  try {
    await link(draft, { url, number });
    run(() => offerToOpen(vscode.l10n.t('Pull request #{0} was created and linked.', number), url));
  } catch (cause) {
    logError(cause);
    const why = cause instanceof BecauseError ? cause.message : vscode.l10n.t('The log says why.');
    run(() => offerToOpen(vscode.l10n.t('Pull request #{0} was created, but not linked. {1}', number, why), url));
  }
}

async function link(
  { atHand: { place, block }, remote: { repo }, marks }: Draft,
  { url: pr, number }: github.CreatedPullRequest,
): Promise<void> {
  const ids = (records: readonly { readonly id: string }[] | undefined) => records?.map(({ id }) => id) ?? [];
  await perform(linkPullRequest, place.folder.because, {
    pr,
    number,
    ...marks,
    repo,
    initiative: block.initiative.id,
    problem: ids(block.problems),
    evidence: ids(block.evidence),
  });
}

async function offerToOpen(words: string, url: string): Promise<void> {
  const open = vscode.l10n.t('Open');
  if ((await showInformationMessage(words, open)) === open) {
    await browse(url);
  }
}

/** Says what happened; the title and the description are not lost: they can be tried again, or taken to the page. */
async function offerAgain(
  draft: Draft,
  error: BecauseError,
  account: Account,
  forget: () => Thenable<void>,
): Promise<void> {
  const [again, page, copyIt] = [
    vscode.l10n.t('Try Again'),
    vscode.l10n.t('Open Page'),
    vscode.l10n.t('Copy Description'),
  ];
  const chosen = await showErrorMessage(wordsOf(error), again, page, copyIt);
  if (chosen === again) await createOnHost(draft, account, forget);
  else if (chosen === page) await openPage(draft, forget);
  else if (chosen === copyIt) await vscode.env.clipboard.writeText(draft.body);
}
