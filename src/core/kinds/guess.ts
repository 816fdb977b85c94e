/** The field of one factor as one person sees it: a number, a range of three, or `?`. */
import * as z from 'zod/mini';
import type { Field } from '../records/field.ts';
import { expectedOf, type Factor, factors, type Guess, guessProblem } from '../scoring/factors.ts';

const schemas = Object.fromEntries(
  factors.map((factor) => [
    factor,
    z.pipe(
      z.unknown().check(z.refine((value) => guessProblem(factor, value) === undefined)),
      // Files hold maps without a prototype and with any other field; a guess is three numbers and nothing else.
      z.transform((value) => {
        if (typeof value !== 'object' || value === null) return value as Guess;
        const { low, likely, high } = value as Exclude<Guess, number | '?'>;
        return { low, likely, high };
      }),
    ),
  ]),
) as unknown as Readonly<Record<Factor, z.ZodMiniType<Guess>>>;

/** A field that holds a guess of the factor. */
export function guess(help: () => string, factor: Factor): Field<Guess, false> {
  return {
    type: 'any',
    schema: schemas[factor],
    help,
    expected: () => expectedOf(factor),
    required: false,
    many: false,
    always: false,
  };
}
