/** The form of a host for a new pull request, filled in as far as an address can carry it. */
import { type QueryFields, query } from './addresses.ts';
import { hostOf } from './all.ts';
import type { Branches } from './host.ts';
import type { Remote } from './remote.ts';

/**
 * How long an address may be. `browser`: what GitHub's own command line opens at most, since servers cut a request's line at
 * 8 KiB (github.com/cli/cli, utils.ValidURL; nginx, large_client_header_buffers). `windows`: what Electron's
 * shell.openExternal takes there (electronjs.org/docs/latest/api/shell).
 */
export const addressLimits = { browser: 8191, windows: 2081 } as const;

/** A form for a new pull request. */
export interface NewPullRequest extends Branches {
  readonly title: string;
  readonly body: string;
  /** Characters of the address; `addressLimits.browser` where nothing else is said. */
  readonly limit?: number | undefined;
}

export interface NewPullRequestPage {
  readonly url: string;
  /**
   * What the form is sure to hold when it opens. Whatever is missing has to come from the clipboard. `title`: the body was
   * too long for an address.
   */
  readonly carries: 'everything' | 'title' | 'nothing';
}

/** The form for a new pull request; undefined on a host whose pages are not known. */
export function newPullRequestPage(remote: Remote, request: NewPullRequest): NewPullRequestPage | undefined {
  const { pages } = hostOf(remote.kind);
  if (!pages) return undefined;
  const empty = pages.form(remote.web, request);
  const names = pages.fields;
  if (!names) return { url: empty, carries: 'nothing' };
  const { title, body, limit = addressLimits.browser } = request;
  const filled = (fields: QueryFields) => `${empty}&${query(fields)}`;
  const ways = [
    { url: filled({ [names.title]: title, [names.body]: body }), carries: 'everything' },
    { url: filled({ [names.title]: title }), carries: 'title' },
  ] as const;
  const { url, carries } = ways.find((way) => way.url.length <= limit) ?? { url: empty, carries: 'nothing' };
  return { url, carries: names.isSure ? carries : 'nothing' };
}
