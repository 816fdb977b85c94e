/** A git remote's address read: which host, which repository, and where its pages are. What is secret in it is left behind. */
import { pathPlace } from './addresses.ts';
import { type HostKind, hostOf, kindOf, knownHost } from './all.ts';
import type { HostedRepository, Parts } from './host.ts';

/** What kind of host is behind a name, such as `{"git.acme.example": "gitlab"}`. */
export type Hosts = Readonly<Record<string, HostKind>>;

export interface Remote extends HostedRepository {
  readonly kind: HostKind;
  /**
   * `host/owner/name`, the same for every address of the repository: in lower case where the host does not tell cases
   * apart, and as it reads, not percent-encoded. On Azure DevOps `dev.azure.com/organization/project/name`.
   */
  readonly repo: string;
}

/** Longer addresses are none. */
const MAX_ADDRESS = 2000;

const SCHEMED = /^(?:git\+)?(ssh|git|https?)(?:\+git)?:\/\/(?:([^/?#@]*(?:@[^/?#@]*)*)@)?([^/?#@]*)(\/[^?#]*)/i;
/** git's short form of SSH: `user@host:path`. Two colons name a program that git would start. */
const SCP = /^(?:([^/:@\s]+)@)?([^/:@[\]\s]+|\[[^/@[\]\s]+\]):(?!:|\/\/)(.+)$/;
const NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;
const LITERAL = /^\[[0-9a-f:.]+\]$/;

/**
 * Reads a remote's address; undefined where it is none that a host serves: a path on this machine, a program to start, or a
 * text made to be taken for something else. A name or token in it goes nowhere. `hosts` tells what names do not.
 */
export function readRemote(address: string, hosts: Hosts = {}): Remote | undefined {
  const parts = partsOf(address.trim());
  if (!parts) return undefined;
  const said = Object.entries(hosts).find(([host]) => host.toLowerCase() === parts.host)?.[1];
  // A single word is a name in somebody's SSH settings: where it leads, only they know.
  if (parts.scheme === 'ssh' && !/[.[]/.test(parts.host) && said === undefined) return undefined;
  const kind = said ?? kindOf(parts);
  const place = hostOf(kind).place(parts);
  if (place) return { kind, repo: repoOf(place).toLowerCase(), ...place };
  // The host is known, and this is none of its repositories' forms: it has no pages, but it is still a repository.
  const plain = pathPlace(parts);
  return { kind: 'unknown', repo: repoOf(plain), ...plain };
}

/** Whether the host of an address is one that no settings of a person rename. */
export function hostIsKnown(address: string): boolean {
  return knownHost(partsOf(address.trim())?.named.toLowerCase() ?? '') !== undefined;
}

/** What SSH is told of an address: a host or a name for it, as written, and who signs in where. */
export interface SshTarget {
  readonly host: string;
  readonly user: string | undefined;
  readonly port: string | undefined;
}

/** The target of an address that SSH serves, also by a name alone (`work:acme/pay`); undefined for all others. */
export function sshTarget(address: string): SshTarget | undefined {
  const parts = partsOf(address.trim(), true);
  if (parts?.scheme !== 'ssh') return undefined;
  return { host: parts.named, user: parts.account || undefined, port: parts.port || undefined };
}

/** The same address on the host that its own name for one stands for. */
export function addressWith(address: string, host: string): string {
  const whole = address.trim();
  const [before = ''] = /^(?:[a-z+]+:\/\/)?(?:[^/@]*@)?/i.exec(whole) ?? [];
  return before + host + whole.slice(before.length).replace(/^(?:\[[^\]]*\]|[^/:]*)/, '');
}

const repoOf = ({ host, owner, name }: HostedRepository) => [host, owner, name].filter(Boolean).join('/');

/** Whether a browser takes the name for another: `0.1` for the machine 0.0.0.1. */
function isRewritten(host: string): boolean {
  const address = `https://${host}`;
  return !URL.canParse(address) || new URL(address).hostname !== host;
}

/** @param byName whether a word without a user or a dot may be a host, as SSH's settings name one. */
function partsOf(address: string, byName = false): Parts | undefined {
  if (address.length > MAX_ADDRESS || /[\p{C}\\]/u.test(address)) return undefined;
  const [, scheme = 'ssh', user = '', authority = '', path = ''] =
    SCHEMED.exec(address) ?? shortForm(address, byName) ?? [];
  const [, named = '', port = ''] = /^(.*?)(?::(\d*))?$/.exec(authority) ?? [];
  const lower = named.toLowerCase();
  if ((!NAME.test(lower) && !LITERAL.test(lower)) || isRewritten(lower)) return undefined;
  const segments = segmentsOf(path);
  if (!segments) return undefined;
  // Several accounts at one host are told apart by names such as `github.com-work`, which only the person's SSH knows.
  const dash = lower.indexOf('-', lower.lastIndexOf('.'));
  const account = scheme.toLowerCase() === 'ssh' && dash > 0 ? knownHost(lower.slice(0, dash)) : undefined;
  const host = knownHost(lower) ?? account ?? lower;
  return { scheme: scheme.toLowerCase(), host, named, port, segments, account: /^[\w.-]+/.exec(user)?.[0] ?? '' };
}

/** As `SCHEMED` gives it. A host without a user needs a dot in its name, lest `javascript:…` be one; a single letter is a drive. */
function shortForm(address: string, byName: boolean): string[] | undefined {
  const [, user, host = '', path = ''] = SCP.exec(address) ?? [];
  if (host.length < 2 || (user === undefined && !byName && !/[.[]/.test(host))) return undefined;
  return ['', 'ssh', user ?? '', host, path];
}

/** The path's parts as they read, the last without `.git`; undefined where one cannot be part of a repository's path. */
function segmentsOf(path: string): string[] | undefined {
  const segments: string[] = [];
  for (const written of path.split('/').filter((part) => part !== '')) {
    const segment = decoded(written);
    if (segment === undefined || segment === '.' || segment === '..') return undefined;
    if (segment.trim() !== segment || /[\p{C}/\\<>"|*?#]/u.test(segment)) return undefined;
    segments.push(segment);
  }
  const last = segments.pop()?.replace(/(?<=.)\.git$/i, '');
  return last === undefined || /^-/.test(segments[0] ?? last) ? undefined : [...segments, last];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: no host would make such an address.
    return undefined;
  }
}
