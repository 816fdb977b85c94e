/** What GitHub means by refusing, and what to do next, as an error of ours. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { plural, t } from '../core/base/l10n.ts';
import { oneLine } from '../core/text/foreignText.ts';
import type { Answer } from './exchange.ts';

/** What was asked, as far as its refusal is told by it. */
export interface RefusedRequest {
  readonly api: string;
  readonly token: string;
  readonly owner: string;
  readonly name: string;
  readonly head: string;
  readonly base: string;
}

const failure = z.object({
  message: z._default(z.string(), ''),
  errors: z.optional(z.array(z.unknown())),
});

/** Where one is about something: which part of what was sent, and what is wrong with it. */
const detail = z.object({
  field: z.optional(z.string()),
  code: z.optional(z.string()),
  message: z.optional(z.string()),
});

type Detail = z.infer<typeof detail>;

/** Characters of what a host says that are passed on. */
const SAID = 300;

/** The error of an answer that is no success. */
export function refusal(answer: Answer, asked: RefusedRequest): BecauseError {
  const { status } = answer;
  const { host } = new URL(asked.api);
  const repo = `${asked.owner}/${asked.name}`;
  const { message, details } = said(answer, asked.token);
  if (status === 401) {
    return new BecauseError('not-signed-in', t('GitHub did not accept the sign-in.'), { next: t('Sign in again.') });
  }
  if (status === 403 || status === 429) return forbidden(answer, repo, message);
  if (status === 404) {
    return new BecauseError('not-found', t('{0} is not on {1}, or your account cannot see it.', repo, host), {
      next: t('Check the address of the remote, and whether your account has access.'),
    });
  }
  if (status === 410) {
    return new BecauseError('host-refused', t('{0} no longer accepts pull requests.', repo), {
      next: t('Check whether it was archived, or pull requests were turned off.'),
    });
  }
  if (status === 422) return unprocessable(asked, message, details);
  if (status >= 500) {
    return new BecauseError('host-refused', t('{0} has a problem at the moment (status {1}).', host, status), {
      next: t('Try again later.'),
    });
  }
  return new BecauseError('host-refused', withWords(t('{0} refused the request (status {1}).', host, status), message));
}

const withWords = (sentence: string, words: string) =>
  words === '' ? sentence : `${sentence} ${t('It says: {0}', words)}`;

/** What GitHub says, without the token should somebody between have put it there. */
function said({ text, isWhole }: Answer, token: string): { message: string; details: readonly Detail[] } {
  const clean = (words: string) => oneLine(words.replaceAll(token, '…')).slice(0, SAID);
  const read = failure.safeParse(isWhole ? parse(text) : undefined);
  if (!read.success) return { message: '', details: [] };
  const details = (read.data.errors ?? []).flatMap((each) => {
    // GitHub sends some as plain texts.
    const one = typeof each === 'string' ? { message: each } : detail.safeParse(each).data;
    return one ? [{ ...one, ...(one.message !== undefined && { message: clean(one.message) }) }] : [];
  });
  return { message: clean(read.data.message), details };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page for people, or half an answer: the status says enough.
    return undefined;
  }
}

/**
 * Limits first, since they are told by headers; then single sign-on; then what the sign-in lacks.
 *
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api.
 */
function forbidden({ headers }: Answer, repo: string, message: string): BecauseError {
  const after = Number(headers.get('retry-after') ?? Number.NaN);
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  if (headers.get('x-ratelimit-remaining') === '0' && Number.isFinite(reset)) {
    return new BecauseError('host-refused', t('You have used up the requests that GitHub allows in an hour.'), {
      next: tryAgainIn(reset - Date.now() / 1000),
    });
  }
  if (Number.isFinite(after) || /secondary rate limit|abuse detection/i.test(message)) {
    return new BecauseError(
      'host-refused',
      t('GitHub asks you to wait: there were too many requests in a short time.'),
      {
        next: tryAgainIn(Number.isFinite(after) ? after : 60),
      },
    );
  }
  const page = /\burl=(https:\/\/\S+)/.exec(headers.get('x-github-sso') ?? '')?.[1];
  if (headers.has('x-github-sso')) {
    return new BecauseError('not-signed-in', t('The organization of {0} requires single sign-on.', repo), {
      next: page
        ? t('Authorize the sign-in at {0}', page.slice(0, SAID))
        : t('Authorize the sign-in for it, then try again.'),
    });
  }
  if (/archived|read-only/i.test(message)) {
    return new BecauseError('host-refused', t('{0} is archived, so nothing can be changed there.', repo));
  }
  const scopes = headers.get('x-accepted-oauth-scopes') ?? '';
  return new BecauseError(
    'host-refused',
    withWords(t('Your account is not allowed to create pull requests in {0}.', repo), message),
    {
      next: /^[\w:, ]+$/.test(scopes)
        ? t('Sign in again and allow “{0}”, or ask the owner of the repository.', scopes)
        : t('Sign in with an account that has access, or ask the owner of the repository.'),
    },
  );
}

function tryAgainIn(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  return whole <= 90
    ? plural(whole, 'Try again in {0} second.', 'Try again in {0} seconds.')
    : plural(Math.ceil(whole / 60), 'Try again in {0} minute.', 'Try again in {0} minutes.');
}

/** GitHub has one status for all that is wrong with a request, and tells which in words and fields. */
function unprocessable({ head, base }: RefusedRequest, message: string, details: readonly Detail[]): BecauseError {
  const words = [message, ...details.map((each) => each.message ?? '')].join('\n');
  const isInvalid = (field: string) => details.some((each) => each.field === field && each.code === 'invalid');
  if (/already exists/i.test(words)) {
    return new BecauseError('already-exists', t('There is already an open pull request from {0} to {1}.', head, base), {
      next: t('Link that one, or paste the description there.'),
    });
  }
  if (/no commits between/i.test(words)) {
    return new BecauseError('bad-input', t('{0} has no commits that {1} does not have.', head, base), {
      next: t('Commit and push first.'),
    });
  }
  if (isInvalid('head')) {
    return new BecauseError('bad-input', t('GitHub does not know the branch {0}.', head), {
      next: t('Push it first.'),
    });
  }
  if (isInvalid('base')) {
    return new BecauseError('bad-input', t('GitHub does not know the branch {0}.', base), {
      next: t('Choose another branch to merge into.'),
    });
  }
  if (/draft pull requests are not supported/i.test(words)) {
    return new BecauseError('bad-input', t('This repository does not allow draft pull requests.'), {
      next: t('Create it ready for review.'),
    });
  }
  const why = details.map((each) => each.message ?? [each.field, each.code].filter(Boolean).join(': ')).filter(Boolean);
  return new BecauseError('bad-input', withWords(t('GitHub refused the pull request.'), why.join('; ') || message));
}
