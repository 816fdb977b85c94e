/** The field of one factor as one person sees it: a number, a range of three, or `?`. */
import type { Field } from '../records/field.ts';
import { expectedOf, type Factor, type Guess, guessProblem } from '../scoring/factors.ts';

/** A field that holds a guess of the factor. */
export function guess(help: () => string, factor: Factor): Field<Guess, false> {
  return {
    type: 'any',
    read: (written) => (guessProblem(factor, written) === undefined ? guessIn(written as Guess) : undefined),
    help,
    expected: () => expectedOf(factor),
    required: false,
    many: false,
    always: false,
  };
}

/** Files hold maps without a prototype and with any other field; a guess is three numbers and nothing else. */
function guessIn(written: Guess): Guess {
  if (typeof written !== 'object') return written;
  const { low, likely, high } = written;
  return { low, likely, high };
}
