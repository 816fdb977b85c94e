/** A pull request that is ready to be made: on the host with a person's account, or on the host's own page. */
import * as vscode from 'vscode';
import { perform } from '../../actions/action.ts';
import { type CreatedPullRequest, createPullRequest } from '../../actions/createPullRequest.ts';
import { apiOf } from '../../connectors/github.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { addressLimits, newPullRequestPage } from '../../core/hosts/newPullRequest.ts';
import type { PullRequestDraft } from '../../questions/pullRequestDraft.ts';
import { browse } from '../ask/browser.ts';
import {
  setStatusBarMessage,
  showErrorMessage,
  showInformationMessage,
  withProgress,
  wordsOf,
} from '../door/messages.ts';
import { platform } from '../platform/node.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError, run } from '../workspace/report.ts';

/** What is going to be created, ready to be tried, tried again, or taken elsewhere. */
export interface Draft extends Omit<PullRequestDraft, 'push' | 'bodies'> {
  readonly folder: Folder;
  /** A file or folder in the repository. */
  readonly file: string;
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
  return provider && { api: apiOf(host), token: () => tokenFor(host, provider), patience: 30_000 };
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
    throw new BecauseError('not-signed-in', t('You are not signed in to {0}.', host), {
      next: t('Sign in when the editor asks, or open the page instead.'),
      cause,
    });
  }
}

/** How long an address may be that the editor opens; from afar it does not tell whether it runs on Windows. */
const longestAddress = (): number =>
  platform.isWindows || vscode.env.remoteName !== undefined ? addressLimits.windows : addressLimits.browser;

/** Opens the host's own form. What its address could not carry is in the clipboard. `forget` throws away what was typed. */
export async function openPage(draft: Draft, forget: () => Thenable<void>): Promise<unknown> {
  const { remote, body, title, source, forkOwner, target } = draft;
  const form = { title, body, source, forkOwner, target, limit: longestAddress() };
  const page = newPullRequestPage(remote, form);
  if (!page) {
    await vscode.env.clipboard.writeText(body);
    throw new BecauseError('not-found', t('Because does not know what kind of host {0} is.', remote.host), {
      next: t('The description was copied. Name the host in the setting “because.hosts”.'),
    });
  }
  if (page.carries !== 'everything') {
    await vscode.env.clipboard.writeText(body);
    setStatusBarMessage(t('The description was copied: paste it into the page'), 10_000);
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
  let created: CreatedPullRequest | undefined;
  try {
    created = await create(draft, account);
  } catch (error) {
    if (!(error instanceof BecauseError)) throw error;
    logError(error);
    run(() => offerAgain(draft, error, account, forget));
  }
  if (!created) return undefined;
  await forget();
  tellCreated(created);
  return { url: created.url };
}

async function create(draft: Draft, { api, token: signIn, patience: timeout }: Account) {
  const { folder, remote, ...input } = draft;
  const token = await signIn();
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: t('Creating the pull request on {0}…', remote.host),
    cancellable: true,
  };
  return withProgress(progress, (_, signal) =>
    perform(createPullRequest, folder.because, { ...input, api, token, timeout }, { signal }),
  );
}

/** It is there now, whatever becomes of the link: creating it again would be wrong. */
function tellCreated({ url, number, notLinked }: CreatedPullRequest): void {
  if (notLinked !== undefined) logError(notLinked);
  const why = notLinked instanceof BecauseError ? notLinked.message : t('The log has the details.');
  const words =
    notLinked === undefined
      ? t('Pull request #{0} was created and linked.', number)
      : t('Pull request #{0} was created, but not linked. {1}', number, why);
  const open = t('Open');
  run(async () => (await showInformationMessage(words, open)) === open && browse(url));
}

/** Says what happened; the title and the description are not lost: they can be tried again, or taken to the page. */
async function offerAgain(
  draft: Draft,
  error: BecauseError,
  account: Account,
  forget: () => Thenable<void>,
): Promise<void> {
  const [again, page, copyIt] = [t('Try Again'), t('Open Page'), t('Copy Description')];
  const chosen = await showErrorMessage(wordsOf(error), again, page, copyIt);
  if (chosen === again) await createOnHost(draft, account, forget);
  else if (chosen === page) await openPage(draft, forget);
  else if (chosen === copyIt) await vscode.env.clipboard.writeText(draft.body);
}
