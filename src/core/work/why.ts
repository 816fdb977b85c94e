/** Why a commit was made: by its trailers, its links, its keys, its pull request or its branch, the surest first. */

import type { Link } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { type Commit, subjectOf } from './facts.ts';
import type { WhyRecords } from './links.ts';
import {
  linksOfHeads,
  linksOfPatch,
  linksOfPullRequest,
  linksTo,
  linksToFile,
  numberOf,
  whyOfBranch,
  whyOfLinks,
} from './links.ts';
import { isRevert, mergedIn, ownWords, type Repeats, repeatsIn, saidIn } from './mergeMessage.ts';
import { readTrailers } from './trailers.ts';

/** How the why of some work is known. */
export type Via =
  | { readonly kind: 'trailers' }
  /** Of the commit itself, of one that changed the same, or of the one it was picked from. */
  | { readonly kind: 'link'; readonly link: Link; readonly by: 'hash' | 'patch' | 'picked' }
  | { readonly kind: 'subject' | 'body'; readonly keys: readonly string[] }
  | { readonly kind: 'pull-request'; readonly link: Link }
  /** What it takes back says why that was there. */
  | { readonly kind: 'revert' }
  | { readonly kind: 'merge'; readonly keys: readonly string[] }
  | { readonly kind: 'merged-branch' | 'branch'; readonly branch: string }
  | { readonly kind: 'file'; readonly link: Link };

/** What some work was for, and how that is known. */
export interface Why extends WhyRecords {
  /** Undefined where nothing tells. */
  readonly via: Via | undefined;
  /** The pull request it came with, by its number on the host. */
  readonly pullRequest: number | undefined;
  /** Ids and keys that the work names and nobody has. */
  readonly unknown: readonly string[];
  /** What it takes back, and why that was there. */
  readonly reverts?: Reverted | undefined;
}

/** A commit that another one takes back. */
export interface Reverted {
  readonly hash: string | undefined;
  readonly title: string;
  readonly why: Why;
}

/** The repository commits are of. */
interface Repository {
  /** By each of its remotes. */
  readonly repos?: readonly string[] | undefined;
  /** The names of its remotes: a merge names their branches with them. */
  readonly remotes?: readonly string[] | undefined;
}

/** What git knows of many commits in one repository. */
export interface KnownCommits extends Repository {
  /** The merge that brought a commit in, by its hash, where one did. */
  readonly merges: ReadonlyMap<string, Commit>;
  /** What a commit changes, as `git patch-id` tells, by its hash. */
  readonly patches?: ReadonlyMap<string, string> | undefined;
}

/** One of them, with what is known around it. */
export function among({ repos, remotes, merges, patches }: KnownCommits, commit: Commit): Circumstances {
  const merge = merges.get(commit.hash);
  return { commit, repos, remotes, merges: merge && [merge], patch: patches?.get(commit.hash) };
}

/** A commit, with what git knows around it. */
export interface Circumstances extends Repository {
  readonly commit: Commit;
  /** The merges that brought it in, the nearest to it first. */
  readonly merges?: readonly Commit[] | undefined;
  /** The file in question, from the workspace folder. */
  readonly path?: string | undefined;
  /** The checked-out branch, where the commit is on no other yet. */
  readonly branch?: string | undefined;
  /** What it changes, as `git patch-id` tells. */
  readonly patch?: string | undefined;
  /** Commits that it and others take back, by the names their messages give them. */
  readonly others?: ReadonlyMap<string, Pick<Circumstances, 'commit' | 'merges' | 'patch'>> | undefined;
}

const NONE: WhyRecords = { initiatives: [], problems: [], evidence: [] };

const isEmpty = ({ initiatives, problems, evidence }: WhyRecords): boolean =>
  initiatives.length + problems.length + evidence.length === 0;

/** Reverts of reverts that are followed: further back, nobody knows what is taken back. */
const DEEPEST = 5;

interface Found extends WhyRecords {
  readonly via: Via;
}

/** Why a commit was made. What it says itself counts before what is said of it, and that before where it came from. */
export function whyOf(library: Library, circumstances: Circumstances, depth = 0): Why {
  const { commit, merges = [], remotes } = circumstances;
  const unknown = new Set<string>();
  const repeats = repeatsIn(commit.message);
  const reverts = depth < DEEPEST ? revertedBy(library, circumstances, repeats, depth) : undefined;
  const merged = [commit, ...merges].map(({ message }) => mergedIn(message, remotes));
  const pullRequests = merged.flatMap(({ number }) => number ?? []);
  const branches = merged.flatMap((each) => each.branches);
  const ways: readonly (() => Found | undefined)[] = [
    () => byTrailers(library, commit.message, unknown),
    () => byLinks(library, circumstances, repeats.picked),
    () => byKeys(library, reverts ? ownWords(commit.message) : commit.message, unknown),
    ...pullRequests.map((number) => () => asRequest(library, linksOfPullRequest(library, number, circumstances.repos))),
    () => byPullRequestItself(library, circumstances),
    () => reverts && { ...reverts.why, via: { kind: 'revert' } },
    ...merges.map((merge) => () => byMerge(library, merge, unknown)),
    ...branches.map((branch) => () => byBranch(library, branch, 'merged-branch', circumstances.repos)),
    () => byBranch(library, circumstances.branch, 'branch', circumstances.repos),
    () => byFile(library, circumstances.path),
  ];
  const [pullRequest] = pullRequests;
  for (const way of ways) {
    const found = way();
    if (!found || isEmpty(found)) continue;
    const { initiatives, problems, evidence, via } = found;
    const number = pullRequest ?? (via.kind === 'pull-request' ? numberOf(via.link) : undefined);
    return { initiatives, problems, evidence, via, pullRequest: number, unknown: [...unknown], reverts };
  }
  return { ...NONE, via: undefined, pullRequest, unknown: [...unknown], reverts };
}

/** What a commit takes back: as git has it, else as far as the message tells. */
function revertedBy(
  library: Library,
  { others, repos, remotes }: Circumstances,
  repeats: Repeats,
  depth: number,
): Reverted | undefined {
  if (!isRevert(repeats)) return undefined;
  const { title = '', reverted, pullRequest } = repeats;
  const known = reverted === undefined ? undefined : others?.get(reverted);
  if (known) {
    const why = whyOf(library, { ...known, others, repos, remotes }, depth + 1);
    return { hash: known.commit.hash, title: subjectOf(known.commit), why };
  }
  const message = pullRequest === undefined ? title : `${title} (#${pullRequest})`;
  const commit: Commit = { hash: reverted ?? '', parents: [], author: '', email: '', authored: 0, message };
  return { hash: reverted, title, why: whyOf(library, { commit, others, repos, remotes }, depth + 1) };
}

/** Why what is not committed yet is written: what the checked-out branch is for. */
export function whyOnBranch(library: Library, branch: string | undefined, repos?: readonly string[]): Why {
  const found = byBranch(library, branch, 'branch', repos);
  const why = found && !isEmpty(found) ? found : { ...NONE, via: undefined };
  return { ...why, pullRequest: undefined, unknown: [] };
}

function byTrailers(library: Library, message: string, unknown: Set<string>): Found {
  const values = readTrailers(message);
  const named = <R>(ids: readonly string[], find: (id: string) => R | undefined): readonly R[] =>
    ids.flatMap((id) => {
      const record = find(id);
      if (record === undefined) unknown.add(id);
      return record ?? [];
    });
  return {
    initiatives: named(values.initiative, (id) => library.initiativeOf(id)),
    problems: named(values.because, (id) => library.findOf('problem', id)),
    evidence: named(values.evidence, (id) => library.findOf('evidence', id)),
    via: { kind: 'trailers' },
  };
}

function byLinks(
  library: Library,
  { commit, repos, patch }: Circumstances,
  picked: readonly string[],
): Found | undefined {
  const named = (hash: string) => linksTo(library, { target: 'commit', name: hash, repos });
  const same = patch === undefined ? [] : linksOfPatch(library, patch, repos);
  const all = [
    { by: 'hash', links: named(commit.hash) },
    { by: 'picked', links: picked.flatMap(named) },
    { by: 'patch', links: same.filter(({ values }) => values.commit !== undefined) },
  ] as const;
  for (const { by, links } of all) {
    const [link] = links;
    const found = whyOfLinks(library, links);
    if (link && !isEmpty(found)) return { ...found, via: { kind: 'link', link, by } };
  }
  return undefined;
}

/** Keys in the subject say what a commit is for; in the body they may only be mentioned, so the subject's count alone. */
function byKeys(library: Library, whole: string, unknown: Set<string>): Found | undefined {
  const message = saidIn(whole);
  const end = message.indexOf('\n');
  const parts = end < 0 ? [message] : [message.slice(0, end), message.slice(end + 1)];
  const found = parts.map((part, index): Found => {
    const { keys, initiatives } = keysIn(library, part, unknown);
    return { ...NONE, initiatives, via: { kind: index === 0 ? 'subject' : 'body', keys } };
  });
  return found.find((each) => !isEmpty(each));
}

function keysIn(library: Library, text: string, unknown: Set<string>) {
  const all = [...new Set(library.keys.find(text).map(({ key }) => key))];
  const keys = all.filter((key) => library.initiativeOf(key));
  for (const key of all) if (!keys.includes(key)) unknown.add(key);
  return { keys, initiatives: [...new Set(keys.flatMap((key) => library.initiativeOf(key) ?? []))] };
}

/** A pull request that no message names: it changed the same, or ended with this commit or with one that was merged. */
function byPullRequestItself(
  library: Library,
  { commit, merges = [], patch, repos }: Circumstances,
): Found | undefined {
  const same = patch === undefined ? [] : linksOfPatch(library, patch, repos);
  const ends = [commit.hash, ...[commit, ...merges].flatMap(({ parents }) => parents.slice(1))];
  const links = [...same.filter(({ values }) => values.pr !== undefined), ...linksOfHeads(library, ends)];
  return asRequest(library, [...new Set(links)]);
}

function asRequest(library: Library, links: readonly Link[]): Found | undefined {
  const [link] = links;
  return link && { ...whyOfLinks(library, links), via: { kind: 'pull-request', link } };
}

function byMerge(library: Library, { message }: Commit, unknown: Set<string>): Found {
  const named = byTrailers(library, message, unknown);
  const { keys, initiatives } = keysIn(library, saidIn(message), unknown);
  if (!isEmpty(named)) return { ...named, via: { kind: 'merge', keys: [] } };
  return { ...NONE, initiatives, via: { kind: 'merge', keys } };
}

function byBranch(
  library: Library,
  branch: string | undefined,
  kind: 'merged-branch' | 'branch',
  repos: readonly string[] | undefined,
): Found | undefined {
  if (branch === undefined) return undefined;
  const { initiatives, problems, evidence } = whyOfBranch(library, branch, repos);
  return { initiatives, problems, evidence, via: { kind, branch } };
}

function byFile(library: Library, path: string | undefined): Found | undefined {
  const [link] = path === undefined ? [] : linksToFile(library, path);
  return link && { ...whyOfLinks(library, [link]), via: { kind: 'file', link } };
}
