/** What customers said that may carry a persona: gathered from the evidence of some problems and segments. */

import { escapeMarkdown } from '../card/cardMarkdown.ts';
import { tidy } from '../face/cardLines.ts';
import { whoSaid } from '../face/pieceWords.ts';
import type { Evidence } from '../kinds/all.ts';
import type { Portrayed } from '../kinds/persona.ts';
import { type Library, memoized } from '../library/library.ts';
import { dateOf, isWritten, strongestOf } from '../library/query.ts';
import { pieceIn } from '../story/story.ts';
import { oneLine } from '../text/foreignText.ts';
import { plainWords, quotes } from '../text/markdownText.ts';
import { blockQuote } from '../text/quotedText.ts';
import type { PersonaPiece } from './told.ts';

/** Where to look: whatever is about one of the problems, as far as it is of one of the segments. */
export interface Looking {
  /** The persona that is built on, whose own evidence always counts. */
  readonly persona?: string | undefined;
  readonly problems: readonly string[];
  /** Empty for every segment. */
  readonly segments: readonly string[];
}

/** What was found, and what was left out, in pieces. */
interface Gathered {
  /** Nothing sensitive, and nothing that is still a template; the strongest first. */
  readonly pieces: readonly Evidence[];
  readonly sensitive: number;
  /** Those that name another persona. */
  readonly ofOthers: number;
  /** Those of which nobody knows the segment, where segments were asked for. */
  readonly unplaced: number;
}

/** Gathers what was said. */
export function gather(library: Library, { persona, problems, segments }: Looking): Gathered {
  const wanted = new Set(segments.map(folded));
  const about = new Set(problems);
  const left = { sensitive: 0, ofOthers: 0, unplaced: 0 };
  const found = library.ofKind('evidence').filter((piece) => {
    const { persona: own, problem = [] } = piece.values;
    if (piece.archived || !isWritten(piece)) return false;
    const isOwn = persona !== undefined && own === persona;
    const isAbout = about.size === 0 ? wanted.size > 0 : problem.some((id) => about.has(id));
    if (!isOwn && !isAbout) return false;
    if (piece.withheld) left.sensitive++;
    else if (!isOwn && persona !== undefined && own !== undefined) left.ofOthers++;
    else if (!isOwn && wanted.size > 0 && segmentOf(library, piece) === undefined) left.unplaced++;
    else return isOwn || wanted.size === 0 || wanted.has(folded(segmentOf(library, piece) ?? ''));
    return false;
  });
  found.sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1));
  const strongest = strongestOf(found, found.length);
  const known = new Set(strongest);
  return { pieces: [...strongest, ...found.filter((piece) => !known.has(piece))], ...left };
}

const folded = (name: string): string => oneLine(name).toLowerCase();

/** The segment a piece names, else the only one that other pieces name for its customer. */
function segmentOf(library: Library, { values: { segment, customer } }: Evidence): string | undefined {
  if (segment !== undefined || customer === undefined) return segment;
  const known = segmentsOfCustomers(library).get(folded(customer)) ?? [];
  return known.length === 1 ? known[0] : undefined;
}

/** The segments that evidence names for each customer. */
const segmentsOfCustomers = memoized((library): ReadonlyMap<string, readonly string[]> => {
  const all = new Map<string, string[]>();
  for (const { withheld, values } of library.ofKind('evidence')) {
    const { customer, segment } = values;
    if (withheld || customer === undefined || segment === undefined) continue;
    const known = all.get(folded(customer)) ?? [];
    if (!known.some((each) => folded(each) === folded(segment))) known.push(segment);
    all.set(folded(customer), known);
  }
  return all;
});

/** The segments of all evidence, each with its distinct customers, the most first. */
export const segmentsKnown = memoized((library): readonly { readonly name: string; readonly customers: number }[] => {
  const all = new Map<string, { readonly name: string; readonly customers: Set<string> }>();
  for (const piece of library.ofKind('evidence')) {
    const segment = piece.withheld ? undefined : segmentOf(library, piece);
    if (segment === undefined) continue;
    const known = all.get(folded(segment)) ?? { name: oneLine(segment), customers: new Set() };
    if (piece.values.customer !== undefined) known.customers.add(folded(piece.values.customer));
    all.set(folded(segment), known);
  }
  return [...all.values()]
    .map(({ name, customers }) => ({ name, customers: customers.size }))
    .sort((a, b) => b.customers - a.customers || (a.name < b.name ? -1 : 1));
});

/** Words of somebody who says what they want. */
const WANTS =
  /\b(?:I|we|you|they|she|he)\s(?:\w{1,12}\s){0,2}(?:want|wants|need|needs|wish|wishes|hope|hopes|would like|would pay)\b/i;

/** Words of what comes again and again, or is done for the sake of something. */
const DOES = /\b(?:so that|in order to|whenever|when (?:I|we|she|he|they)|every (?:day|week|month|morning|night))\b/i;

/** What a piece speaks of: a want, something that is done again and again, else, where it carries its problem, what hurts. */
export function leaningOf(said: string, stance: Evidence['values']['stance']): Portrayed | undefined {
  if (WANTS.test(said)) return 'goals';
  if (DOES.test(said)) return 'jobs';
  return stance === 'supports' ? 'frustrations' : undefined;
}

/** Marks around text that runs from right to left: for a line beside others, and not for a file. */
const ISOLATES = /[\u2068\u2069]/g;

/** A piece as the builder shows it. `file` is the persona's, from the context folder. */
export function pieceTold(library: Library, piece: Evidence, { day, file }: Place): PersonaPiece {
  const told = pieceIn(library, piece, day);
  const { customer, stance } = piece.values;
  return {
    ...told,
    customer: customer && folded(customer),
    date: dateOf(piece),
    stance,
    leans: leaningOf(told.said, stance),
    entry: told.said.replace(ISOLATES, ''),
    quote: quoteOf(library, piece, file),
  };
}

interface Place {
  readonly day: string;
  readonly file: string;
}

/** What was said word for word, and a link to the evidence below it; undefined where nobody is quoted. */
function quoteOf(library: Library, piece: Evidence, file: string): string | undefined {
  const [said] = quotes(piece.body);
  if (said === undefined || plainWords(said.text) === '') return undefined;
  const who = whoSaid(library, piece)?.replace(ISOLATES, '') ?? tidy(piece.id);
  const source = [who, dateOf(piece)].filter(Boolean).join(', ');
  const up = '../'.repeat(file.split('/').length - 1);
  return `${blockQuote(said.text)}\n\n— [${escapeMarkdown(source)}](${up}${encodeURI(piece.path)})`;
}
