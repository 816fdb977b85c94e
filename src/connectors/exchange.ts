/** One question to a host's API over HTTPS: bounded in time and size, and the token goes nowhere but to the host it is for. */

import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { withoutEnd } from '../core/text/endings.ts';

export interface Question {
  /** The API's root, such as `https://api.github.com`. */
  readonly api: string;
  readonly token: string;
  readonly method: 'GET' | 'POST';
  /** Below the root, with its query. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole exchange. */
  readonly timeout?: number | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** What was read of it; where `isWhole` is false the connection broke off. */
  readonly text: string;
  readonly isWhole: boolean;
}

/** Milliseconds a host has to answer. */
const PATIENCE = 20_000;

/** Bytes of an answer that are read: GitHub's of one pull request has some 30,000. */
const LARGEST = 2 * 1024 * 1024;

/** Hosts move a renamed repository's address once; more is a circle. */
const MOST_MOVES = 3;

/**
 * Asks, and gives the answer whatever its status; undefined when cancelled. Throws `host-refused` where nobody answers, an
 * answer is too large or leads to another host, `timed-out`, and `bad-input` for an API without HTTPS.
 */
export async function exchange(question: Question): Promise<Answer | undefined> {
  const { api, token, signal, timeout = PATIENCE } = question;
  const root = new URL(api);
  if (root.protocol !== 'https:' && !isThisMachine(root)) {
    throw new BecauseError('bad-input', t('{0} does not use HTTPS, so your token was not sent there.', root.host));
  }
  // A token with a line break would be named in the error of whoever puts it into a header.
  if (!/^[\x21-\x7E]+$/.test(token)) {
    throw new BecauseError('not-signed-in', t('You are not signed in to {0}.', root.host), {
      next: t('Sign in, then try again.'),
    });
  }
  const late = AbortSignal.timeout(timeout);
  try {
    return await ask(question, root, AbortSignal.any(signal ? [signal, late] : [late]));
  } catch (error) {
    if (signal?.aborted) return undefined;
    if (error instanceof BecauseError) throw error;
    if (late.aborted) throw timedOut(question, root, timeout);
    throw unreachable(root, error);
  }
}

async function ask(question: Question, root: URL, signal: AbortSignal): Promise<Answer> {
  const { method, path, body, headers, token } = question;
  let address = new URL(withoutEnd(root.href, /\//) + path);
  for (let moves = 0; moves <= MOST_MOVES; moves++) {
    const response = await fetch(address, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      // Followed below: whoever follows by itself decides by itself who is told the token.
      redirect: 'manual',
      signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const location = [301, 302, 307, 308].includes(response.status) ? response.headers.get('location') : null;
    if (location === null) return await whole(response, root);
    await response.body?.cancel();
    address = moved(location, address, root);
  }
  throw new BecauseError('host-refused', t('{0} redirects in a circle.', root.host));
}

function moved(location: string, from: URL, root: URL): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  if (to?.origin === root.origin) return to;
  throw new BecauseError(
    'host-refused',
    t('{0} redirects to another address. Your token was not sent there.', root.host),
    {
      next: t('Check the address of the remote: the host may have moved.'),
    },
  );
}

async function whole(response: Response, root: URL): Promise<Answer> {
  const { status, headers } = response;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let [text, size] = ['', 0];
  let isWhole = true;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > LARGEST) throw new BecauseError('host-refused', t('The answer from {0} is too large.', root.host));
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    // What ends a read that nobody cancelled is the connection: undici says `terminated`.
    if (!(error instanceof TypeError)) throw error;
    isWhole = false;
  }
  return { status, headers, text: text + decoder.decode(), isWhole };
}

function isThisMachine({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

function timedOut({ method }: Question, { host }: URL, timeout: number): BecauseError {
  const seconds = Math.max(1, Math.round(timeout / 1000));
  return new BecauseError('timed-out', t('{0} did not answer within {1} seconds.', host, seconds), {
    next: method === 'GET' ? t('Try again later.') : mayBeDone(),
  });
}

/** What to do when nobody knows whether a host did what it was asked to. */
export function mayBeDone(): string {
  return t('Check on the host before you try again: it may have worked anyway.');
}

/** The error says the system's own word for what is wrong, and nothing else of what was sent. */
function unreachable({ host }: URL, error: unknown): BecauseError {
  const code = wordOf(error);
  return new BecauseError('host-refused', t('{0} could not be reached ({1}).', host, code), {
    next: t('Check the connection, and the proxy if there is one.'),
  });
}

function wordOf(error: unknown): string {
  for (let each = error; each instanceof Error; each = each.cause) {
    const code = 'code' in each ? each.code : undefined;
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code;
  }
  return t('no reason given');
}
