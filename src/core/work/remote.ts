/** A git remote's address read: which host, which repository, and where its pages are. What is secret in it is left behind. */

/** The hosts whose pages are known; what a person may say of a host whose name does not tell. */
export const hostKinds = ['github', 'gitlab', 'bitbucket', 'bitbucket-server', 'azure', 'gitea', 'unknown'] as const;

export type HostKind = (typeof hostKinds)[number];

/** What kind of host is behind a name, such as `{"git.acme.example": "gitlab"}`. */
export type Hosts = Readonly<Record<string, HostKind>>;

export interface Remote {
  /** In lower case, without a port. */
  readonly host: string;
  readonly kind: HostKind;
  /**
   * `host/owner/name`, the same for every address of the repository: in lower case where the host does not tell cases
   * apart, and as it reads, not percent-encoded. On Azure DevOps `dev.azure.com/organization/project/name`.
   */
  readonly repo: string;
  /** All that stands before the name, as written: an owner, nested groups, a project's key. May be empty on unknown hosts. */
  readonly owner: string;
  readonly name: string;
  /** The address of the repository's page, without a slash at its end. */
  readonly web: string;
}

/** Longer addresses are none. */
const MAX_ADDRESS = 2000;

const SCHEMED = /^(?:git\+)?(ssh|git|https?)(?:\+git)?:\/\/(?:([^/?#@]*(?:@[^/?#@]*)*)@)?([^/?#@]*)(\/[^?#]*)/i;
/** git's short form of SSH: `user@host:path`. Two colons name a program that git would start. */
const SCP = /^(?:([^/:@\s]+)@)?([^/:@[\]\s]+|\[[^/@[\]\s]+\]):(?!:|\/\/)(.+)$/;
/** Hosts that everybody's SSH and git know by these names. */
const PUBLIC: readonly string[] = [
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'dev.azure.com',
  'ssh.dev.azure.com',
];
const NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;
const LITERAL = /^\[[0-9a-f:.]+\]$/;

/** Hosts that only carry SSH for another one. */
const carriers: Readonly<Record<string, string>> = {
  'www.github.com': 'github.com',
  'ssh.github.com': 'github.com',
  'altssh.gitlab.com': 'gitlab.com',
  'altssh.bitbucket.org': 'bitbucket.org',
};

/** An address in its parts, before anything is known of the host. */
interface Parts {
  readonly scheme: string;
  readonly host: string;
  /** The host as it is written. */
  readonly named: string;
  readonly port: string;
  readonly segments: readonly string[];
  /** Who signs in; on one old host of Azure DevOps this is the organization. Goes nowhere else. */
  readonly account: string;
}

/** What is made of the parts on a host of a kind. */
type Place = Pick<Remote, 'host' | 'owner' | 'name' | 'web'>;

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
  const kind = said ?? guess(parts);
  const place = placeOf(kind, parts);
  if (place) return { kind, repo: repoOf(place).toLowerCase(), ...place };
  // The host is known, and this is none of its repositories' forms: it has no pages, but it is still a repository.
  const plain = pathPlace(parts);
  return plain && { kind: 'unknown', repo: repoOf(plain), ...plain };
}

/** Whether the host of an address is one that no settings of a person rename. */
export function hostIsKnown(address: string): boolean {
  const named = partsOf(address.trim())?.named.toLowerCase() ?? '';
  return PUBLIC.includes(named) || Object.hasOwn(carriers, named) || named.endsWith('.visualstudio.com');
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

const repoOf = ({ host, owner, name }: Place) => [host, owner, name].filter(Boolean).join('/');

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
  const real =
    scheme.toLowerCase() === 'ssh' ? lower.replace(/^(github\.com|gitlab\.com|bitbucket\.org)-[\w-]+$/, '$1') : lower;
  const host = Object.hasOwn(carriers, real) ? (carriers[real] ?? real) : real;
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

/** What a host is by its name, else by how its addresses look. */
function guess({ scheme, host, port, segments }: Parts): HostKind {
  const has = (word: string) => host.split(/[.-]/).includes(word);
  if (host === 'github.com' || host.endsWith('.ghe.com') || has('github')) return 'github';
  if (host === 'bitbucket.org') return 'bitbucket';
  if (host === 'dev.azure.com' || host === 'ssh.dev.azure.com' || host.endsWith('.visualstudio.com')) return 'azure';
  if (has('gitlab')) return 'gitlab';
  if (has('bitbucket') || has('stash')) return 'bitbucket-server';
  if (has('codeberg') || has('gitea') || has('forgejo')) return 'gitea';
  if (segments.includes('_git') || segments.includes('_ssh')) return 'azure';
  if ((scheme === 'ssh' && port === '7999') || (scheme !== 'ssh' && segments.at(-3) === 'scm'))
    return 'bitbucket-server';
  return 'unknown';
}

function placeOf(kind: HostKind, parts: Parts): Place | undefined {
  switch (kind) {
    case 'azure':
      return azurePlace(parts);
    case 'bitbucket-server':
      return serverPlace(parts);
    case 'gitlab':
      return parts.segments.length >= 2 ? pathPlace(parts) : undefined;
    case 'github':
    case 'bitbucket':
    case 'gitea':
      // Gitea may be served below a folder, which SSH does not name.
      return parts.segments.length === 2 || (kind === 'gitea' && parts.segments.length > 2)
        ? pathPlace(parts)
        : undefined;
    case 'unknown':
      return undefined;
  }
}

/** Where the path of the address is the path of the page. */
function pathPlace(parts: Parts): Place | undefined {
  const { host, segments } = parts;
  return {
    host,
    owner: segments.slice(0, -1).join('/'),
    name: segments.at(-1) ?? '',
    web: `${origin(parts)}/${encoded(segments)}`,
  };
}

/** `/scm/KEY/name`, `ssh://…:7999/key/name`, or the page `/projects/KEY/repos/name`; `~user` and `/users/user` are a person's. */
function serverPlace(parts: Parts): Place | undefined {
  const { host, segments, scheme } = parts;
  const page = /^(?:(.+)\/)?(projects|users)\/([^/]+)\/repos\/([^/]+)$/i.exec(segments.join('/'));
  const [key = '', name = ''] = page?.slice(3) ?? segments.slice(-2);
  const before = page ? (page[1]?.split('/') ?? []) : segments.slice(0, -2);
  if (before.at(-1)?.toLowerCase() === 'scm' && !page) before.pop();
  if (name === '' || (scheme === 'ssh' && before.length > 0)) return undefined;
  const person = page?.[2]?.toLowerCase() === 'users' ? key : /^~(.+)/.exec(key)?.[1];
  // A project's key is written in capitals; SSH addresses are not.
  const shown = person === undefined ? ['projects', key.toUpperCase()] : ['users', person];
  return {
    host,
    owner: person === undefined ? key : `~${person}`,
    name,
    web: `${origin(parts)}/${encoded([...before, ...shown, 'repos', name])}`,
  };
}

/** `organization/project/_git/name` in all its forms, of the cloud's two hosts and of servers. */
function azurePlace(parts: Parts): Place | undefined {
  const { host, account, segments } = parts;
  const isCloud = host === 'dev.azure.com' || host === 'ssh.dev.azure.com' || host.endsWith('.visualstudio.com');
  if (/^(?:vs-)?ssh\./.test(host)) {
    const [version = '', organization = '', project = '', name, ...rest] = segments;
    if (/^v\d$/.test(version)) return name && rest.length === 0 ? cloud(organization, project, name) : undefined;
  }
  const at = segments.findIndex((part) => part === '_git' || part === '_ssh');
  const [name, ...more] = segments.slice(at + 1).filter((part) => part !== '_optimized' && part !== '_full');
  if (at < 0 || name === undefined || more.length > 0) return undefined;
  const before = segments.slice(0, at).filter((part) => !isCloud || part.toLowerCase() !== 'defaultcollection');
  if (!isCloud) {
    const web = `${origin(parts)}/${encoded([...before, '_git', name])}`;
    return before.length === 0 ? undefined : { host, owner: before.join('/'), name, web };
  }
  const named = host === 'dev.azure.com' ? before.shift() : host.startsWith('vs-ssh.') ? account : host.split('.')[0];
  return named && before.length <= 1 ? cloud(named, before[0] ?? name, name) : undefined;
}

function cloud(organization: string, project: string, name: string): Place {
  return {
    host: 'dev.azure.com',
    owner: `${organization}/${project}`,
    name,
    web: `https://dev.azure.com/${encoded([organization, project, '_git', name])}`,
  };
}

/** Pages are on HTTPS unless git itself is told to go without; a port of SSH says nothing of them. */
function origin({ scheme, host, port }: Parts): string {
  const isWeb = scheme === 'http' || scheme === 'https';
  const isStandard = port === '' || port === (scheme === 'http' ? '80' : '443');
  return `${scheme === 'http' ? 'http' : 'https'}://${host}${isWeb && !isStandard ? `:${port}` : ''}`;
}

/** Parts of a path as they stand in an address. */
export function encoded(segments: readonly string[]): string {
  return segments.map((segment) => encodeURIComponent(segment.toWellFormed()).replace(/[!'()*]/g, percent)).join('/');
}

/** `encodeURIComponent` leaves some marks that end an address in running text, or a link in Markdown. */
function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}
