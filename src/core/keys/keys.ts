/** Finding issue keys in text: `PAY-142`, `#123`, `owner/repo#123`, `AB#123`, where the product knows them. */

import type { Span } from '../text/positions.ts';
import { branchKeyReader } from './branchKeys.ts';
import { isColorOrFragment } from './colorsAndFragments.ts';

/** One key in a text. */
interface KeyMatch extends Span {
  readonly key: string;
}

/** Finds the keys of one project; made once per change of the library, used for every hover and link. */
export interface KeyMatcher {
  /** Keys that lie wholly within `from`–`to`, in order, never overlapping; boundaries are judged on the whole text. */
  find(text: string, from?: number, to?: number): KeyMatch[];
  /** The key under or directly left of the character; its cost does not grow with the line. */
  at(line: string, character: number): KeyMatch | undefined;
  /** Whether the text is, as a whole, a key that `find` would find. */
  test(key: string): boolean;
  /** The keys a branch name carries, in any case (`feature/pay-142-slug`), as the project writes them, each once. */
  branchKeys(name: string): string[];
}

/** Longest key looked for: several groups, a repository, a number, and room. */
const MAX_KEY = 400;
const HYPHEN = 45;
const HASH = 35;
const SLASH = 47;
const DOT = 46;

/** Letters, digits and accents of any script but those that write words without spaces or glue particles to them. */
const FOREIGN_WORD =
  /^(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{N}\p{Mn}\p{Mc}]/u;

/** Choose how an emoji is drawn; accents to Unicode, yet no part of a word. */
const VARIATION = /[\uFE00-\uFE0F]/;

/** A repository with its owner or groups, as GitHub and GitLab name them, or a word such as Azure's `AB`. */
const PATH = '[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*';
const PREFIX = new RegExp(`^(?:[A-Za-z][A-Za-z0-9_]*|(?:${PATH})?#)$`);
const KEY = new RegExp(`^(?:[A-Za-z][A-Za-z0-9_]*-\\d+|(?:${PATH})?#\\d+)$`);

/** Whether a text is written as a key is, so that it can be found where a record names it. */
export function isKeyShaped(text: string): boolean {
  return text.length <= MAX_KEY && KEY.test(text);
}

/** Whether a text can stand in `keys:`: `PAY` for PAY-142, `#` for #123, `AB#` for AB#123. */
export function isPrefix(text: string): boolean {
  return text.length < MAX_KEY && PREFIX.test(text);
}

/**
 * Makes a matcher for keys that records name (`known`; those not shaped like a key are left out, so that readable ids do
 * not light up in prose) and for the project's `prefixes` (`PAY`, `#` for `#123`, or `AB#` for `AB#123`).
 *
 * `PAY-142`: a prefix of letters, digits and underscores that starts with a letter, a hyphen, digits. A number that starts
 * with 0 must be known. Not a key where a word goes on: letters, digits, marks or `_` on either side (`REPAY-142`,
 * `PAY-7a`, `PAY-7_x`, `éPAY-7`), a hyphenated word to the left (`PRE-PAY-7`), or a decimal (`PAY-7.5`). What follows a
 * hyphen does not count: `PAY-7-slug` and `PAY-7-2` hold `PAY-7`. Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese
 * letters end a word, because people write `看PAY-7` and `PAY-7을` without a space.
 *
 * `#123`: as above to the right; besides, it is not a key after a word (`foo#123`), after one of `& # / $ { . - ?`
 * (entities, fragments, shell), as a place in a page (`](#123)`, `href="#123"`), or when a slug follows (`#1-intro`). Colors:
 * `#123abc` never; three, four, six or eight digits never directly before `;` or in what reads as a style; between quotes
 * only when known; six or eight digits only when known.
 *
 * `owner/repo#123`, with as many groups as there are, and `AB#123`: as a whole, when known or with its prefix, and not
 * after one of `@ #` (`github.com/owner/repo#1` is a fragment).
 *
 * Every position is looked at a bounded number of times, so the time is linear in the text whatever it holds.
 */
export function keyMatcher(known: Iterable<string>, prefixes: readonly string[]): KeyMatcher {
  const keys = new Set<string>();
  for (const id of known) if (isKeyShaped(id)) keys.add(id);
  const heads = new Set(prefixes.map((prefix) => prefix.replace(/-$/, '')).filter(isPrefix));
  const project: Project = { keys, heads };
  let inBranch: ((name: string) => string[]) | undefined;

  const find = (text: string, from = 0, to = text.length): KeyMatch[] => {
    const first = Math.max(from, 0);
    // Searching a slice for one character is what engines do fastest, and it ends where the slice ends.
    const part = text.slice(first, Math.max(to, first));
    const matches: KeyMatch[] = [];
    let hyphen = part.indexOf('-');
    let hash = part.indexOf('#');
    while (hyphen >= 0 || hash >= 0) {
      const isHyphen = hash < 0 || (hyphen >= 0 && hyphen < hash);
      const index = first + (isHyphen ? hyphen : hash);
      if (isDigit(text.charCodeAt(index + 1))) {
        const match = isHyphen ? hyphenKey(text, index, project) : hashKey(text, index, project);
        if (match && match.start >= from && match.end <= to) matches.push(match);
      }
      if (isHyphen) hyphen = part.indexOf('-', hyphen + 1);
      else hash = part.indexOf('#', hash + 1);
    }
    return matches;
  };

  return {
    find,
    at(line, character) {
      const near = find(line, character - MAX_KEY, character + MAX_KEY);
      return (
        near.find((match) => match.start <= character && character < match.end) ??
        near.find((match) => match.end === character)
      );
    },
    test: (key) => find(key).some((match) => match.key === key),
    branchKeys(name) {
      inBranch ??= branchKeyReader(keys, heads);
      return inBranch(name);
    },
  };
}

interface Project {
  readonly keys: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
}

/** The key around the hyphen at `hyphen`, which a digit follows. */
function hyphenKey(text: string, hyphen: number, project: Project): KeyMatch | undefined {
  const start = runStart(text, hyphen, isWordCode);
  const end = digitsEnd(text, hyphen + 1);
  if (start === hyphen || end - start > MAX_KEY || !isLetter(text.charCodeAt(start))) return undefined;
  const key = text.slice(start, end);
  const carried = text.charCodeAt(hyphen + 1) !== 48 && project.heads.has(text.slice(start, hyphen));
  if (!carried && !project.keys.has(key)) return undefined;
  if (wordEndsAt(text, start) || goesOn(text, end)) return undefined;
  if (text.charCodeAt(start - 1) === HYPHEN && (isWordAt(text, start - 2) || wordEndsAt(text, start - 1)))
    return undefined;
  return insideReference(text, end, project) ? undefined : { key, start, end };
}

/** Whether a key that ends at `end` is only a part of a known `owner/repo#123`, such as `acme/PAY-7#12`. */
function insideReference(text: string, end: number, project: Project): boolean {
  const limit = Math.min(text.length, end + MAX_KEY);
  let i = end;
  while (i < limit && isPathCode(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) !== HASH || !isDigit(text.charCodeAt(i + 1))) return false;
  const reference = hashKey(text, i, project);
  return reference !== undefined && reference.start < end;
}

/** The key around the `#` at `hash`, which a digit follows: `owner/repo#123` or `#123`. */
function hashKey(text: string, hash: number, project: Project): KeyMatch | undefined {
  const end = digitsEnd(text, hash + 1);
  if (end - hash > MAX_KEY || goesOn(text, end)) return undefined;
  if (text.charCodeAt(end) === HYPHEN && (isWordAt(text, end + 1) || text.charCodeAt(end + 1) === HYPHEN))
    return undefined;
  if (isPathCode(text.charCodeAt(hash - 1))) return referenceKey(text, hash, end, project);
  const key = text.slice(hash, end);
  const isKnown = project.keys.has(key);
  if (!isKnown && (!project.heads.has('#') || text.charCodeAt(hash + 1) === 48)) return undefined;
  if ('&#${'.includes(text.charAt(hash - 1) || ' ') || wordEndsAt(text, hash)) return undefined;
  if (isColorAlone(text, hash, end, isKnown) || isColorOrFragment(text, hash, end)) return undefined;
  return { key, start: hash, end };
}

/** The key that ends in the `#` and its digits, and begins with a path or a word. */
function referenceKey(text: string, hash: number, end: number, { keys, heads }: Project): KeyMatch | undefined {
  const start = runStart(text, hash, isPathCode);
  if (end - start > MAX_KEY || '@#'.includes(text.charAt(start - 1) || ' ') || wordEndsAt(text, start))
    return undefined;
  const key = text.slice(start, end);
  const carried = text.charCodeAt(hash + 1) !== 48 && heads.has(text.slice(start, hash + 1));
  return carried || keys.has(key) ? { key, start, end } : undefined;
}

/** Whether the digits alone, or with the quotes around them, tell a color. */
function isColorAlone(text: string, hash: number, end: number, isKnown: boolean): boolean {
  const digits = end - hash - 1;
  if (digits !== 3 && digits !== 4 && digits !== 6 && digits !== 8) return false;
  if (text.charAt(end) === ';') return true;
  if (isKnown) return false;
  const quote = text.charAt(hash - 1);
  return digits >= 6 || (quote === text.charAt(end) && (quote === '"' || quote === "'"));
}

/** First index of the run of characters that ends before `end`; looks back no further than the longest key. */
function runStart(text: string, end: number, belongs: (code: number) => boolean): number {
  const limit = Math.max(0, end - MAX_KEY - 1);
  let start = end;
  while (start > limit && belongs(text.charCodeAt(start - 1))) start--;
  return start;
}

function digitsEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_KEY + 1);
  let end = start;
  while (end < limit && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Whether a word or a decimal goes on at `end`. */
function goesOn(text: string, end: number): boolean {
  if (isWordAt(text, end)) return true;
  if (text.charCodeAt(end) === DOT) return isDigit(text.charCodeAt(end + 1));
  return text.charCodeAt(end) > 127 && isForeignWord(text.slice(end, end + 2));
}

/** Whether a word ends directly before `start`. */
function wordEndsAt(text: string, start: number): boolean {
  if (isWordAt(text, start - 1)) return true;
  if (start === 0 || text.charCodeAt(start - 1) <= 127) return false;
  const isPair = start > 1 && (text.codePointAt(start - 2) ?? 0) > 0xffff;
  return isForeignWord(text.slice(start - (isPair ? 2 : 1), start));
}

/** Whether the first character of the text belongs to a word. */
const isForeignWord = (text: string): boolean => FOREIGN_WORD.test(text) && !VARIATION.test(text.charAt(0));

const isWordAt = (text: string, index: number): boolean => isWordCode(text.charCodeAt(index));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

const isWordCode = (code: number): boolean => isLetter(code) || isDigit(code) || code === 95;

const isPathCode = (code: number): boolean => isWordCode(code) || code === HYPHEN || code === DOT || code === SLASH;
