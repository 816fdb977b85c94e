/** The shape of a question: something the product knows, told as plain data to every surface that asks. */
import type * as z from 'zod/mini';
import { checkedInput } from '../core/base/checkedInput.ts';
import type { Library } from '../core/library/library.ts';
import type { ContextRecord } from '../core/records/record.ts';
import type { GitPort } from '../git/port.ts';

/** What a question is asked of. */
export interface Asked {
  readonly library: Library;
  readonly now: Date;
  /** The member who is working here, if known. */
  me(): Promise<string | undefined>;
  /** The address in git of who works here, if there is one. */
  email(): Promise<string | undefined>;
  /** Undefined where there is no git. */
  readonly git: GitPort | undefined;
  /** Undefined where no files but the records are looked at. */
  readonly texts: Texts | undefined;
  /** A record as it would be if its file held this text. */
  read(path: string, text: string): ContextRecord;
  readonly signal: AbortSignal | undefined;
}

/** The files of the workspace folder as people search them, each by its path from there, with `/`. */
export interface Texts {
  /** The folder of the records, whose files may be among them. */
  readonly records: string;
  /** Those that the person does not hide from searches. */
  list(): Promise<readonly string[]>;
  /** A file as it is now, as a text where somebody has it open; undefined where it has more bytes, or is gone. */
  read(path: string, most: number): Promise<string | Uint8Array | undefined>;
}

export interface Question<Input = unknown, Answer = unknown> {
  readonly name: string;
  readonly title: () => string;
  /** What it tells, in a sentence. */
  readonly help: () => string;
  readonly input: z.ZodMiniType<Input>;
  /** The answer; or what is known at once, then what is known later in its place. */
  answer(asked: Asked, input: Input): Promise<Answer> | AsyncIterable<Answer>;
}

/** Gives a question its exact type. */
export function question<Input, Answer>(definition: Question<Input, Answer>): Question<Input, Answer> {
  return definition;
}

/** What is known, then what is known later in its place. Throws what `checkedInput` and the question throw. */
export async function* stagesOf<Input, Answer>(
  { name, title, input: schema, answer }: Question<Input, Answer>,
  asked: Asked,
  input: unknown,
): AsyncGenerator<Answer> {
  const answers = answer(asked, checkedInput(schema, input, name, title()));
  if (Symbol.asyncIterator in answers) yield* answers;
  else yield await answers;
}

/** The last of some answers. */
export async function lastOf<Answer>(answers: AsyncIterable<Answer>): Promise<Answer> {
  let last: { readonly answer: Answer } | undefined;
  for await (const answer of answers) last = { answer };
  if (last) return last.answer;
  throw new Error('A question was not answered.');
}
