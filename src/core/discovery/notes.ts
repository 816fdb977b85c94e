/** Notes taken during a session: the sheet they are written on, and what each line of it is. */
import { t } from '../base/l10n.ts';
import type { Session } from '../kinds/all.ts';
import { sessionName } from '../kinds/session.ts';
import { oneLine } from '../text/foreignText.ts';
import { readQuotedText } from '../text/quotedText.ts';
import { sheetMark } from './sheetMark.ts';

/** What somebody wrote down: what was said word for word, what was seen or told, or what is worth solving. */
export interface Note {
  readonly sort: 'quote' | 'fact' | 'opportunity';
  readonly text: string;
  readonly contradicts: boolean;
  /** Who said it, and for which customer, where the line says so. */
  readonly name?: string | undefined;
  readonly customer?: string | undefined;
  /** The lines as they stand on the sheet. */
  readonly written: string;
  /** The first of its lines, counted from 0, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** The sheet to take notes on; nothing of what stands on it at first is a note. */
export function sheetOf(session: Session): string {
  return [
    `# ${oneLine(session.withheld ? session.title : sessionName(session.values))}`,
    '',
    sheetMark(session.id),
    `<!-- ${t('Each line becomes a piece of evidence. Start it with')}`,
    `     >  ${t('or a quotation mark for a quote, word for word; add — and a name to say who said it')}`,
    `     !  ${t('if it is evidence against what you believe')}`,
    `     +  ${t('for an opportunity: a need, pain or wish to think about. It is saved with the session.')} -->`,
    '',
    '',
  ].join('\n');
}

/** The sheet without some of its notes, which are told by how they are written. */
export function sheetWithout(sheet: string, taken: readonly string[]): string {
  const gone = new Set(
    notesIn(sheet)
      .filter(({ written }) => taken.includes(written))
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  return linesOf(sheet)
    .filter((_, at) => !gone.has(at))
    .join('');
}

const COMMENT = /<!--.*?(?:-->|$)/gs;
const QUOTED = /^["“”„«»‘‚]/;
const ENDS_QUOTE = /["“”»«’]$/;
const ITEM = /^(?:[-*]|\d{1,9}[.)])\s+/;

/** The lines of a text, each with its end. */
const linesOf = (text: string): readonly string[] => text.split(/(?<=\n|\r(?!\n))/);

/** Headings, rules and comments are no notes. Lines behind `>` that follow each other are one quote. */
export function notesIn(sheet: string): readonly Note[] {
  const notes: Note[] = [];
  let quote: string[] = [];
  const all = linesOf(sheet);
  const close = (to: number) => {
    if (quote.length > 0) notes.push(noteOf(quote.join('\n'), true, all, { from: to - quote.length, to }));
    quote = [];
  };
  // What is said in comments takes up its place, so that lines are counted as they stand.
  for (const [at, line] of linesOf(sheet.replace(COMMENT, (comment) => comment.replace(/[^\r\n]/g, ' '))).entries()) {
    const written = line.trim();
    const bare = written.startsWith('!') ? written.slice(1).trimStart() : written;
    if (bare.startsWith('>')) {
      quote.push((bare === written ? '' : '!') + bare.slice(1).replace(/^ /, ''));
      continue;
    }
    close(at);
    const text = written.replace(ITEM, '');
    if (text === '' || /^(?:#{1,6}\s|[-*_=]{3,}$)/.test(text)) continue;
    notes.push(noteOf(text, false, all, { from: at, to: at + 1 }));
  }
  close(all.length);
  return notes.filter(({ text }) => text !== '');
}

function noteOf(
  said: string,
  isBehindMark: boolean,
  all: readonly string[],
  { from, to }: Pick<Note, 'from' | 'to'>,
): Note {
  const place = { written: all.slice(from, to).join('').trim(), from, to };
  if (!isBehindMark && /^\+\s/.test(said)) {
    return { sort: 'opportunity', text: said.slice(1).trim(), contradicts: false, ...place };
  }
  const contradicts = said.startsWith('!');
  const text = contradicts ? said.slice(1).trim() : said.trim();
  if (!isBehindMark && !QUOTED.test(text)) return { sort: 'fact', text, contradicts, ...place };
  return { sort: 'quote', ...readNamed(text), contradicts, ...place };
}

/** A name stands behind the words on the same line as often as below them. */
function readNamed(text: string): Pick<Note, 'text' | 'name' | 'customer'> {
  const dash = Math.max(...['—', '–', '―'].map((each) => text.lastIndexOf(each)));
  const said = text.slice(0, Math.max(dash, 0)).trimEnd();
  const isNamed = ENDS_QUOTE.test(said) && !text.slice(dash).includes('\n');
  const { quote, name, customer } = readQuotedText(isNamed ? `${said}\n${text.slice(dash)}` : text);
  return { text: quote, name, customer };
}
