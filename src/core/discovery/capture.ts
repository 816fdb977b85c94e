/** Notes taken during a session as evidence: each line, and each quote, becomes a piece. */
import { t } from '../base/l10n.ts';
import type { Session } from '../kinds/all.ts';
import { sessionName } from '../kinds/session.ts';
import type { NewRecord } from '../library/change.ts';
import type { Library } from '../library/library.ts';
import { today } from '../library/query.ts';
import { workingHours } from '../library/workingHours.ts';
import { oneLine } from '../text/foreignText.ts';
import { firstSentences } from '../text/markdownText.ts';
import { blockQuote, readQuotedText } from '../text/quotedText.ts';

/** What somebody wrote down. */
interface Note {
  readonly text: string;
  readonly isQuote: boolean;
  readonly contradicts: boolean;
  /** Who said it, and for which customer, where the line says so. */
  readonly name?: string | undefined;
  readonly customer?: string | undefined;
}

/** Characters of a title. */
const LONGEST_TITLE = 60;

/** The sheet to take notes on; nothing of what stands on it at first is a note. */
export function sheetOf(session: Session): string {
  return [
    `# ${oneLine(session.withheld ? session.title : sessionName(session.values))}`,
    '',
    `<!-- ${t('Each line becomes a piece of evidence.')}`,
    t('A line in quotation marks, or after >, is a quote, word for word. Add — and a name to say who said it.'),
    `${t('Start a line with ! if it contradicts what we believe.')} -->`,
    '',
    '',
  ].join('\n');
}

/**
 * The records that the notes become: nothing of what a session does not tell is made up. `told` is what it tells whoever
 * asks, which of a sensitive one is little.
 */
export function evidenceIn(
  library: Library,
  session: Session,
  notes: string,
  told: Session['values'] = session.values,
): readonly NewRecord[] {
  const { at, customer, personas = [], problem = [] } = told;
  const moment = at === undefined ? Number.NaN : workingHours(library).moment(at);
  const common = {
    problem: problem.length > 1 ? problem : problem[0],
    persona: personas.length === 1 ? personas[0] : undefined,
    session: session.id,
    date: today(library, new Date(moment)) || undefined,
    sensitive: session.withheld || undefined,
  };
  return notesIn(notes).map(({ text, isQuote, contradicts, name, customer: said }) => ({
    create: 'evidence',
    title: firstSentences(text, 1, LONGEST_TITLE),
    fields: {
      kind: isQuote ? 'quote' : SORTS[session.values.kind ?? 'interview'],
      ...common,
      stance: contradicts ? 'contradicts' : undefined,
      customer: said ?? customer,
    },
    body: isQuote ? [blockQuote(text), ...(name ? ['', `— ${name}`] : []), ''].join('\n') : `${text}\n`,
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

const COMMENT = /<!--.*?(?:-->|$)/gs;
const QUOTED = /^["“”„«»‘‚]/;
const ENDS_QUOTE = /["“”»«’]$/;

/** Headings, rules and comments are no notes. Lines behind `>` that follow each other are one quote. */
function notesIn(sheet: string): readonly Note[] {
  const notes: Note[] = [];
  let quote: string[] = [];
  const close = () => {
    if (quote.length > 0) notes.push(noteOf(quote.join('\n'), true));
    quote = [];
  };
  for (const line of sheet.replace(COMMENT, '').split(/\r\n?|\n/)) {
    const written = line.trim();
    const bare = written.startsWith('!') ? written.slice(1).trimStart() : written;
    if (bare.startsWith('>')) {
      quote.push((bare === written ? '' : '!') + bare.slice(1).replace(/^ /, ''));
      continue;
    }
    close();
    const text = written.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '');
    if (text === '' || /^(?:#{1,6}\s|[-*_=]{3,}$)/.test(text)) continue;
    notes.push(noteOf(text, false));
  }
  close();
  return notes.filter(({ text }) => text !== '');
}

function noteOf(written: string, isBehindMark: boolean): Note {
  const contradicts = written.startsWith('!');
  const text = contradicts ? written.slice(1).trim() : written.trim();
  if (!isBehindMark && !QUOTED.test(text)) return { text, isQuote: false, contradicts };
  return { ...readNamed(text), isQuote: true, contradicts };
}

/** A name stands behind the words on the same line as often as below them. */
function readNamed(text: string): Pick<Note, 'text' | 'name' | 'customer'> {
  const dash = Math.max(...['—', '–', '―'].map((each) => text.lastIndexOf(each)));
  const said = text.slice(0, Math.max(dash, 0)).trimEnd();
  const isNamed = ENDS_QUOTE.test(said) && !text.slice(dash).includes('\n');
  const { quote, name, customer } = readQuotedText(isNamed ? `${said}\n${text.slice(dash)}` : text);
  return { text: quote, name, customer };
}
