/** Anchors: a line of code, followed from the commit it was seen in, or known by a text that no other line has. */
import { lasting } from '../base/lasting.ts';
import type { Anchor } from './kind.ts';

/** The lines of a file, counted from 0. */
export interface Lines {
  readonly count: number;
  text(line: number): string;
}

/** Characters of a line that are remembered: enough to know it by, little enough to read in a review. */
const LONGEST = 200;

/** The lines of a text, split as editors do. */
export function asLines(text: string): Lines {
  const lines = text.split(/\r\n|\r|\n/);
  return { count: lines.length, text: (line) => lines[line] ?? '' };
}

/** The part of a line by which it is known: trimmed, and cut where it is very long. */
export function anchorText(line: string): string {
  return line.trim().slice(0, LONGEST).trimEnd();
}

/**
 * An anchor at a line (from 0). A blank line could not be found again, so the next one with words stands for it, else
 * the one before; undefined in an empty file.
 */
export function anchorAt(lines: Lines, line: number, path: string): Anchor | undefined {
  const known = withWords(lines, line, 1) ?? withWords(lines, line, -1);
  return known === undefined ? undefined : { path, line: known + 1, text: anchorText(lines.text(known)) };
}

function withWords(lines: Lines, from: number, step: 1 | -1): number | undefined {
  for (let line = Math.min(Math.max(from, 0), lines.count - 1); line >= 0 && line < lines.count; line += step) {
    if (anchorText(lines.text(line)) !== '') return line;
  }
  return undefined;
}

/**
 * The anchor as a commit has the line, so that git can follow it from there, whatever was not committed above it. A line
 * that is not in the commit, or not surely, keeps its own number and names no commit.
 */
export function anchorInCommit(anchor: Anchor, now: Lines, commit: string, committed: Lines): Anchor {
  const line = followLine(now, (anchor.line ?? 1) - 1, committed);
  return line === undefined ? anchor : { ...anchor, line: line + 1, commit };
}

/**
 * The line (from 0) an anchor stands on today. `before` is the file as the anchor's commit has it: the line is followed
 * from there. Without it the text decides, where no other line has it. Undefined where nothing is sure: a text that stands
 * elsewhere too does not identify a line. An anchor without a text is taken at its word.
 */
export function findAnchor(lines: Lines, { line = 1, text = '' }: Anchor, before?: Lines): number | undefined {
  const wanted = anchorText(text);
  const own = line - 1;
  if (wanted === '') return own < lines.count ? own : undefined;
  const start = before && (anchorText(before.text(own)) === wanted ? own : onlyLine(before, wanted));
  if (before && start !== undefined) return followLine(before, start, lines);
  // In a commit that has the text several times, and not there, any of them may be meant.
  return before && holds(before, wanted) ? undefined : onlyLine(lines, wanted);
}

/** The one line with a text; undefined where there is none, or several. */
function onlyLine(lines: Lines, wanted: string): number | undefined {
  const found = linesByText(lines).get(wanted);
  return found?.count === 1 ? found.first : undefined;
}

const holds = (lines: Lines, wanted: string): boolean => linesByText(lines).has(wanted);

/**
 * Where a line of one version of a file is in another; undefined where it is gone, or cannot be told from a twin.
 *
 * A text that is the only one of its kind in both versions identifies its line, wherever it went. Any other line is known
 * by where it stands between two such lines, unless twins of it were added, and followed where nothing between them
 * changed: a twin that stands there alone, between the same neighbours, may have come from elsewhere.
 */
function followLine(before: Lines, line: number, now: Lines): number | undefined {
  const wanted = anchorText(before.text(line));
  if (wanted === '') return undefined;
  /** The line in the other version, where its text is the only one of its kind in both. */
  const known = (at: number): number | undefined => {
    const text = anchorText(before.text(at));
    return text === '' || onlyLine(before, text) === undefined ? undefined : onlyLine(now, text);
  };
  const itself = known(line);
  if (itself !== undefined || countOf(now, wanted) > countOf(before, wanted)) return itself;
  let [above, below] = [line - 1, line + 1];
  while (above >= 0 && known(above) === undefined) above--;
  while (below < before.count && known(below) === undefined) below++;
  const top = above < 0 ? -1 : known(above);
  const bottom = below >= before.count ? now.count : known(below);
  if (top === undefined || bottom === undefined || bottom - top !== below - above) return undefined;
  for (let step = 1; step < below - above; step++) {
    if (anchorText(before.text(above + step)) !== anchorText(now.text(top + step))) return undefined;
  }
  return top + line - above;
}

/** Where a text stands first, and how often. */
interface Standing {
  readonly first: number;
  count: number;
}

/** Where each text stands. Kept as long as the lines, which are never changed. */
const linesByText = lasting((lines: Lines): ReadonlyMap<string, Standing> => {
  const made = new Map<string, Standing>();
  for (let line = 0; line < lines.count; line++) {
    const text = anchorText(lines.text(line));
    const standing = made.get(text);
    if (standing) standing.count++;
    else made.set(text, { first: line, count: 1 });
  }
  return made;
});

const countOf = (lines: Lines, wanted: string): number => linesByText(lines).get(wanted)?.count ?? 0;
