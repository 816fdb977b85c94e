/** Events out of a CSV file: who did what on which day, a few bytes each; and the rows that say none of it, with their numbers. */
import { BecauseError } from '../base/errors.ts';
import { t, wordsFor } from '../base/l10n.ts';
import { type ByteSource, type Form, rowsOf, withWestern } from './csvRows.ts';
import { dayReader } from './eventDays.ts';
import { Numbered } from './numbered.ts';

/** Which columns say what, counted from 0. */
export interface Columns {
  readonly user: number;
  readonly event: number;
  readonly time: number;
}

/** What a row can lack. */
export const troubles = ['columns', 'user', 'event', 'time'] as const;

export type Trouble = (typeof troubles)[number];

export const troubleName = wordsFor<Trouble>({
  columns: () => t('not as many columns as the first row'),
  user: () => t('no user'),
  event: () => t('no event'),
  time: () => t('no readable time'),
});

/** What a file of events says. */
export interface Events {
  readonly file: string;
  /** Of the bytes that were read, in hexadecimal digits. */
  readonly sha256: string;
  /** How many people there are; each is a number below that. */
  readonly people: number;
  /** What happened: each event’s name. */
  readonly names: readonly string[];
  /** Of each event that could be read: who, which of the names, and on which day (since 1970). */
  readonly who: Int32Array;
  readonly what: Uint16Array;
  readonly day: Int32Array;
  /** The numbers of the rows that could not be read, by what they lack. */
  readonly unread: ReadonlyMap<Trouble, readonly number[]>;
}

/** Adds up a hash, piece by piece. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** In hexadecimal digits. */
  digest(): string;
}

export interface EventReading {
  readonly columns: Columns;
  readonly form: Form;
  /** Days are days there; UTC without one. */
  readonly zone: string | undefined;
  readonly hasher: () => Hasher;
  readonly signal?: AbortSignal | undefined;
  /** Told how many rows were read, and which part of the file that is, from 0 to 1. */
  readonly onProgress?: ((rows: number, part: number) => void) | undefined;
}

/** So many rows are read, and so many kinds of events; the header is not counted. */
const MOST_ROWS = 1_000_000;
const MOST_NAMES = 1_000;

/**
 * Reads a file whose first row names its columns. Throws `bad-input` for a file that cannot be read to its end, and the
 * signal's reason once it is aborted.
 */
export async function readEvents(source: ByteSource, reading: EventReading): Promise<Events> {
  return withWestern(reading.form, (form) => readAs(source, { ...reading, form }));
}

async function readAs(source: ByteSource, { columns, form, zone, hasher, signal, onProgress }: EventReading) {
  const hash = hasher();
  const gathered = new Gathered(columns, zone);
  for await (const { rows, first, bytes } of rowsOf(source, form, (chunk) => hash.update(chunk))) {
    signal?.throwIfAborted();
    gathered.add(rows, first);
    onProgress?.(gathered.rows, source.size > 0 ? Math.min(1, bytes / source.size) : 1);
  }
  return gathered.events(source.name, hash.digest());
}

/** What was read so far. */
class Gathered {
  rows = 0;
  readonly #columns: Columns;
  readonly #dayOf: (text: string) => number;
  readonly #people = new Numbered();
  readonly #names = new Numbered();
  readonly #kept = new Kept();
  readonly #unread = new Map<Trouble, number[]>();
  #width = 0;

  constructor(columns: Columns, zone: string | undefined) {
    this.#columns = columns;
    this.#dayOf = dayReader(zone);
  }

  add(rows: readonly (readonly string[])[], first: number): void {
    let number = first;
    for (const cells of rows) {
      if (number === 1) this.#begin(cells);
      else this.#addOne(cells, number);
      number++;
    }
  }

  #begin(names: readonly string[]): void {
    if (!Number.isNaN(this.#dayOf(names[this.#columns.time] ?? ''))) throw unnamed();
    this.#width = names.length;
  }

  #addOne(cells: readonly string[], number: number): void {
    if (++this.rows > MOST_ROWS) throw tooMany(number);
    const { user, event, time } = this.#columns;
    const who = trimmed(cells[user] ?? '');
    const what = trimmed(cells[event] ?? '');
    const day = cells.length === this.#width ? this.#dayOf(cells[time] ?? '') : Number.NaN;
    if (who === '' || what === '' || Number.isNaN(day)) {
      this.#leaveOut(
        number,
        cells.length !== this.#width ? 'columns' : who === '' ? 'user' : what === '' ? 'event' : 'time',
      );
      return;
    }
    this.#kept.push(this.#people.of(who), this.#names.of(what), day);
    if (this.#names.texts.length > MOST_NAMES) throw tooManyNames(number);
  }

  #leaveOut(number: number, trouble: Trouble): void {
    const numbers = this.#unread.get(trouble);
    if (numbers) numbers.push(number);
    else this.#unread.set(trouble, [number]);
  }

  events(file: string, sha256: string): Events {
    return {
      file,
      sha256,
      people: this.#people.texts.length,
      names: this.#names.texts,
      ...this.#kept.whole(),
      unread: this.#unread,
    };
  }
}

/** Without the white space around it; most texts have none, and a million are looked at. */
function trimmed(text: string): string {
  const isPlain = (code: number) => code > 32 && code < 128;
  return isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

/** Events that become more, ten bytes each. There is room for all at once: what is never written to takes no memory. */
class Kept {
  readonly #who = new Int32Array(MOST_ROWS);
  readonly #what = new Uint16Array(MOST_ROWS);
  readonly #day = new Int32Array(MOST_ROWS);
  #length = 0;

  push(who: number, what: number, day: number): void {
    const at = this.#length++;
    this.#who[at] = who;
    this.#what[at] = what;
    this.#day[at] = day;
  }

  whole(): Pick<Events, 'who' | 'what' | 'day'> {
    const cut = <A extends Int32Array | Uint16Array>(all: A) => all.subarray(0, this.#length) as A;
    return { who: cut(this.#who), what: cut(this.#what), day: cut(this.#day) };
  }
}

const unnamed = (): BecauseError =>
  new BecauseError('bad-input', t('The first row is an event. It should name the columns.'), {
    next: t('Put a row with names above it, such as user, event, time.'),
  });

const tooMany = (row: number): BecauseError =>
  new BecauseError(
    'too-large',
    t('Row {0} is one too many: at most {1} events can be read.', row, MOST_ROWS.toLocaleString('en-US')),
    {
      next: t('Export fewer days, or only the events of this feature.'),
    },
  );

const tooManyNames = (row: number): BecauseError =>
  new BecauseError('bad-input', t('There are more than {1} kinds of events by row {0}.', row, MOST_NAMES), {
    next: t('Choose the column that says what happened.'),
  });
