/** Where a line was before a change: read from the change as git writes it, without lines around. */

export interface Before {
  /** The line, or the one nearest to it, in the version before, counted from 1; undefined where the change brought it. */
  readonly line: number | undefined;
  /** Whether nothing of it changed but its layout. */
  readonly wasReformatted: boolean;
}

/** Lines that others took the place of. */
interface Hunk {
  /** The first line of each side, counted from 1, and how many there are; of none, the line before them. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * Where a line of the new version was in the old one. A line of a hunk was, of the lines that were there, the one most
 * alike, and of several the one at the same height. White space alone is no change, so git is to be asked with `-w`.
 */
export function lineBefore(diff: string, line: number): Before {
  let shift = 0;
  for (const { oldStart, newStart, removed, added } of hunksOf(diff)) {
    const first = added.length > 0 ? newStart : newStart + 1;
    if (line < first) break;
    if (line < first + added.length) {
      const at = mostAlike(removed, added, line - first);
      if (at === undefined) return { line: undefined, wasReformatted: false };
      return { line: oldStart + at, wasReformatted: isLayout(removed, added, at, line - first) };
    }
    shift += removed.length - added.length;
  }
  return { line: line + shift, wasReformatted: true };
}

function hunksOf(diff: string): readonly Hunk[] {
  const hunks: { oldStart: number; newStart: number; removed: string[]; added: string[] }[] = [];
  for (const text of diff.split('\n')) {
    const head = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (head) hunks.push({ oldStart: Number(head[1]), newStart: Number(head[2]), removed: [], added: [] });
    else if (text.startsWith('-')) hunks.at(-1)?.removed.push(text.slice(1));
    else if (text.startsWith('+')) hunks.at(-1)?.added.push(text.slice(1));
  }
  return hunks;
}

/** Which of the lines that were there a line stands for; undefined where it is new among them. */
function mostAlike(removed: readonly string[], added: readonly string[], index: number): number | undefined {
  if (removed.length === 0) return undefined;
  const wordy = nearestWithWords(added, index);
  const words = wordsOf(added[wordy] ?? '');
  const height = (wordy + 0.5) * (removed.length / added.length) - 0.5;
  const scored = removed.map((text, at) => {
    const there = wordsOf(text);
    return { at, there, common: common(words, there), away: Math.abs(at - height) };
  });
  const best = scored.reduce((one, other) =>
    other.common > one.common || (other.common === one.common && other.away < one.away) ? other : one,
  );
  if (words.size === 0 || added.length <= removed.length) return best.at;
  // Where lines came in besides, this may be one of them.
  const least = Math.min(words.size, best.there.size);
  const isPart = best.common > 0 && best.common === least;
  const isAlike = best.common > 0 && best.common * 2 >= least;
  // Of several that are as alike, the first.
  const isMost = () =>
    added.every((other, at) => common(wordsOf(other), best.there) < best.common + Number(at >= wordy));
  return isPart || (isAlike && isMost()) ? best.at : undefined;
}

const common = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...some].filter((word) => others.has(word)).length;

/** A line without words, such as a bracket, belongs to the nearest that has some, the one above before the one below. */
function nearestWithWords(lines: readonly string[], index: number): number {
  for (let away = 0; away < lines.length; away++) {
    for (const at of [index - away, index + away]) if (wordsOf(lines[at] ?? '').size > 0) return at;
  }
  return index;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/[\p{L}\p{N}_$]+/gu));

/** Whether only breaks, quotes, commas and the like changed: of the whole hunk, or of the two lines. */
function isLayout(removed: readonly string[], added: readonly string[], at: number, index: number): boolean {
  const [old, now] = [bare(removed[at] ?? ''), bare(added[index] ?? '')];
  return bare(removed.join('')) === bare(added.join('')) || (now !== '' && (old.includes(now) || now.includes(old)));
}

const bare = (text: string): string => text.replace(/[\s,;'"`()]/g, '');
