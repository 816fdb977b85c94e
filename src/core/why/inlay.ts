/** What stands behind a line of code: why it is there, in a few words, from what is known without asking anybody. */
import { whyInBrief } from '../face/inBrief.ts';
import type { Initiative } from '../kinds/all.ts';
import { anchoredByFile, anchorOf } from '../library/anchored.ts';
import type { Library } from '../library/library.ts';
import { anchorText, findAnchor, type Lines } from '../records/anchor.ts';
import { isInComment } from '../text/codeComment.ts';
import { oneLine } from '../text/foreignText.ts';

/** Lines that commits brought for an initiative. */
export interface CommittedWhy {
  /** The first, counted from 1. */
  readonly line: number;
  readonly count: number;
  readonly initiative: string;
}

/** What is known of the file a line is in. */
export interface InlayFile {
  /** From the workspace folder. */
  readonly path?: string | undefined;
  /** What its commits tell; undefined where nobody asked. */
  readonly committed?: readonly CommittedWhy[] | undefined;
}

/** Characters of the why: what is longer is read in the hover. */
const WHY = 60;

/** Lines of a comment that are read, above the line and below it. */
const COMMENT = 30;

/** Characters of a line that is worth looking through. */
const LONGEST = 1_000;

/**
 * `∵ 30% of users miss urgent updates · PAY-142`, of a line counted from 0: by a key on it or in its comment, what
 * is anchored there, or its commit. Undefined where nothing of that is known, and on a line without words.
 */
export function inlayText(library: Library, lines: Lines, line: number, file: InlayFile): string | undefined {
  if (lines.text(line).trim() === '') return undefined;
  const initiative =
    byKey(library, lines, line) ?? byThread(library, lines, line, file.path) ?? byCommit(library, line, file.committed);
  const why = initiative && whyInBrief(library, initiative, WHY);
  return why === undefined ? undefined : `∵ ${why} · ${oneLine(initiative?.id ?? '')}`;
}

function byKey(library: Library, lines: Lines, line: number): Initiative | undefined {
  for (const near of [line, ...commentAround(lines, line)]) {
    for (const { key } of library.keys.find(lines.text(near).slice(0, LONGEST))) {
      const initiative = library.initiativeOf(key);
      if (initiative) return initiative;
    }
  }
  return undefined;
}

/** The lines of the comment a line is in, or that stands right above it, the nearest first. */
function commentAround(lines: Lines, line: number): number[] {
  const found: number[] = [];
  const walk = (step: 1 | -1) => {
    for (let at = line + step; Math.abs(at - line) <= COMMENT && isComment(lines, at); at += step) found.push(at);
  };
  walk(-1);
  // Below a line of code begins the comment of another.
  if (isComment(lines, line)) walk(1);
  return found;
}

/** Whether a line is a comment as a whole. */
function isComment(lines: Lines, line: number): boolean {
  if (line < 0 || line >= lines.count) return false;
  const text = lines.text(line).slice(0, LONGEST);
  const start = text.length - text.trimStart().length;
  return start < text.length && isInComment(text, start + (text.startsWith('<!--', start) ? 4 : 2));
}

/** The initiative of what stands on this very line. */
function byThread(library: Library, lines: Lines, line: number, path: string | undefined): Initiative | undefined {
  const records = path === undefined ? [] : (anchoredByFile(library).get(path) ?? []);
  const text = anchorText(lines.text(line));
  for (const record of records) {
    const { initiative } = record.values as { readonly initiative?: string };
    const anchor = anchorOf(record);
    // Where its text is, is looked for in the whole file only for a line that has it.
    if (initiative === undefined || anchor?.text === undefined || anchorText(anchor.text) !== text) continue;
    if (findAnchor(lines, anchor) === line) return library.initiativeOf(initiative);
  }
  return undefined;
}

function byCommit(library: Library, line: number, committed: InlayFile['committed'] = []): Initiative | undefined {
  const run = committed.find((each) => each.line <= line + 1 && line + 1 < each.line + each.count);
  return run && library.initiativeOf(run.initiative);
}
