/** Finding an initiative's key by what was typed: the start of the key, or words of its title. */

import { lasting } from '../base/lasting.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { currentSprint, initiativesIn } from '../library/query.ts';
import { runBefore } from '../text/endings.ts';
import { initiativeOfBranch } from './links.ts';

/** A key one could mean. */
interface Choice {
  readonly key: string;
  readonly lower: string;
  readonly initiative: Initiative;
  /** The title's words in lower case, with where each starts; none for an issue under the initiative. */
  readonly words: readonly Word[];
}

interface Word {
  readonly text: string;
  readonly start: number;
}

/** A key that fits what was typed. */
export interface KeyHit {
  readonly key: string;
  readonly initiative: Initiative;
  /** Where what was typed for it starts in the line. */
  readonly start: number;
  /** What the typed characters are a part of: the key, or the title from the first word that fits. */
  readonly matched: string;
}

/** What is likely meant: the work of the branch first, then of the sprint. */
export interface Surrounding {
  readonly now: Date;
  readonly branch?: string | undefined;
  /** The repository of the branch, by its remotes. */
  readonly repos?: readonly string[] | undefined;
}

/** Hits worth showing in one list. */
const MOST = 50;
/** Characters before the cursor that are looked at. */
const REACH = 200;
/** Shorter words are in every title, and in every sentence. */
const SHORTEST_WORD = 3;

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const IN_TOKEN = /[\p{L}\p{N}_#/.-]/u;
const IN_WORD = /[\p{L}\p{N}'’]/u;
/** So many of the words before the cursor may belong to a title. */
const TYPED_WORDS = 6;

/**
 * The keys that fit the end of `before`, the line up to the cursor, best first. After a space or at the start of the line
 * that is every key. `more` tells whether there are others that fit less well.
 */
export function searchKeys(
  library: Library,
  before: string,
  surrounding: Surrounding,
): { readonly hits: readonly KeyHit[]; readonly more: boolean } {
  const from = Math.max(0, before.length - REACH);
  const typed = before.slice(from);
  const token = typed.slice(runBefore(typed, typed.length, IN_TOKEN));
  const words = wordsOf(typed.slice(typedWordsStart(typed)), typed.length);
  const rank = rankIn(library, surrounding);
  const hits: (KeyHit & { readonly rank: number })[] = [];
  for (const choice of library.memo(choicesOf)) {
    const hit = byKey(choice, token, typed.length) ?? byTitle(choice, words);
    if (hit) hits.push({ ...hit, start: hit.start + from, rank: rank(choice.initiative) });
  }
  // More of the typed words is better.
  hits.sort((a, b) => a.rank - b.rank || a.start - b.start);
  return { hits: hits.slice(0, MOST), more: hits.length > MOST };
}

/** Where the last typed words begin, with nothing but blanks between them. */
function typedWordsStart(typed: string): number {
  let start = runBefore(typed, typed.length, IN_WORD);
  for (let more = 1; more < TYPED_WORDS; more++) {
    const end = runBefore(typed, start, /[ \t]/);
    const word = end < start ? runBefore(typed, end, IN_WORD) : end;
    if (word === end) break;
    start = word;
  }
  return start;
}

const choicesOf = (library: Library): readonly Choice[] =>
  library.ofKind('initiative').flatMap((one) => choicesFor(one).filter(({ key }) => library.keys.test(key)));

/** Records outlive snapshots: only those that changed are taken apart again. */
const choicesFor = lasting((initiative: Initiative): readonly Choice[] => {
  const keys = new Set([initiative.id, ...(initiative.values.issues ?? [])]);
  return [...keys].map((key) => ({
    key,
    lower: key.toLowerCase(),
    initiative,
    words: key === initiative.id ? wordsOf(initiative.title, initiative.title.length) : [],
  }));
});

/** The words of a text that ends at `end` in another. */
function wordsOf(text: string, end: number): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0].toLowerCase(),
    start: end - text.length + match.index,
  }));
}

function byKey({ key, lower, initiative, words }: Choice, token: string, end: number): KeyHit | undefined {
  // With nothing typed the initiatives are offered, not every issue under them.
  if (token === '' && words.length === 0) return undefined;
  return lower.startsWith(token.toLowerCase())
    ? { key, initiative, start: end - token.length, matched: key }
    : undefined;
}

/** Fits as many of the last typed words as start words of the title, in its order; the others belong to the sentence. */
function byTitle({ key, initiative, words }: Choice, typed: readonly Word[]): KeyHit | undefined {
  const last = typed.at(-1);
  if (!last || words.length === 0) return undefined;
  let fit: { typed: Word; title: Word } | undefined;
  let before = words.length;
  for (const word of typed.toReversed()) {
    if (word !== last && word.text.length < SHORTEST_WORD) break;
    const at = words.findLastIndex((each, index) => index < before && each.text.startsWith(word.text));
    const title = words[at];
    if (!title) break;
    fit = { typed: word, title };
    before = at;
  }
  if (!fit || (fit.typed === last && last.text.length < SHORTEST_WORD)) return undefined;
  return { key, initiative, start: fit.typed.start, matched: initiative.title.slice(fit.title.start) };
}

const SETTLED: ReadonlySet<string> = new Set(['shipped', 'measured', 'dropped']);

function rankIn(library: Library, { now, branch, repos }: Surrounding): (initiative: Initiative) => number {
  const mine = branch === undefined ? undefined : initiativeOfBranch(library, branch, repos);
  const sprint = currentSprint(library, now);
  const current = new Set(sprint && initiativesIn(library, { kind: 'sprint', id: sprint.id }));
  return (initiative) => {
    if (initiative === mine) return 0;
    if (current.has(initiative)) return 1;
    return SETTLED.has(initiative.values.status) ? 3 : 2;
  };
}
