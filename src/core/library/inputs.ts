/** What fields of inputs take that is about records: a value of a record's field, or a record. */
import * as z from 'zod/mini';
import { field, filled, type InputField, type Option, type Said } from '../base/input.ts';
import { t } from '../base/l10n.ts';
import type { KindName, RecordOf } from '../kinds/all.ts';
import type { Field } from '../records/field.ts';
import { anchorField, anchorFields } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import type { Library } from './library.ts';

/** What a kind's field says of itself, for an input that takes the same. */
const saidBy = <T>({ help, expected, ...one }: Field<T>): Said => ({
  help,
  expected,
  options: one.words || one.values ? () => optionsOf(one) : undefined,
});

function optionsOf({ type, values = [], words }: Pick<Field, 'type' | 'values' | 'words'>): readonly Option[] {
  if (!words) return values.map((value) => ({ value, label: value }));
  return Object.entries(words).map(([value, { label, detail }]) =>
    type === 'number'
      ? { value: Number(value), label: `${value} ${label()}` }
      : { value, label: label(), ...(detail && { detail: detail() }) },
  );
}

/** A value that is right for the field, as it is; wrong ones are told with the words findings have for them. */
export function fieldInput<T>(one: Field<T>, more: Partial<Said> = {}): z.ZodMiniType<T> {
  const { help, ...said } = { ...saidBy(one), ...more };
  const right = z.custom<T>((value) => one.read(value) !== undefined, {
    error: () => t('must be {0}', one.expected()),
  });
  return field(right, help, said);
}

/** Which records of a kind an input takes. */
export interface Taken<K extends KindName = KindName> {
  /** Which of them can be meant; all, without it. */
  fits?(record: RecordOf<K>, library: Library, me: string | undefined): boolean;
  /** What is said beside the name of one that can be chosen, where it is not what its kind says. */
  beside?(record: RecordOf<K>, library: Library): string;
  /** What is said where there is none. */
  none?(): string;
  /** All that can be meant, in the order they are offered; the kind's records by path, without it. */
  from?(library: Library): readonly RecordOf<K>[];
  /** What is chosen from instead, where a record of any kind can be named. */
  any?(library: Library): readonly ContextRecord[];
}

/** What a field says of the records it takes. */
export interface RecordsTaken extends Said, Taken {
  readonly kind: KindName;
}

const taking =
  <S extends z.ZodMiniType>(schema: S) =>
  <K extends KindName>(kind: K, help: () => string, taken: Taken<K> & Pick<Said, 'unasked'> = {}): S =>
    field(schema, help, { ...taken, kind });

/** A record of the kind by its id; an initiative by its id or issue key. */
export const recordInput = taking(filled);

/** Several such records. */
export const recordsInput = taking(z.array(filled));

/** Which records a field takes; undefined for one that takes none. */
export function recordsTaken({ said }: InputField): RecordsTaken | undefined {
  return said && 'kind' in said ? (said as RecordsTaken) : undefined;
}

const { path, line, text, commit } = anchorFields;

/** A line of code, by the text it is found again by. */
export const anchorInput = field(
  z.object({
    path: field(filled, path.help),
    line: field(z.int().check(z.gte(1)), line.help),
    text: z.optional(field(z.string(), text.help)),
    commit: z.optional(field(z.string(), commit.help)),
  }),
  anchorField().help,
  { unasked: true, isLine: true },
);

/** Whether a field takes a line of code. */
export const isLine = ({ said }: InputField): boolean => said !== undefined && 'isLine' in said;

/** Where git is asked. */
export const fileInput = z.optional(
  field(filled, () => t('A file or folder in the repository, if it is not the repository of the records.'), {
    unasked: true,
  }),
);

/** A file somebody asks about. */
export const codeInput = field(filled, () =>
  t('The file: its path relative to the workspace folder, or its full path.'),
);

/** An initiative that need not be named. */
export const branchsInitiative = z.optional(
  field(filled, () => t('The id or key of the initiative. Without it, the initiative of the branch.')),
);
