/** Trailers of commit messages, by git's own rules: `Initiative:`, `Because:` and `Evidence:` read out of one, and added to one. */

import type { Span } from '../text/positions.ts';

export interface Trailer {
  readonly key: string;
  /** On one line, however many it is written on. */
  readonly value: string;
}

/** The trailers that tell why, in the order they are written. */
export const trailerKeys = ['Initiative', 'Because', 'Evidence'] as const;

export type TrailerKey = (typeof trailerKeys)[number];

/** The ids that a message's own trailers name, each once, in its order. A value that is no list of ids names none. */
export interface NamedInTrailers {
  readonly initiative: readonly string[];
  readonly because: readonly string[];
  readonly evidence: readonly string[];
}

/** Longer messages are read up to here: no person wrote them. */
const MAX_MESSAGE = 1_000_000;

/** A token of letters, digits and hyphens, a colon; git lets spaces stand before it. */
const LINE = /^([A-Za-z0-9-]+)[ \t]*:(.*)$/;
const MADE_BY_GIT = /^(?:Signed-off-by: |\(cherry picked from commit )/;
const IDS = /^[^\s,]+(?:\s*,\s*[^\s,]+)*$/;

/** A line without its break. */
interface Line extends Span {
  readonly text: string;
}

/**
 * What the trailers say that tell why: those git finds, and those of the commits that a host or git squashed into this one,
 * above its list of people.
 */
export function readTrailers(message: string): NamedInTrailers {
  const { lines, from } = layout(message.slice(0, MAX_MESSAGE), '#');
  const trailers = [...squashed(lines.slice(0, from)), ...trailersOf(lines.slice(from))];
  const named = (key: TrailerKey) => {
    const values = trailers.filter((each) => each.key.toLowerCase() === key.toLowerCase());
    return [...new Set(values.flatMap(({ value }) => idsIn(value)))];
  };
  return { initiative: named('Initiative'), because: named('Because'), evidence: named('Evidence') };
}

/** `ev-1, ev-2` as two ids; a sentence is none. */
const idsIn = (value: string): readonly string[] => (IDS.test(value) ? value.split(',').map((id) => id.trim()) : []);

/** Every trailer of a message, as `git interpret-trailers --parse` gives them. */
export function trailersIn(message: string): readonly Trailer[] {
  const { lines, from } = layout(message.slice(0, MAX_MESSAGE), '#');
  return trailersOf(lines.slice(from));
}

function trailersOf(lines: readonly Line[]): readonly Trailer[] {
  const found: { key: string; values: string[] }[] = [];
  let last: { key: string; values: string[] } | undefined;
  for (const { text } of lines) {
    if (/^\s/.test(text)) {
      last?.values.push(text.trim());
      continue;
    }
    const [, key, value = ''] = LINE.exec(text) ?? [];
    last = key === undefined ? undefined : { key, values: [value.trim()] };
    if (last) found.push(last);
  }
  return found.map(({ key, values }) => ({ key, value: values.filter((value) => value !== '').join(' ') }));
}

const RULE = /^[-_*=]{3,}$/;
/** Where the message of the next squashed commit begins, or how git introduces it. */
const NEXT = /^(?:\* \S|commit [0-9a-f]{7,64}$)/;

/**
 * The trailers of squashed commits: each paragraph that is all trailers, with only a rule, other trailers, or the next
 * commit's message below it. What prose follows is prose. Git's own squash indents the messages.
 */
function squashed(lines: readonly Line[]): readonly Trailer[] {
  const isGits = lines.some(({ text }) => text === 'Squashed commit of the following:');
  const plain = lines.map((line) => ({
    ...line,
    text: (isGits ? line.text.replace(/^ {4}/, '') : line.text).trimEnd(),
  }));
  const paragraphs: Line[][] = [[]];
  for (const line of plain) {
    if (line.text === '' || RULE.test(line.text)) paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  const found: (readonly Trailer[])[] = [];
  let mayEnd = true;
  // The first paragraph is the subject's.
  for (const paragraph of paragraphs.slice(1).reverse()) {
    if (paragraph.length === 0) continue;
    const isTrailers = paragraph.every(({ text }, at) => LINE.test(text) || (at > 0 && /^\s/.test(text)));
    if (isTrailers && mayEnd) found.push(trailersOf(paragraph));
    else mayEnd = NEXT.test(paragraph[0]?.text ?? '');
  }
  return found.reverse().flat();
}

/**
 * The message with these trailers: added to its own, else in a paragraph of their own at its end, above what git leaves
 * out: lines that start with `comment`, and all below the scissors; nothing where that is empty. A trailer that stands
 * there already is not added again; nothing else changes.
 */
export function withTrailers(message: string, trailers: readonly Trailer[], comment = '#'): string {
  const { lines: kept, from } = layout(message, comment);
  const own = new Set(trailersOf(kept.slice(from)).map(asText));
  const lines = trailers.filter((each) => !own.has(asText(each))).map(({ key, value }) => `${key}: ${value}`);
  if (lines.length === 0) return message;
  const feed = /\r?\n/.exec(message)?.[0] ?? '\n';
  const end = kept.at(-1)?.end ?? 0;
  // Where nothing is written yet, the first line is left for the subject.
  const gap = from < kept.length ? feed : feed + feed;
  const rest = message.slice(end);
  const below = rest === '' || /^\r?\n/.test(rest) ? '' : feed + feed;
  return message.slice(0, end) + gap + lines.join(feed) + below + rest;
}

const asText = ({ key, value }: Trailer) => `${key.toLowerCase()}: ${value}`;

/** Below it git leaves everything out. */
const SCISSORS = ` ${'-'.repeat(24)} >8 ${'-'.repeat(24)}`;

/** The lines git keeps, without comments and blank lines at their end, and where among them the trailers begin. */
function layout(message: string, comment: string): { readonly lines: readonly Line[]; readonly from: number } {
  const lines = linesOf(message);
  const isComment = (text: string) => comment !== '' && text.startsWith(comment);
  const scissors = lines.findIndex(({ text }) => isComment(text) && text.trimEnd() === comment + SCISSORS);
  const kept = lines.slice(0, contentEnd(scissors < 0 ? lines : lines.slice(0, scissors), isComment));
  return { lines: kept, from: blockStart(kept, isComment) };
}

function linesOf(message: string): readonly Line[] {
  return Array.from(message.matchAll(/[^\n]*\n|[^\n]+$/g), ({ index: start, 0: line }) => {
    const text = line.replace(/\r?\n$|\r$/, '');
    return { text, start, end: start + text.length };
  });
}

/** Whether git leaves a line out. */
type IsComment = (text: string) => boolean;

/** How many lines there are before comments, blank lines, and the list of conflicts that old versions of git left. */
function contentEnd(lines: readonly Line[], isComment: IsComment): number {
  let end: number | undefined;
  let inConflicts = false;
  for (const [index, { text }] of lines.entries()) {
    if (text === 'Conflicts:') inConflicts = true;
    const isLeftOut = isComment(text) || text === '' || text === 'Conflicts:' || (inConflicts && /^\t/.test(text));
    if (isLeftOut) end ??= index;
    else {
      end = undefined;
      inConflicts = false;
    }
  }
  return lines.slice(0, end).findLastIndex(({ text }) => !isBlank(text) && !isComment(text)) + 1;
}

const isBlank = (text: string) => text.trim() === '';

/**
 * The line the trailers begin at; behind the last where there are none. They are the last paragraph, never the first, when
 * all of it is trailers, or a quarter is and one of them is git's own.
 *
 * Source: git's trailer.c, and "25%" in https://git-scm.com/docs/git-interpret-trailers.
 */
function blockStart(lines: readonly Line[], isComment: IsComment): number {
  const none = lines.length;
  const title = lines.findIndex(({ text }) => isBlank(text));
  if (title < 0) return none;
  let [trailers, others, continuations] = [0, 0, 0];
  let isGits = false;
  for (let index = none - 1; index >= title; index--) {
    const text = lines[index]?.text ?? '';
    if (isComment(text)) {
      others += continuations;
      continuations = 0;
    } else if (isBlank(text)) {
      others += continuations;
      const isBlock = isGits ? trailers * 3 >= others : trailers > 0 && others === 0;
      return isBlock ? index + 1 : none;
    } else if (MADE_BY_GIT.test(text) || LINE.test(text)) {
      trailers++;
      continuations = 0;
      isGits ||= MADE_BY_GIT.test(text);
    } else if (/^\s/.test(text)) continuations++;
    else {
      others += 1 + continuations;
      continuations = 0;
    }
  }
  return none;
}
