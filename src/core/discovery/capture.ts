/** What notes of a session become: a piece of evidence for each line and quote, and the snapshot in the session itself. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import type { Evidence, Session } from '../kinds/all.ts';
import type { NewRecord } from '../library/change.ts';
import type { Library } from '../library/library.ts';
import { today } from '../library/query.ts';
import { workingHours } from '../library/workingHours.ts';
import { spaced } from '../text/joined.ts';
import { firstSentences } from '../text/markdownText.ts';
import { blockQuote } from '../text/quotedText.ts';
import { type Note, notesIn } from './notes.ts';

/** Characters of a title. */
const LONGEST_TITLE = 60;

/** What of a session's records goes into what its notes become; of a sensitive one, its own file alone tells all. */
export interface SessionTold {
  readonly values: Session['values'];
  /** What stands in the session's file, and in those of the evidence it has. */
  readonly body: string;
  readonly pieces: readonly string[];
}

/** As anybody may see it. */
export const toldOf = (library: Library, session: Session): SessionTold => ({
  values: session.values,
  body: session.body,
  pieces: piecesOf(library, session).map(({ body }) => body),
});

/** The evidence that a session has. */
export const piecesOf = (library: Library, { id }: Session): readonly Evidence[] => library.children(id, 'evidence');

/** The notes on a sheet that are not kept yet, each once. */
export function newNotesIn(sheet: string, { body, pieces }: SessionTold): readonly Note[] {
  const known = new Set(pieces.map(sameWords));
  const kept = new Set(body.split(/\r\n?|\n/).map((line) => line.trim()));
  return notesIn(sheet).filter((note) => {
    const words = sameWords(note.sort === 'opportunity' ? itemOf(note) : textOf(note));
    const isKept = note.sort === 'opportunity' ? kept.has(words) : known.has(words);
    (note.sort === 'opportunity' ? kept : known).add(words);
    return !isKept;
  });
}

const sameWords = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** The records that the notes become; nothing of what a session does not tell is made up. */
export function evidenceFrom(
  library: Library,
  session: Session,
  notes: readonly Note[],
  { values: told }: Pick<SessionTold, 'values'>,
): readonly NewRecord[] {
  const { at, customer, personas = [], problem = [], kind: sort } = told;
  const moment = at === undefined ? Number.NaN : workingHours(library).moment(at);
  const common = {
    problem: problem.length > 1 ? problem : problem[0],
    persona: personas.length === 1 ? personas[0] : undefined,
    session: session.id,
    date: today(library, new Date(moment)) || undefined,
    sensitive: session.withheld || undefined,
  };
  return notes.map((note) => ({
    create: 'evidence',
    title: firstSentences(note.text, 1, LONGEST_TITLE),
    fields: {
      kind: note.sort === 'quote' ? 'quote' : SORTS[sort ?? 'interview'],
      ...common,
      stance: note.contradicts ? 'contradicts' : undefined,
      customer: note.customer ?? customer,
    },
    body: `${textOf(note)}\n`,
  }));
}

/** What is seen in each kind of session, where nobody is quoted. */
const SORTS = {
  interview: 'observation',
  'usability-test': 'observation',
  'field-visit': 'observation',
  'experiment-review': 'experiment',
  'data-analysis': 'usage',
} as const;

/** A note as the text of a record. */
const textOf = ({ sort, text, name }: Note): string =>
  sort === 'quote' ? [blockQuote(text), ...(name ? ['', `— ${name}`] : [])].join('\n') : text;

const itemOf = ({ text, contradicts }: Note): string => `- ${contradicts ? t('Against: {0}', text) : text}`;

/**
 * The snapshot of a session: the quotes, the facts and the opportunities of the notes, by whoever took them, as it is read
 * in the session's file. Torres, "Continuous Discovery Habits": the interview snapshot.
 */
export function snapshotOf(notes: readonly Note[], { by, day }: { readonly by: string; readonly day: string }): string {
  const of = (sort: Note['sort']) => notes.filter((note) => note.sort === sort);
  const part = (label: string, texts: readonly string[], between: string) =>
    texts.length === 0 ? [] : [`**${label}**`, texts.join(between)];
  const said = of('quote').map((note) => {
    const who = spaced(note.name ?? '', note.contradicts && t('(against)'));
    return [blockQuote(note.text), ...(who === '' ? [] : ['>', `> — ${who}`])].join('\n');
  });
  return [
    t('Summary by {0}, {1}', by, dayWords(day).replaceAll('\u00A0', ' ')),
    ...part(t('Quotes'), said, '\n\n'),
    ...part(t('Key facts'), of('fact').map(itemOf), '\n'),
    ...part(t('Opportunities'), of('opportunity').map(itemOf), '\n'),
  ].join('\n\n');
}
