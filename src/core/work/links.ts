/** Which branch, commit, pull request or file serves what: asked of the link records, and of the keys in branch names. */

import { plainPath } from '../base/ids.ts';
import { readPullRequest } from '../hosts/pages.ts';
import type { Evidence, Initiative, Link, Problem } from '../kinds/all.ts';
import { type Library, memoized } from '../library/library.ts';
import { withoutEnd } from '../text/endings.ts';

/** What a link record can be about, by the name of its field. */
const targets = ['branch', 'pr', 'commit', 'path'] as const;

export type Target = (typeof targets)[number];

/** A piece of work: one target, in a repository where that is known. */
export interface Work {
  readonly target: Target;
  /** The branch's name, the pull request's address, the commit's hash, or the path from the workspace folder. */
  readonly name: string;
  /** The repository as `host/owner/name`, by each of its remotes; empty where there is none, or it does not matter. */
  readonly repos?: readonly string[] | undefined;
}

/** Hex digits a commit's hash needs before it is taken for one. */
const SHORTEST_HASH = 7;

/** Whether a text is a commit's hash, whole or shortened. */
export const isHash = (text: string): boolean => /^[0-9a-f]{7,64}$/i.test(text);

/** What a link record is about; undefined for one that names nothing. */
export function workOf({ values }: Link): Work | undefined {
  const target = targets.find((each) => values[each] !== undefined);
  const name = target && values[target];
  return target && name
    ? { target, name: normalized(target, name), ...(values.repo && { repos: [values.repo] }) }
    : undefined;
}

/** A target's name as it is compared, however a person wrote it. */
export function normalized(target: Target, name: string): string {
  if (target === 'commit') return name.toLowerCase();
  if (target === 'pr') return readPullRequest(name)?.url ?? name;
  if (target === 'path') return withoutEnd(plainPath(name), /\//);
  return name;
}

/** The link records about a piece of work, in the order of their paths. Another repository's are left out. */
export function linksTo(library: Library, work: Work): readonly Link[] {
  const index = linkIndex(library);
  const name = normalized(work.target, work.name);
  const found = index.get(keyOf({ ...work, name })) ?? [];
  const fitting = work.target === 'commit' ? found.filter((link) => isOfCommit(link, name)) : found;
  return fitting.filter(({ values }) => isOneOf(values.repo, work.repos ?? []));
}

/** Characters of a path; no system opens a longer one. */
const LONGEST_PATH = 4096;

/** The link records about a file, or about a folder it lies in; the closest first. */
export function linksToFile(library: Library, path: string): readonly Link[] {
  const index = linkIndex(library);
  const name = normalized('path', path);
  const found: Link[] = [];
  if (name.length > LONGEST_PATH) return found;
  for (let end = name.length; end > 0; end = name.lastIndexOf('/', end - 1)) {
    found.push(...(index.get(`path ${name.slice(0, end)}`) ?? []));
  }
  return found;
}

/** By target and name; commits by their first digits, since people shorten them. */
const linkIndex = memoized((library) => Map.groupBy(library.ofKind('link'), (link) => keyOf(workOf(link))));

function keyOf(work: Work | undefined): string {
  if (!work) return '';
  return `${work.target} ${work.target === 'commit' ? work.name.slice(0, SHORTEST_HASH) : work.name}`;
}

/** Whether a link is a commit's: one of the two hashes starts with the other, and neither is too short to say which is meant. */
function isOfCommit({ values }: Link, hash: string): boolean {
  const linked = values.commit?.toLowerCase() ?? '';
  const isLong = hash.length >= SHORTEST_HASH && linked.length >= SHORTEST_HASH;
  return isLong && (hash.startsWith(linked) || linked.startsWith(hash));
}

/** The link records of commits and pull requests that change what a patch id stands for. */
export function linksOfPatch(library: Library, patch: string, repos: readonly string[] = []): readonly Link[] {
  return (patchIndex(library).get(patch) ?? []).filter(({ values }) => isOneOf(values.repo, repos));
}

/** Whether any link record tells what its commit or pull request changes: else nobody need ask git. */
export const hasPatches = (library: Library): boolean => patchIndex(library).size > 0;

const patchIndex = memoized((library) => {
  const all = library.ofKind('link').filter(({ values }) => values.patch !== undefined);
  return Map.groupBy(all, ({ values }) => values.patch ?? '');
});

/** The link records of pull requests known by their number alone. */
export function linksOfPullRequest(library: Library, number: number, repos: readonly string[] = []): readonly Link[] {
  const all = pullRequestLinks(library).filter((each) => each.number === number);
  return all.filter(({ repo }) => isOneOf(repo, repos)).map(({ link }) => link);
}

/** The link records of pull requests that end with one of these commits. */
export function linksOfHeads(library: Library, hashes: readonly string[]): readonly Link[] {
  const all = pullRequestLinks(library);
  return all.filter(({ heads }) => heads.some((head) => hashes.includes(head))).map(({ link }) => link);
}

const pullRequestLinks = memoized((library) =>
  library.ofKind('link').flatMap((link) => {
    const { pr, number, repo, heads = [] } = link.values;
    if (pr === undefined) return [];
    const read = readPullRequest(pr);
    const ends = heads.map((each) => each.toLowerCase());
    return { link, number: number ?? read?.number, repo: repo ?? read?.repo, heads: ends };
  }),
);

/** The number of the pull request that a link record is about, where it tells. */
export const numberOf = ({ values: { pr, number } }: Link): number | undefined =>
  number ?? (pr === undefined ? undefined : readPullRequest(pr)?.number);

/** Only repositories that are known can be told apart. */
function isOneOf(repo: string | undefined, repos: readonly string[]): boolean {
  if (repo === undefined || repos.length === 0) return true;
  return repos.some((each) => each.toLowerCase() === repo.toLowerCase());
}

/** What a piece of work serves: initiatives first, then problems, then evidence; each once. */
export interface WhyRecords {
  readonly initiatives: readonly Initiative[];
  readonly problems: readonly Problem[];
  readonly evidence: readonly Evidence[];
}

/** What link records name, as far as it is there and not archived. */
export function whyOfLinks(library: Library, links: readonly Link[]): WhyRecords {
  const named = <R extends { readonly archived: boolean }>(
    field: 'initiative' | 'problem' | 'evidence',
    find: (id: string) => R | undefined,
  ): readonly R[] => {
    const ids = links.flatMap(({ values }) => values[field] ?? []);
    return [...new Set(ids.flatMap((id) => find(id) ?? []))].filter(({ archived }) => !archived);
  };
  return {
    initiatives: named('initiative', (id) => library.initiativeOf(id)),
    problems: named('problem', (id) => library.findOf('problem', id)),
    evidence: named('evidence', (id) => library.findOf('evidence', id)),
  };
}

/** The initiatives whose keys a branch's name carries, each once, in the order of the name. */
export function initiativesInName(library: Library, branch: string): readonly Initiative[] {
  const found = library.keys.branchKeys(branch).flatMap((key) => library.initiativeOf(key) ?? []);
  return [...new Set(found)].filter(({ archived }) => !archived);
}

/** What a branch serves, and how that is known. */
export interface BranchWhy extends WhyRecords {
  /** Link records say so; the one key in its name does; or neither, because there is no key, or several. */
  readonly by: 'links' | 'name' | 'nothing';
  readonly links: readonly Link[];
}

/** What a branch serves: as link records say, else by the one key in its name. Several keys say nothing. */
export function whyOfBranch(library: Library, branch: string, repos?: readonly string[]): BranchWhy {
  const links = linksTo(library, { target: 'branch', name: branch, repos });
  const linked = whyOfLinks(library, links);
  const isLinked = linked.initiatives.length > 0 || linked.problems.length > 0;
  if (linked.initiatives.length > 0) return { ...linked, by: 'links', links };
  const named = initiativesInName(library, branch);
  const initiatives = named.length === 1 ? named : [];
  return { ...linked, initiatives, by: isLinked ? 'links' : initiatives.length > 0 ? 'name' : 'nothing', links };
}

/** The initiative a branch serves first of all; undefined where it serves none, or a problem alone. */
export function initiativeOfBranch(
  library: Library,
  branch: string,
  repos?: readonly string[],
): Initiative | undefined {
  return whyOfBranch(library, branch, repos).initiatives[0];
}
