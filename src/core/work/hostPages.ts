/** The pages a host has of a repository: a commit, a file, a pull request; and which one an address or a number means. */
import { t } from '../base/l10n.ts';
import type { HostKind, Hosts, Remote } from './remote.ts';
import { encoded, readRemote } from './remote.ts';

/** A pull request, or what a host calls by another name. */
export interface PullRequest {
  /** `host/owner/name`, as of its remote. */
  readonly repo: string;
  readonly number: number;
  /** The address of its page, without what tells a tab or a comment apart. */
  readonly url: string;
}

/** The page of a commit; undefined on a host whose pages are not known, as everywhere here. */
export function commitPage({ kind, web }: Remote, hash: string): string | undefined {
  if (!/^[0-9a-f]{4,64}$/i.test(hash)) return undefined;
  const words: Pages = {
    github: 'commit',
    gitlab: '-/commit',
    bitbucket: 'commits',
    'bitbucket-server': 'commits',
    azure: 'commit',
    gitea: 'commit',
  };
  return kind === 'unknown' ? undefined : `${web}/${words[kind]}/${hash}`;
}

/** The page of a pull request by its number. */
export function pullRequestPage({ kind, web }: Remote, number: number): string | undefined {
  return kind === 'unknown' ? undefined : `${web}/${requestWords[kind]}/${number}`;
}

type Pages = Readonly<Record<Exclude<HostKind, 'unknown'>, string>>;

const requestWords: Pages = {
  github: 'pull',
  gitlab: '-/merge_requests',
  bitbucket: 'pull-requests',
  'bitbucket-server': 'pull-requests',
  azure: 'pullrequest',
  gitea: 'pulls',
};

/** A branch or a commit. */
export type Ref = { readonly branch: string } | { readonly commit: string };

/** The page of a file as it is at a branch or commit; `line` counts from 1. */
export function filePage({ kind, web }: Remote, ref: Ref, path: string, line?: number): string | undefined {
  const name = 'commit' in ref ? ref.commit : ref.branch;
  const [at, file] = [encoded(name.split('/')), encoded(path.split('/'))];
  const plain = /\.(?:md|markdown|mdx|rst|adoc|asciidoc|org)$/i.test(path);
  switch (kind) {
    case 'github':
      // A page that draws the file has no lines.
      return `${web}/blob/${at}/${file}${line ? `${plain ? '?plain=1' : ''}#L${line}` : ''}`;
    case 'gitlab':
      return `${web}/-/blob/${at}/${file}${line ? `${plain ? '?plain=1' : ''}#L${line}` : ''}`;
    case 'gitea':
      return `${web}/src/${'commit' in ref ? 'commit' : 'branch'}/${at}/${file}${line ? `${plain ? '?display=source' : ''}#L${line}` : ''}`;
    case 'bitbucket':
      // A slash in a branch's name would be read as a folder.
      return `${web}/src/${encoded([name])}/${file}${line ? `#lines-${line}` : ''}`;
    case 'bitbucket-server':
      return `${web}/browse/${file}?${query({ at: 'commit' in ref ? name : `refs/heads/${name}` })}${line ? `#${line}` : ''}`;
    case 'azure': {
      const version = `${'commit' in ref ? 'GC' : 'GB'}${name}`;
      const lines = line && { line, lineEnd: line + 1, lineStartColumn: 1, lineEndColumn: 1, lineStyle: 'plain' };
      return `${web}?${query({ path: `/${path}`, version, ...lines, _a: 'contents' })}`;
    }
    case 'unknown':
      return undefined;
  }
}

export type Fields = Readonly<Record<string, string | number>>;

/** Fields as they stand behind the question mark of an address. */
export function query(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encoded(String(value).split('/')).replaceAll('/', '%2F')}`)
    .join('&');
}

const PAGE =
  /^(https?:\/\/[^?#]*?)\/(pull|pulls|(?:-\/)?merge_requests|pull-requests|pullrequest)\/(\d{1,10})(?=[/?#]|$)/i;

const kindByWord: Readonly<Record<string, HostKind>> = {
  pull: 'github',
  pulls: 'gitea',
  merge_requests: 'gitlab',
  pullrequest: 'azure',
};

/**
 * Reads a pull request's address, of any host and with any tail, or its number (`#12`, `!12`, `12`, `owner/name#12`) on the
 * given remote; undefined where the text is neither. What an address says of a host counts where its name says nothing.
 */
export function readPullRequest(text: string, remote?: Remote, hosts: Hosts = {}): PullRequest | undefined {
  const words = text.trim();
  const [, page = '', word = '', digits = ''] = PAGE.exec(words) ?? [];
  if (digits !== '') {
    const known = remote ? { [remote.host]: remote.kind, ...hosts } : hosts;
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

function ofPage(page: string, word: string, hosts: Hosts): Remote | undefined {
  const remote = readRemote(page, hosts);
  if (remote?.kind !== 'unknown') return remote;
  const isServer = /\/(?:projects|users)\/[^/]+\/repos\/[^/]+$/i.test(page);
  const kind = word === 'pull-requests' ? (isServer ? 'bitbucket-server' : 'bitbucket') : kindByWord[word];
  return kind && readRemote(page, { ...hosts, [remote.host]: kind });
}

/** Another repository on the remote's host; Azure DevOps and Bitbucket's servers name them otherwise. */
function sibling(remote: Remote, path: string): Remote | undefined {
  if (remote.kind === 'azure' || remote.kind === 'bitbucket-server' || !path.includes('/')) return undefined;
  const origin = /^https?:\/\/[^/]+/.exec(remote.web)?.[0] ?? '';
  return readRemote(`${origin}/${path}`, { [remote.host]: remote.kind });
}

/** What the host calls it. */
export function requestName(kind: HostKind): string {
  return kind === 'gitlab' ? t('merge request') : t('pull request');
}

/** How the host writes its number. */
export function requestNumber(kind: HostKind, number: number): string {
  return kind === 'gitlab' || kind === 'azure' ? `!${number}` : `#${number}`;
}
