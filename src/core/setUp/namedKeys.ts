/** The issue keys that commits and branches name before anybody wrote down what they are for. */
import { plural, t } from '../base/l10n.ts';
import { keyMatcher } from '../keys/keys.ts';
import { titleInSubject } from '../keys/keyTitle.ts';
import type { Library } from '../library/library.ts';

/** An issue key as it stands in commits and branches. */
export interface NamedKey {
  readonly key: string;
  /** What the newest commit that says so calls it. */
  readonly title?: string | undefined;
  /** How many commits name it. */
  readonly commits: number;
  /** When the newest of them was made, in milliseconds since 1970; undefined where only a branch names it. */
  readonly at?: number | undefined;
}

/** The keys, and how many commits and branches name any. */
export interface NamedKeys {
  /** Those of branches without commits of their own first, then as they were last named, the newest first. */
  readonly keys: readonly NamedKey[];
  readonly commits: number;
  readonly branches: number;
}

interface Commit {
  readonly subject: string;
  readonly at: number;
}

/** The keys with these prefixes in commits, newest first, and in the names of branches, newest first. */
export function namedKeys(
  commits: readonly Commit[],
  branches: readonly string[],
  prefixes: readonly string[],
): NamedKeys {
  const matcher = keyMatcher([], prefixes);
  const inCommits = new Map<string, NamedKey>();
  let naming = 0;
  for (const { subject, at } of commits) {
    const matches = matcher.find(subject);
    if (matches.length > 0) naming++;
    const counted = new Set<string>();
    for (const { key, ...place } of matches) {
      if (counted.has(key)) continue;
      counted.add(key);
      const known = inCommits.get(key) ?? { key, commits: 0, at };
      const title = known.title ?? titleInSubject(subject, place);
      inCommits.set(key, { ...known, commits: known.commits + 1, ...(title !== undefined && { title }) });
    }
  }
  const ofBranches = branches.map((name) => matcher.branchKeys(name.slice(0, LONGEST_BRANCH)));
  const inBranches = [...new Set(ofBranches.flat())].filter((key) => !inCommits.has(key));
  return {
    keys: [...inBranches.map((key) => ({ key, commits: 0 })), ...inCommits.values()],
    commits: naming,
    branches: ofBranches.filter((keys) => keys.length > 0).length,
  };
}

const LONGEST_BRANCH = 250;

/** Prefixes that a sentence names; a reader counts no more. */
const MOST_NAMED = 3;

/** What they come to: `23 commits name 15 SHOP keys.` Undefined where none is named. */
export function namedKeysText({ keys, commits, branches }: NamedKeys): string | undefined {
  if (keys.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { key } of keys) {
    const prefix = prefixOf(key);
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const most = [...counts].sort(([, a], [, b]) => b - a);
  const named = most.slice(0, MOST_NAMED).map(([prefix, count]) => `${count} ${prefix}`);
  const all = keys.length === 1 ? t('1 {0} key', prefixOf(keys[0]?.key ?? '')) : t('{0} keys', listed(named));
  return commits > 0
    ? plural(commits, '{0} commit names {1}.', '{0} commits name {1}.', all)
    : plural(branches, '{0} branch names {1}.', '{0} branches name {1}.', all);
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : t('{0} and {1}', words.slice(0, -1).join(', '), words.at(-1) ?? '');

/** `PAY` of PAY-142, `AB#` of AB#123. */
export const prefixOf = (key: string): string => key.slice(0, Math.max(key.lastIndexOf('-'), key.lastIndexOf('#') + 1));

/** The keys named that no initiative stands for yet. */
export const keysOpen = (library: Pick<Library, 'initiativeOf'>, { keys }: NamedKeys): readonly NamedKey[] =>
  keys.filter(({ key }) => !library.initiativeOf(key));

/** Milliseconds since when a key was last named, and how many such keys are likely still worked on. */
const RECENT = 14 * 24 * 60 * 60 * 1000;
const MOST_IN_WORK = 5;

/** The keys most likely worked on: those the branch carries, and the few that the commits of the last two weeks name. */
export function keysInWork({ keys }: NamedKeys, branch: string | undefined, now: Date): readonly string[] {
  const all = keys.map(({ key }) => key);
  const onBranch = branch === undefined ? [] : keyMatcher([], all.map(prefixOf)).branchKeys(branch);
  const since = now.getTime() - RECENT;
  const recent = keys.filter(({ at = 0 }) => at >= since).slice(0, MOST_IN_WORK);
  return [...new Set([...onBranch.filter((key) => all.includes(key)), ...recent.map(({ key }) => key)])];
}
