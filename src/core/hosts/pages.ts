/** The pages a host has of a repository: a file, a pull request; and which one an address or a number means. */
import { t } from '../base/l10n.ts';
import { type HostKind, hostOf, hosts } from './all.ts';
import type { Pages } from './host.ts';
import type { Hosts, Remote } from './remote.ts';
import { readRemote } from './remote.ts';

/** A pull request, or what a host calls by another name. */
export interface PullRequest {
  /** `host/owner/name`, as of its remote. */
  readonly repo: string;
  readonly number: number;
  /** The address of its page, without what tells a tab or a comment apart. */
  readonly url: string;
}

/** The page of a pull request by its number; undefined on a host whose pages are not known, as everywhere here. */
export function pullRequestPage({ kind, web }: Remote, number: number): string | undefined {
  const { pages } = hostOf(kind);
  return pages && `${web}/${pages.request}/${number}`;
}

/** A branch or a commit. */
export type Ref = { readonly branch: string } | { readonly commit: string };

/** Files that hosts draw, instead of showing their lines. */
const DRAWN = /\.(?:md|markdown|mdx|rst|adoc|asciidoc|org)$/i;

/** The page of a file as it is at a branch or commit; `line` counts from 1. */
export function filePage({ kind, web }: Remote, ref: Ref, path: string, line?: number): string | undefined {
  const isCommit = 'commit' in ref;
  const rev = isCommit ? ref.commit : ref.branch;
  return hostOf(kind).pages?.file(web, { rev, isCommit, path, line, isDrawn: DRAWN.test(path) });
}

/** What stands before a pull request's number in an address, as some hosts may leave it. */
const wordOf = ({ request }: Pages): string => request.replace('-/', '');

const withPages = hosts.flatMap((host) => (host.pages ? [{ host, pages: host.pages }] : []));

const WORDS = [...new Set(withPages.map(({ pages }) => pages.request.replace('-/', '(?:-/)?')))].join('|');
const PAGE = new RegExp(`^(https?://[^?#]*?)/(${WORDS})/(\\d{1,10})(?=[/?#]|$)`, 'i');

/**
 * Reads a pull request's address, of any host and with any tail, or its number (`#12`, `!12`, `12`, `owner/name#12`) on the
 * given remote; undefined where the text is neither. What an address says of a host counts where its name says nothing.
 */
export function readPullRequest(text: string, remote?: Remote, said: Hosts = {}): PullRequest | undefined {
  const words = text.trim();
  const [, page = '', word = '', digits = ''] = PAGE.exec(words) ?? [];
  if (digits !== '') {
    const known = remote ? { [remote.host]: remote.kind, ...said } : said;
    return at(ofPage(page, word.toLowerCase().replace('-/', ''), known), digits);
  }
  const [, path, number = ''] = /^(?:([\w.~ /-]+)?[#!])?(\d{1,10})$/.exec(words) ?? [];
  if (!remote || number === '') return undefined;
  return at(path === undefined ? remote : sibling(remote, path), number);
}

function at(remote: Remote | undefined, digits: string): PullRequest | undefined {
  const number = Number(digits);
  const url = remote && number > 0 ? pullRequestPage(remote, number) : undefined;
  return remote && url !== undefined ? { repo: remote.repo, number, url } : undefined;
}

function ofPage(page: string, word: string, known: Hosts): Remote | undefined {
  const remote = readRemote(page, known);
  if (remote?.kind !== 'unknown') return remote;
  const using = withPages.filter(({ pages }) => wordOf(pages) === word);
  const found = using.find(({ pages }) => pages.isOf?.(page)) ?? using[0];
  return found && readRemote(page, { ...known, [remote.host]: found.host.kind as HostKind });
}

/** Another repository on the remote's host; some hosts name them otherwise. */
function sibling(remote: Remote, path: string): Remote | undefined {
  if (hostOf(remote.kind).namesByPath === false || !path.includes('/')) return undefined;
  const origin = /^https?:\/\/[^/]+/.exec(remote.web)?.[0] ?? '';
  return readRemote(`${origin}/${path}`, { [remote.host]: remote.kind });
}

/** What the host calls it. */
export const requestName = (kind: HostKind): string => hostOf(kind).requestName?.() ?? t('pull request');
