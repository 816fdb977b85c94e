/** GitHub's pull requests over its REST API, on github.com and on Enterprise hosts: one created, one found again. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { Answer } from './exchange.ts';
import { exchange, mayBeDone } from './exchange.ts';
import { refusal } from './githubRefusal.ts';

/** Whom to ask, as whom, about which repository. */
export interface GitHubRepository {
  /** As `apiOf` gives it. */
  readonly api: string;
  readonly token: string;
  readonly owner: string;
  readonly name: string;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds to wait for an answer; 20 seconds where nothing else is said. */
  readonly timeout?: number | undefined;
}

/** What to merge into what. */
export interface Branches {
  /** The branch to merge: `branch`, or `owner:branch` on a fork. */
  readonly head: string;
  /** The branch to merge into. */
  readonly base: string;
}

export interface PullRequestText {
  readonly title: string;
  readonly body: string;
  readonly draft?: boolean | undefined;
}

export interface CreatedPullRequest {
  /** The address of its page. */
  readonly url: string;
  readonly number: number;
}

/** Characters of a title and of a body; GitHub says "is too long (maximum is …)" beyond. */
const LONGEST_TITLE = 256;
const LONGEST_BODY = 65_536;

const pullRequest = z.object({
  html_url: z.string().check(z.regex(/^https?:\/\/\S{1,2000}$/)),
  number: z.int().check(z.positive()),
});

const headers = {
  accept: 'application/vnd.github+json',
  'content-type': 'application/json',
  'user-agent': 'because-vscode',
  // https://docs.github.com/rest/about-the-rest-api/api-versions
  'x-github-api-version': '2022-11-28',
};

/** Where a host's API is: GitHub's own, one with data residency (`*.ghe.com`), or an Enterprise Server. */
export function apiOf(host: string): string {
  if (host === 'github.com') return 'https://api.github.com';
  return host.endsWith('.ghe.com') ? `https://api.${host}` : `https://${host}/api/v3`;
}

/**
 * Creates a pull request; undefined when cancelled, when it may have been created all the same. Throws `BecauseError`:
 * `not-signed-in`, `not-found`, `bad-input`, `already-exists`, `timed-out`, else `host-refused`.
 */
export async function openPullRequest(
  request: GitHubRepository & Branches & PullRequestText,
): Promise<CreatedPullRequest | undefined> {
  const { title, body, head, base, draft } = request;
  if (title.trim() === '') throw new BecauseError('bad-input', t('A pull request needs a title.'));
  if (title.length > LONGEST_TITLE || body.length > LONGEST_BODY) {
    const [what, most] =
      body.length > LONGEST_BODY ? [t('The description'), LONGEST_BODY] : [t('The title'), LONGEST_TITLE];
    throw new BecauseError('bad-input', t('{0} is longer than the {1} characters that GitHub allows.', what, most), {
      next: t('Shorten it.'),
    });
  }
  const answer = await ask(request, 'POST', '/pulls', { title, body, head, base, ...(draft && { draft }) });
  if (!answer) return undefined;
  if (answer.status >= 200 && answer.status < 300) return created(parsed(answer, pullRequest, request, mayBeDone()));
  const error = refusal(answer, request);
  throw error.code === 'already-exists' ? await named(error, request) : error;
}

/** The open pull request of two branches; undefined where there is none, or when cancelled. Throws as creating one does. */
export async function findPullRequest(request: GitHubRepository & Branches): Promise<CreatedPullRequest | undefined> {
  const { owner, head, base } = request;
  const query = new URLSearchParams({
    head: head.includes(':') ? head : `${owner}:${head}`,
    base,
    state: 'open',
    per_page: '1',
  });
  const answer = await ask(request, 'GET', `/pulls?${query}`);
  if (!answer) return undefined;
  if (answer.status !== 200) throw refusal(answer, request);
  const [first] = parsed(answer, z.array(pullRequest), request, t('Try again later.'));
  return first && created(first);
}

const created = ({ html_url: url, number }: z.infer<typeof pullRequest>): CreatedPullRequest => ({ url, number });

/** The same error with the address of the one there is. */
async function named(error: BecauseError, request: GitHubRepository & Branches): Promise<BecauseError> {
  try {
    const there = await findPullRequest(request);
    return there ? new BecauseError(error.code, `${error.message} ${there.url}`, { next: error.next }) : error;
  } catch (failure) {
    // That there is one is known; its address would only have been a help.
    if (failure instanceof BecauseError) return error;
    throw failure;
  }
}

async function ask(repository: GitHubRepository, method: 'GET' | 'POST', path: string, body?: unknown) {
  const { api, token, owner, name, signal, timeout } = repository;
  if (![owner, name].every((part) => /^(?!\.{1,2}$)[\w.-]+$/.test(part))) {
    throw new BecauseError('bad-input', t('{0} is not a GitHub repository.', `${owner}/${name}`));
  }
  return exchange({ api, token, method, path: `/repos/${owner}/${name}${path}`, body, headers, signal, timeout });
}

/** What the answer says, when it is GitHub's and whole. */
function parsed<T>(answer: Answer, schema: z.ZodMiniType<T>, { api }: GitHubRepository, next: string): T {
  const { host } = new URL(api);
  if (!/\bjson\b/i.test(answer.headers.get('content-type') ?? '')) {
    throw new BecauseError('host-refused', t('The server at {0} is not GitHub.', host), {
      next: t('Check the address of the remote, and whether there is a proxy or a sign-in page in between.'),
    });
  }
  const value = answer.isWhole ? json(answer.text) : undefined;
  if (value === undefined)
    throw new BecauseError('host-refused', t('The answer from {0} was cut off.', host), { next });
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new BecauseError('host-refused', t('The answer from {0} does not match GitHub’s API.', host), { next });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half an answer; whoever asks says so.
    return undefined;
  }
}
