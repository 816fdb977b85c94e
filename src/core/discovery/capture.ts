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
    t('A line in quotation marks, or behind >, is a quote, word for word; add — and a name to say whose.'),
    `${t('Begin a line with ! where it contradicts what we believe.')} -->`,
    '',
    '',
  ].join('\n');
}

/** The records that the notes become: nothing of what a session does not tell is made up. */
export function evidenceIn(library: Library, session: Session, notes: string): readonly NewRecord[] {
  const { at, customer, personas = [], problem = [] } = session.itself.values;
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

/** Headings, rules and comments are no notes. Lines behind `>` that follow each other are one quote. */
function notesIn(sheet: string): readonly Note[] {
  const notes: Note[] = [];
  let quote: string[] = [];
  const close = () => {
    if (quote.length > 0) notes.push(noteOf(quote.join('\n'), true));
    quote = [];
  };
  for (const line of sheet.replace(COMMENT, '').split(/\r\n?|\n/)) {
    const quoted = /^\s*(!?)\s*>\s?(.*)$/.exec(line);
    if (quoted) {
      quote.push(`${quoted[1]}${quoted[2]}`);
      continue;
    }
    close();
    const text = line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').trim();
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
  // A name stands behind the words, on the same line as often as below them.
  const { quote, name, customer } = readQuotedText(text.replace(/(["”“»’])\s+([—–―]\s*\S.*)$/, '$1\n$2'));
  return { text: quote, isQuote: true, contradicts, name, customer };
}
