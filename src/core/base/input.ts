/** What inputs of actions and commands are made of. */
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { t } from './l10n.ts';
import { isDay } from './time.ts';

// The small build of zod, a fifth of the other in a bundle, says what is wrong only where it is given the words.
z.config(en());

export const cannotBeEmpty = () => t('This cannot be empty.');

const empty = { error: cannotBeEmpty };

/** A text that is there. */
export const filled = z.string().check(z.minLength(1, empty));

/** A text without the white space around it. */
export const trimmed = z.string().check(z.trim());

/** Words of a person: some are there once the white space around them is gone. */
export const words = z.string().check(z.trim(), z.minLength(1, empty));

/** The same, with what is said where there are none. */
export const wordsElse = (error: () => string) => z.string().check(z.trim(), z.minLength(1, { error }));

export const day = z.string().check(z.refine(isDay, { error: () => t('must be a day such as 2026-11-23') }));

/** One of the values a field may have, as people read it. */
export interface Option {
  readonly value: string | number;
  readonly label: string;
  readonly detail?: string;
}

/** What a field of an input says of itself. */
export interface Said {
  /** What to give: the sentence a person is asked, and an agent reads. */
  readonly help: () => string;
  /** What stands in the empty box. */
  readonly example?: () => string;
  /** What would be right, to go behind "must be". */
  readonly expected?: () => string;
  /** The values it can have, where they are few. */
  readonly options?: (() => readonly Option[]) | undefined;
  /** The value among them that is offered first. */
  readonly usual?: string | number;
  /** What a person is told who leaves it empty, where code may. */
  readonly wanted?: () => string;
  /** Nobody is asked for it: where they are tells it, or code alone gives it. */
  readonly unasked?: true;
}

const known = new WeakMap<z.core.$ZodType, Said>();

/** A field of an input: what it takes, and what it says of itself. */
export function field<Schema extends z.ZodMiniType, More extends object>(
  schema: Schema,
  help: () => string,
  more?: Omit<Said, 'help'> & More,
): Schema {
  // A copy: the same schema may be another field elsewhere.
  const own = schema.clone(schema._zod.def as never) as Schema;
  known.set(own, { help, ...more });
  return own;
}

/** One field of an input. */
export interface InputField {
  readonly name: string;
  /** What it takes, without whether it has to be there. */
  readonly schema: z.ZodMiniType;
  /** Undefined for one that was not made by `field`. */
  readonly said: Said | undefined;
  readonly needed: boolean;
  /** The values it can have, where they are few. */
  readonly options: (() => readonly Option[]) | undefined;
  readonly type: z.core.$ZodType['_zod']['def']['type'];
}

/** The fields of an input, in their order; none of what is no map. */
export function fieldsOfInput(input: z.core.$ZodType): readonly InputField[] {
  const { shape = {} } = input._zod.def as { readonly shape?: { readonly [name: string]: z.ZodMiniType } };
  return Object.entries(shape).map(([name, outer]) => {
    let schema = outer;
    let said = known.get(schema);
    for (let inner = innerOf(schema); inner; inner = innerOf(schema)) {
      schema = inner;
      said ??= known.get(schema);
    }
    const { type, entries } = schema._zod.def as {
      type: InputField['type'];
      entries?: Readonly<Record<string, string>>;
    };
    const values = entries && (() => Object.values(entries).map((value) => ({ value, label: value })));
    const needed = !outer.safeParse(undefined).success;
    return { name, schema, said, needed, options: said?.options ?? values, type };
  });
}

const innerOf = (schema: z.ZodMiniType) => (schema._zod.def as { readonly innerType?: z.ZodMiniType }).innerType;

/** What a schema lets through, all of it read only. */
export type Told<S extends z.ZodMiniType> = Immutable<z.output<S>>;

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;
