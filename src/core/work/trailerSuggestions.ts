/** What could be written in the trailers of a commit message: the keys that tell why, and the ids that are right there. */

import { nameOf } from '../face/names.ts';
import type { Evidence, Initiative, Problem } from '../kinds/all.ts';
import { ID } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { dateOf, evidenceFor, problemsOf, strongestEvidence } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
import { oneLine } from '../text/foreignText.ts';
import { firstParagraph, firstSentences } from '../text/markdownText.ts';
import { trailersFor } from './commitMessage.ts';
import type { TrailerKey } from './trailers.ts';
import { trailerKeys } from './trailers.ts';

/** One thing that could be written between two offsets of the message. */
export interface TrailerSuggestion {
  readonly label: string;
  readonly insert: string;
  readonly from: number;
  readonly to: number;
  /** What the id stands for, in a few words. */
  readonly detail: string;
}

/** Enough to choose from; who types on gets others. */
const MOST = 50;
const DETAIL = 100;

/**
 * Suggestions at the end of `before`, which is the message up to the cursor; best first, none in a subject, in prose, in
 * comments. `current` is the initiative of the checked-out branch: what belongs to it, or to one the message names, comes first.
 */
export function trailerSuggestions(
  library: Library,
  before: string,
  current?: Initiative,
): readonly TrailerSuggestion[] {
  const lines = before.split(/\r?\n/);
  const line = lines.pop() ?? '';
  const above = lines.findLastIndex((each) => each.trim() === '') + 1;
  const paragraph = lines.slice(above);
  const isBelowTrailers = paragraph.every((each) => /^[A-Za-z0-9-]+[ \t]*:|^\s|^#/.test(each));
  if (lines.length === 0 || above === 0 || !isBelowTrailers) return [];
  const end = before.length;
  const colon = line.indexOf(':');
  const key = trailerKeys.find((each) => each.toLowerCase() === line.slice(0, Math.max(0, colon)).toLowerCase());
  if (key) {
    const ids = line
      .slice(colon + 1)
      .split(',')
      .map((each) => each.trim());
    const typed = ids.pop() ?? '';
    const records = recordsFor(library, key, [...initiativesIn(library, lines), ...(current ? [current] : [])]);
    const listed = new Set(ids);
    // A colon needs a space behind it.
    const space = line.endsWith(':') ? ' ' : '';
    return records
      .filter(({ id }) => ID.test(id) && !listed.has(id))
      .map((record) => ({
        label: record.id,
        insert: space + record.id,
        from: end - typed.length,
        to: end,
        detail: detailOf(record),
      }))
      .filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(typed.toLowerCase()))
      .slice(0, MOST);
  }
  if (!/^[A-Za-z]*$/.test(line)) return [];
  const from = end - line.length;
  return keysFor(library, paragraph, current)
    .filter(({ label }) => label.toLowerCase().startsWith(line.toLowerCase()))
    .map((each) => ({ ...each, from, to: end }));
}

/** Whole trailers of the branch's initiative first, then the keys alone; none that stands there already. */
function keysFor(library: Library, paragraph: readonly string[], current: Initiative | undefined) {
  const whole = current ? trailersFor(library, current) : [];
  const free = trailerKeys.filter(
    (key) => !paragraph.some((line) => line.toLowerCase().startsWith(`${key.toLowerCase()}:`)),
  );
  return [
    ...whole
      .filter(({ key }) => free.some((each) => each === key))
      .map(({ key, value }) => ({
        label: `${key}: ${value}`,
        insert: `${key}: ${value}`,
        detail: wholeDetail(library, value),
      })),
    ...free.map((key) => ({ label: `${key}:`, insert: `${key}: `, detail: '' })),
  ];
}

function wholeDetail(library: Library, value: string): string {
  const [first] = value.split(', ').flatMap((id) => library.find(id) ?? []);
  return first ? detailOf(first) : '';
}

/** The initiatives that lines above name. */
function initiativesIn(library: Library, lines: readonly string[]): readonly Initiative[] {
  const named = lines.flatMap((line) => /^initiative:(.*)$/i.exec(line)?.[1]?.split(',') ?? []);
  return named.flatMap((id) => library.initiativeOf(id.trim()) ?? []);
}

/** What a key's value may name, what is nearest first, each once. */
function recordsFor(library: Library, key: TrailerKey, near: readonly Initiative[]): readonly ContextRecord[] {
  switch (key) {
    case 'Initiative':
      return [...new Set([...near, ...[...library.ofKind('initiative')].sort(byProgress)])].filter(shown);
    case 'Because':
      return [
        ...new Set<Problem>([...near.flatMap((one) => problemsOf(library, one)), ...library.ofKind('problem')]),
      ].filter(shown);
    case 'Evidence':
      return [
        ...new Set<Evidence>([
          ...near.flatMap((one) => strongestEvidence(library, one)),
          ...near.flatMap((one) => evidenceFor(library, one)),
          ...[...library.ofKind('evidence')].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1)),
        ]),
      ].filter(shown);
  }
}

const shown = ({ archived, withheld }: ContextRecord) => !archived && !withheld;

const progress = ['building', 'committed', 'candidate', 'idea', 'shipped', 'measured', 'dropped'];

function byProgress(a: Initiative, b: Initiative): number {
  return progress.indexOf(a.values.status) - progress.indexOf(b.values.status) || (a.id < b.id ? -1 : 1);
}

function detailOf(record: ContextRecord): string {
  const name = nameOf(record);
  const words = name === record.id ? firstParagraph(record.body) : name;
  return words === undefined ? '' : oneLine(firstSentences(words, 1, DETAIL));
}
