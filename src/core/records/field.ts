/** The parts a kind's fields are made of: what a value may be, what it means, and what it points to. */
import { t } from '../base/l10n.ts';
import { isClock, isDay, isDuration, isTime, isZone } from '../base/time.ts';
import { readDismissals } from './dismissals.ts';
import { asWritten, isMap } from './written.ts';

/** What a field holds, as far as completion, hover and forms must tell apart. */
export type FieldType =
  | 'text'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'day'
  | 'time'
  | 'duration'
  | 'url'
  | 'member'
  | 'reference'
  | 'map'
  | 'any';

/** One field of a kind: how its value is read and everything the surfaces say about it. */
export interface Field<T = unknown, Always extends boolean = boolean> {
  readonly type: FieldType;
  /** What a written value means; undefined for a wrong one. Thousands are read at a start, so it is a plain function. */
  readonly read: (written: unknown) => T | undefined;
  /** One sentence for the person writing it. */
  readonly help: () => string;
  /** What a person is asked who makes a record step by step, where the sentence would not do. */
  readonly question?: () => string;
  /** What would be right, for the finding on a wrong value. */
  readonly expected: () => string;
  readonly required: boolean;
  /** Whether an empty value is a wrong one; elsewhere it counts as a missing field. */
  readonly filled?: true;
  /** A list may stand here; a single value counts as a list of one. */
  readonly many: boolean;
  /** Taken when the field is missing or wrong; `Always` is true where there is one. */
  readonly fallback?: T | undefined;
  readonly always: Always;
  readonly values?: readonly string[];
  /** What people call its values where they choose one, in the order they are offered. */
  readonly words?: Words | undefined;
  /** What a new record offers for it, the likeliest first; a single one stands there to be written over. */
  readonly usual?: readonly (string | number)[];
  /** Those fields of a map that a new record starts with, where it is not all. */
  readonly starts?: readonly string[];
  /** The kinds a reference may point to. */
  readonly refers?: readonly string[];
  /** Its texts are keys that stand for the record, as its id does. */
  readonly keys?: true;
  /** The fields of a map, or of each map in a list. */
  readonly fields?: Fields;
}

/** What people call values, and what each means or leads to. */
export type Words = {
  readonly [value: string]: { readonly label: () => string; readonly detail?: () => string };
};

export type Fields = { readonly [name: string]: Field };

/** The typed values of a set of fields: those with a fallback are always there. */
export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Field<unknown, true> ? K : never]: F[K] extends Field<infer T> ? T : never;
} & {
  readonly [K in keyof F as F[K] extends Field<unknown, true> ? never : K]?: F[K] extends Field<infer T> ? T : never;
};

type Help = () => string;

type Traits<T> = Pick<Field<T>, 'expected'> &
  Partial<Pick<Field<T>, 'values' | 'words' | 'usual' | 'refers' | 'fields' | 'many' | 'fallback'>>;

function field<T>(type: FieldType, read: Field<T>['read'], help: Help, traits: Traits<T>): Field<T, false> {
  return { type, read, help, required: false, many: false, always: false, ...traits };
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);

/** YAML takes `142` or `true` for something else than text; where text is meant, they are text. */
function readText(written: unknown): string | undefined {
  if (typeof written !== 'string' && typeof written !== 'boolean' && !isNumber(written)) return undefined;
  const text = String(written);
  return text.trim() === '' ? undefined : text;
}

function readTexts(written: unknown): readonly string[] | undefined {
  return readList(Array.isArray(written) ? written : [written], readText);
}

function readList<T>(written: readonly unknown[], read: Field<T>['read']): readonly T[] | undefined {
  const all: T[] = [];
  for (const each of written) {
    const one = read(each);
    if (one === undefined) return undefined;
    all.push(one);
  }
  return all;
}

/** Reads a text for which something holds. */
const textThat = (holds: (text: string) => boolean) => (written: unknown) =>
  typeof written === 'string' && holds(written) ? written : undefined;

function readAddress(written: unknown): string | undefined {
  const text = readText(written);
  return text !== undefined && /^https?:\/\/\S+$/i.test(text) ? text : undefined;
}

export const text = (help: Help, usual: readonly string[] = []) =>
  field('text', readText, help, { expected: () => t('text'), usual });

export const texts = (help: Help) =>
  field('text', readTexts, help, { expected: () => t('text, or a list of texts'), many: true });

/** Keys that stand for the record, as its id does. */
export const keys = (help: Help): Field<readonly string[], false> => ({ ...texts(help), keys: true });

export const url = (help: Help) =>
  field('url', readAddress, help, {
    expected: () => t('an address starting with https://'),
  });

export const day = (help: Help) =>
  field('day', textThat(isDay), help, { expected: () => t('a day such as 2026-11-23') });

/** A day that is most often the one it is written on. */
export const dayOfWriting = (help: Help): Field<string, false> => ({
  ...day(help),
  usual: ['$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE'],
});

export const time = (help: Help) =>
  field('time', textThat(isTime), help, {
    expected: () => t('a day or a time such as 2026-11-23T14:30:00Z'),
  });

export const days = (help: Help) =>
  field('day', (written) => readList(Array.isArray(written) ? written : [written], textThat(isDay)), help, {
    expected: () => t('a day such as 2026-11-23, or a list'),
    many: true,
  });

export const clock = (help: Help) =>
  field('text', textThat(isClock), help, { expected: () => t('a time of day such as "09:00"') });

export const duration = (help: Help) =>
  field('duration', textThat(isDuration), help, { expected: () => t('a duration such as 2 weeks') });

/** So many hexadecimal digits, in small letters. */
export const hex = (help: Help, digits: number) =>
  field(
    'text',
    textThat((text) => text.length === digits && /^[0-9a-f]*$/.test(text)),
    help,
    { expected: () => t('{0} digits and letters from a to f', digits) },
  );

export const zone = (help: Help) =>
  field('text', textThat(isZone), help, { expected: () => t('a time zone such as Europe/Paris') });

export const flag = (help: Help): Field<boolean, true> =>
  withFallback(
    field('boolean', (written) => (typeof written === 'boolean' ? written : undefined), help, {
      expected: () => t('true or false'),
      values: ['true', 'false'],
      usual: ['true', 'false'],
    }),
    false,
  );

/** A flag that must not be left empty, because empty is not clearly no. */
export const marked = (help: Help): Field<boolean, true> => ({ ...flag(help), filled: true });

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  readonly usual?: readonly number[];
  readonly words?: Words;
}

export function number(
  help: Help,
  { min = -Infinity, max = Infinity, integer = false, usual = [], words }: Bounds = {},
) {
  const isRight = (value: unknown): value is number =>
    isNumber(value) && value >= min && value <= max && (!integer || Number.isInteger(value));
  return field<number>('number', (written) => (isRight(written) ? written : undefined), help, {
    expected: () => {
      const noun = integer ? t('a whole number') : t('a number');
      if (max !== Infinity) return t('{0} from {1} to {2}', noun, min, max);
      return min === -Infinity ? noun : t('{0} of at least {1}', noun, min);
    },
    usual,
    words,
  });
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** How many there are of each of so many things, in their order. */
export const counts = (help: Help, length: number) =>
  field<readonly number[]>(
    'number',
    (written) =>
      Array.isArray(written) && written.length === length && written.every(isCount) ? [...written] : undefined,
    help,
    { expected: () => t('a list of {0} counts, such as [{1}]', length, Array(length).fill(0).join(', ')), many: true },
  );

/** The same field, with what a person is asked for it. */
export const asked = <F extends Field>(one: F, question: Help): F => ({ ...one, question });

/** One of a fixed set; the first is what a missing value means. */
export function oneOf<const V extends string>(
  help: Help,
  values: readonly [V, ...V[]],
  words?: { readonly [Value in V]?: Words[string] },
): Field<V, true> {
  const choice = field<V>('choice', (written) => values.find((value) => value === written), help, {
    expected: () => t('one of {0}', values.join(', ')),
    values,
    words: words as Words | undefined,
    usual: values,
  });
  return withFallback(choice, values[0]);
}

export const member = (help: Help) => field('member', readText, help, { expected: () => t('the id of a team member') });

export const members = (help: Help) =>
  field('member', readTexts, help, { expected: () => t('the id of a team member, or a list'), many: true });

const namesOf = (refers: readonly string[]): string => refers.join(' / ') || t('record');

export const reference = (help: Help, ...refers: string[]) =>
  field('reference', readText, help, { expected: () => t('one {0} id', namesOf(refers)), refers });

export const references = (help: Help, ...refers: string[]) =>
  field('reference', readTexts, help, {
    expected: () => t('one {0} id, or a list', namesOf(refers)),
    refers,
    many: true,
  });

export function map<F extends Fields>(help: Help, fields: F) {
  return field<ValuesOf<F>>('map', readMap(fields), help, {
    expected: () => t('a map with {0}', Object.keys(fields).join(', ')),
    fields,
  });
}

export function maps<F extends Fields>(help: Help, fields: F) {
  const read = readMap(fields);
  const readAll = (written: unknown) => (Array.isArray(written) ? readList(written, read) : undefined);
  return field<readonly ValuesOf<F>[]>('map', readAll, help, {
    expected: () => t('a list of maps with {0}', Object.keys(fields).join(', ')),
    fields,
    many: true,
  });
}

/** The same map, of which a new record starts with these fields alone. */
export const starting = <F extends Field>(one: F, ...starts: string[]): F => ({ ...one, starts });

/** The same field, or `?` for what nobody knows yet, which counts as nothing. */
export function unsure(one: Field<number, false>): Field<number | '?', false> {
  const read = (written: unknown) => (written === '?' ? written : one.read(written));
  return { ...one, read, expected: () => t('{0}, or "?"', one.expected()), fallback: undefined };
}

/** A number, or text such as `20 minutes`; outcomes are written both ways. */
export const amount = (help: Help) =>
  field<number | string>(
    'text',
    (written) => (isNumber(written) || typeof written === 'string' ? written : undefined),
    help,
    { expected: () => t('a number or text') },
  );

/** Names of advice, each with the reason it was turned down for. */
export const dismissals = (help: Help) => ({
  ...field('any', readDismissals, help, {
    expected: () => t('the name of a piece of advice, or a list of names, each with its reason, such as “vague: …”'),
  }),
  many: true,
});

export const anything = (help: Help) => field('any', (written) => written, help, { expected: () => t('anything') });

/** A value inside a map counts where it is right; a wrong one costs itself, not its neighbours. */
const readMap =
  <F extends Fields>(fields: F) =>
  (written: unknown): ValuesOf<F> | undefined =>
    isMap(written) ? readValues(fields, written) : undefined;

/** The types whose values are what YAML takes them for; of all others the characters count. */
const DATA: ReadonlySet<FieldType> = new Set(['number', 'boolean', 'map', 'any']);

/** What a plain map holds for a field: where the field means text, as it is written. */
export function writtenFor(one: Field, raw: { readonly [name: string]: unknown }, name: string): unknown {
  if (!Object.hasOwn(raw, name)) return undefined;
  return DATA.has(one.type) ? raw[name] : asWritten(raw, name);
}

/** Reads what is right of a plain map, field by field. */
export function readValues<F extends Fields>(fields: F, raw: { readonly [name: string]: unknown }): ValuesOf<F> {
  const values: { [name: string]: unknown } = {};
  for (const name in fields) {
    const one = fields[name] as Field;
    const written = writtenFor(one, raw, name);
    const value = (written === undefined || written === null ? undefined : one.read(written)) ?? one.fallback;
    if (value !== undefined) values[name] = value;
  }
  return values as ValuesOf<F>;
}

/** What people call a field's value; the value itself, where there is no word for it. */
export const wordOf = ({ words }: Pick<Field, 'words'>, value: string | number): string =>
  words?.[value]?.label() ?? String(value);

export function required<T, A extends boolean>(one: Field<T, A>): Field<T, A> {
  return { ...one, required: true };
}

export function withFallback<T>(one: Field<T, boolean>, fallback: T): Field<T, true> {
  return { ...one, fallback, always: true };
}
