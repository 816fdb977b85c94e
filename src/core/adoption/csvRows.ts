/** The rows of a CSV file, read piece by piece: in its encoding, with its separator, and never more than a piece in memory. */
import Papa from 'papaparse';
import { BecauseError } from '../base/errors.ts';
import { t } from '../base/l10n.ts';

/** A file as it is read from the start, as often as it is opened. */
export interface ByteSource {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Its bytes in pieces, each there until the next is asked for. */
  open(): AsyncIterable<Uint8Array>;
}

/** How the bytes of a file are read. */
export interface Form {
  readonly encoding: Encoding;
  readonly separator: string;
  readonly newline: '\n' | '\r';
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Rows that follow each other, and the number of the first of them; the first row of a file is 1. */
export interface Rows {
  readonly rows: readonly (readonly string[])[];
  readonly first: number;
  /** How many bytes were read by then. */
  readonly bytes: number;
}

/** No row of events is so many characters long, and no file of events has so many columns. */
const [LONGEST_ROW, MOST_COLUMNS] = [1_000_000, 1_000];

/** What is looked at to tell how a file is written, in bytes. */
const HEAD = 65_536;

/** The first rows of a file, and how to read the rest. Throws `bad-input` for what is no CSV. */
export async function headOf(source: ByteSource): Promise<{ readonly form: Form; readonly rows: Rows['rows'] }> {
  const form = formOf(source, await headBytes(source));
  return withWestern(form, async (form) => {
    let rows: Rows['rows'] = [];
    for await (const piece of rowsOf(source, form)) {
      rows = [...rows, ...piece.rows];
      if (rows.length > 0 && piece.bytes >= HEAD) break;
    }
    return { form, rows };
  });
}

function formOf({ name, size }: ByteSource, bytes: Uint8Array): Form {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes, { stream: bytes.length < size });
  if (text.includes('\0')) throw unreadable(t('{0} is not a text file.', name));
  const newline = text.includes('\r') && !text.includes('\n') ? '\r' : '\n';
  const separator = Papa.parse(text.slice(0, HEAD / 4), { preview: 20, newline }).meta.delimiter;
  return { encoding, separator, newline };
}

/** Reads a file in a form; anew as Windows-1252 where it is not UTF-8 after all: its head was ASCII, as it is in many encodings. */
export async function withWestern<T>(form: Form, read: (form: Form) => Promise<T>): Promise<T> {
  try {
    return await read(form);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return read({ ...form, encoding: 'windows-1252' });
  }
}

async function headBytes(source: ByteSource): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD);
  let length = 0;
  for await (const chunk of source.open()) {
    const part = chunk.subarray(0, HEAD - length);
    head.set(part, length);
    length += part.length;
    if (length === HEAD) break;
  }
  return head.subarray(0, length);
}

/** What the first bytes say of it: a byte order mark, or every other byte empty as in Latin letters in UTF-16. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/**
 * All rows, in the order of the file. Throws `bad-input`, with the number of the row, where a quotation mark does not end its
 * field: what follows could be anything. What is not UTF-8 after all throws `NotUtf8`.
 */
export async function* rowsOf(source: ByteSource, form: Form, onBytes?: (bytes: Uint8Array) => void) {
  const decoder = new TextDecoder(form.encoding, { fatal: form.encoding === 'utf-8' });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (error) {
      throw new NotUtf8(source.name, { cause: error });
    }
  };
  const splitter = new Splitter(form);
  let bytes = 0;
  for await (const chunk of source.open()) {
    onBytes?.(chunk);
    bytes += chunk.length;
    yield { ...splitter.split(decode(chunk), false), bytes } satisfies Rows;
  }
  yield { ...splitter.split(decode(), true), bytes } satisfies Rows;
}

/** A file began as UTF-8 and is none. */
class NotUtf8 extends Error {
  override readonly name = 'NotUtf8';
}

/** Cuts a text that comes in pieces into rows, and keeps the last one until it is whole. */
class Splitter {
  readonly #form: Form;
  readonly #parser: { parse(text: string, from: number, leaveLast: boolean): Papa.ParseResult<string[]> };
  #rest = '';
  #next = 1;

  constructor(form: Form) {
    this.#form = form;
    this.#parser = parserFor(form);
  }

  split(text: string, isLast: boolean): Pick<Rows, 'rows' | 'first'> {
    const first = this.#next;
    // Joined, it is one piece of memory; added up, it would be a chain of two, whose parts take an eighth longer to find.
    const whole = [this.#rest, text].join('');
    const { data: rows, errors, meta } = this.#parser.parse(whole, 0, !isLast);
    // The line that ends the last row begins no other.
    if (isLast && rows.length > 0 && isEmpty(rows.at(-1))) rows.pop();
    const [wrong] = errors;
    if (wrong && (wrong.row ?? 0) < rows.length) throw quoteAt(first + (wrong.row ?? 0));
    this.#rest = isLast ? '' : whole.slice(meta.cursor);
    this.#next += rows.length;
    if (this.#rest.length > LONGEST_ROW) throw this.#tooLong();
    tidy(rows, first, whole.includes('\r'));
    return { rows, first };
  }

  #tooLong(): BecauseError {
    const row = this.#next;
    if (this.#rest.includes('"')) return quoteAt(row);
    const { length } = this.#rest.split(this.#form.separator, MOST_COLUMNS + 1);
    return length > MOST_COLUMNS
      ? tooWide(row, this.#rest.split(this.#form.separator).length)
      : unreadable(t('Row {0} is longer than {1} characters.', row, grouped(LONGEST_ROW)));
  }
}

/** Papa's own parser, which reads one piece after the other; its types leave out what it is given. */
function parserFor({ separator, newline }: Form) {
  const Parser = Papa.Parser as unknown as new (
    config: object,
  ) => { parse(text: string, from: number, leaveLast: boolean): Papa.ParseResult<string[]> };
  return new Parser({ delimiter: separator, newline, fastMode: false });
}

/** Takes off what is left of CRLF, and refuses what has too many columns. */
function tidy(rows: readonly string[][], first: number, hasReturns: boolean): void {
  let number = first;
  for (const cells of rows) {
    if (cells.length > MOST_COLUMNS) throw tooWide(number, cells.length);
    number++;
    if (!hasReturns) continue;
    const cell = cells.at(-1) ?? '';
    if (cell.endsWith('\r')) cells[cells.length - 1] = cell.slice(0, -1);
  }
}

const isEmpty = (cells: readonly string[] = []): boolean => cells.length === 1 && (cells[0] ?? '').trim() === '';

const grouped = (count: number): string => count.toLocaleString('en-US');

const quoteAt = (row: number) => unreadable(t('Row {0} has a quotation mark that does not end its field.', row));
const tooWide = (row: number, columns: number) =>
  unreadable(t('Row {0} has {1} columns. At most {2} can be read.', row, grouped(columns), grouped(MOST_COLUMNS)));

/** What is thrown where a file cannot be read. */
function unreadable(message: string): BecauseError {
  return new BecauseError('bad-input', message, {
    next: t('Save it as CSV with a row for each event: who, what and when.'),
  });
}
