/** Trailers of commit messages, by git's own rules: `Initiative:`, `Because:` and `Evidence:` read out of one, and added to one. */

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

const SCISSORS = /^# -{24} >8 -{24}\s*$/;
/** A token of letters, digits and hyphens, a colon; git lets spaces stand before it. */
const LINE = /^([A-Za-z0-9-]+)[ \t]*:(.*)$/;
const MADE_BY_GIT = /^(?:Signed-off-by: |\(cherry picked from commit )/;
const IDS = /^[^\s,]+(?:\s*,\s*[^\s,]+)*$/;

/** A line without its break; offsets count UTF-16 units in the message. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the trailers say that tell why. */
export function readTrailers(message: string): NamedInTrailers {
  const trailers = trailersIn(message);
  const named = (key: TrailerKey) => {
    const values = trailers.filter((each) => each.key.toLowerCase() === key.toLowerCase());
    return [...new Set(values.flatMap(({ value }) => idsIn(value)))];
  };
  return { initiative: named('Initiative'), because: named('Because'), evidence: named('Evidence') };
}

/** `ev-1, ev-2` as two ids; a sentence is none. */
function idsIn(value: string): readonly string[] {
  return IDS.test(value) ? value.split(/\s*,\s*/) : [];
}

/** Every trailer of a message, as `git interpret-trailers --parse` gives them. */
export function trailersIn(message: string): readonly Trailer[] {
  const { lines, from } = layout(message.slice(0, MAX_MESSAGE));
  const found: { key: string; value: string }[] = [];
  let last: { key: string; value: string } | undefined;
  for (const { text } of lines.slice(from)) {
    if (/^\s/.test(text)) {
      if (last) last.value = `${last.value} ${text.trim()}`.trim();
      continue;
    }
    const [, key, value = ''] = LINE.exec(text) ?? [];
    last = key === undefined ? undefined : { key, value: value.trim() };
    if (last) found.push(last);
  }
  return found;
}

/**
 * The message with these trailers: added to its own, else in a paragraph of their own at its end, above what git leaves
 * out: comments, and all below the scissors. A trailer that stands there already is not added again; nothing else changes.
 */
export function withTrailers(message: string, trailers: readonly Trailer[]): string {
  const own = new Set(trailersIn(message).map(asText));
  const lines = trailers.filter((each) => !own.has(asText(each))).map(({ key, value }) => `${key}: ${value}`);
  if (lines.length === 0) return message;
  const feed = /\r?\n/.exec(message)?.[0] ?? '\n';
  const { lines: kept, from } = layout(message);
  const end = kept.at(-1)?.end ?? 0;
  // Where nothing is written yet, the first line is left for the subject.
  const gap = from < kept.length ? feed : feed + feed;
  const rest = message.slice(end);
  const below = rest === '' || /^\r?\n/.test(rest) ? '' : feed + feed;
  return message.slice(0, end) + gap + lines.join(feed) + below + rest;
}

const asText = ({ key, value }: Trailer) => `${key.toLowerCase()}: ${value}`;

/** The lines git keeps, without comments and blank lines at their end, and where among them the trailers begin. */
function layout(message: string): { readonly lines: readonly Line[]; readonly from: number } {
  const lines = linesOf(message);
  const scissors = lines.findIndex(({ text }) => SCISSORS.test(text));
  const kept = lines.slice(0, contentEnd(scissors < 0 ? lines : lines.slice(0, scissors)));
  return { lines: kept, from: blockStart(kept) };
}

function linesOf(message: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < message.length; ) {
    const feed = message.indexOf('\n', start);
    const stop = feed < 0 ? message.length : feed;
    const end = stop > start && message.charAt(stop - 1) === '\r' ? stop - 1 : stop;
    lines.push({ text: message.slice(start, end), start, end });
    start = stop + 1;
  }
  return lines;
}

/** How many lines there are before comments, blank lines, and the list of conflicts that old versions of git left. */
function contentEnd(lines: readonly Line[]): number {
  let end: number | undefined;
  let inConflicts = false;
  for (const [index, { text }] of lines.entries()) {
    if (text === 'Conflicts:') inConflicts = true;
    const isLeftOut = text.startsWith('#') || text === '' || text === 'Conflicts:' || (inConflicts && /^\t/.test(text));
    if (isLeftOut) end ??= index;
    else {
      end = undefined;
      inConflicts = false;
    }
  }
  return lines.slice(0, end).findLastIndex(({ text }) => !isBlank(text) && !text.startsWith('#')) + 1;
}

const isBlank = (text: string) => text.trim() === '';

/**
 * The line the trailers begin at; behind the last where there are none. They are the last paragraph, never the first, when
 * all of it is trailers, or a quarter is and one of them is git's own.
 *
 * Source: git's trailer.c, and "25%" in https://git-scm.com/docs/git-interpret-trailers.
 */
function blockStart(lines: readonly Line[]): number {
  const none = lines.length;
  const title = lines.findIndex(({ text }) => !text.startsWith('#') && isBlank(text));
  if (title < 0) return none;
  let [trailers, others, continuations] = [0, 0, 0];
  let isGits = false;
  for (let index = none - 1; index >= title; index--) {
    const text = lines[index]?.text ?? '';
    if (text.startsWith('#')) {
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
