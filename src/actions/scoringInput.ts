/** What inputs about scores are made of: factors, guesses and agreed numbers, wrong ones told in the words people see. */
import * as z from 'zod/mini';
import { field, type Option } from '../core/base/input.ts';
import { estimate } from '../core/kinds/estimate.ts';
import { initiative } from '../core/kinds/initiative.ts';
import { type Factor, factorName, factors, type Guess, guessProblem, isRange } from '../core/scoring/factors.ts';

export const factorInput = z.enum(factors);

export const factorOptions = (): readonly Option[] => factors.map((value) => ({ value, label: factorName(value) }));

/** A guess of the factor; null takes away what stands there. */
export const guessInput = (factor: Factor) =>
  field(
    z.optional(
      z.pipe(
        z.unknown().check(({ value, issues }) => {
          const message = value === null ? undefined : guessProblem(factor, value);
          if (message !== undefined) issues.push({ code: 'custom', message, input: value });
        }),
        z.transform((value) => plainGuess(value as Guess | null)),
      ),
    ),
    estimate.fields[factor].help,
  );

/** Three numbers and nothing else. */
function plainGuess(guess: Guess | null): Guess | null {
  if (guess === null || !isRange(guess)) return guess;
  const { low, likely, high } = guess;
  return { low, likely, high };
}

/** One number of the factor. */
export const numberInput = (factor: Factor) =>
  field(
    z.number().check(({ value, issues }) => {
      const message = guessProblem(factor, value);
      if (message !== undefined) issues.push({ code: 'custom', message, input: value });
    }),
    () => initiative.fields.rice.fields?.[factor]?.help() ?? '',
  );

/** Whether an input names any factor. */
export function saysFactor(given: { readonly [F in Factor]?: unknown }): boolean {
  return factors.some((factor) => given[factor] !== undefined);
}
