/** Every kind of host. */
import { azure } from './azure.ts';
import { bitbucket } from './bitbucket.ts';
import { bitbucketServer } from './bitbucketServer.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { type Host, host, type Parts, usualTemplates } from './host.ts';

/** A host that nobody knows: it has repositories, and its pages are not guessed. */
const unknown = host({
  kind: 'unknown',
  place: () => undefined,
  templates: usualTemplates('', 'docs', '.github'),
});

const all = [github, gitlab, bitbucket, bitbucketServer, azure, gitea, unknown] as const;

export type HostKind = (typeof all)[number]['kind'];

export const hosts: readonly Host[] = all;

/** The hosts whose pages are known; what a person may say of a host whose name does not tell. */
export const hostKinds: readonly HostKind[] = all.map(({ kind }) => kind);

const byKind = new Map<string, Host>(all.map((host) => [host.kind, host]));

/** What is known of a kind of host. */
export function hostOf(kind: HostKind): Host {
  return byKind.get(kind) ?? unknown;
}

/** The host that everybody knows by a name: the name itself, or the one it carries SSH for. Undefined for all others. */
export function knownHost(name: string): string | undefined {
  for (const { carriers = {}, names } of hosts) {
    if (Object.hasOwn(carriers, name)) return carriers[name];
    if (names?.test(name)) return name;
  }
  return undefined;
}

/** What a host is by its name, else by how its addresses look. */
export function kindOf(parts: Parts): HostKind {
  const words = parts.host.split(/[.-]/);
  const found =
    all.find((host: Host) => host.names?.test(parts.host)) ??
    all.find((host: Host) => host.words?.some((word) => words.includes(word))) ??
    // Azure's addresses hold a word that nobody else's do.
    [azure, ...all].find((host: Host) => host.looksLike?.(parts));
  return (found ?? unknown).kind;
}
