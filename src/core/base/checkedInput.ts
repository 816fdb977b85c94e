/** Inputs from outside, checked. It knows schemas as a type only: what makes none does not load what they are made with. */
import type * as z from 'zod/mini';
import { BecauseError } from './errors.ts';
import { t } from './l10n.ts';

/** An input from outside, checked. Throws `BecauseError` `bad-input` saying what is wrong with it; `title` says for what. */
export function checkedInput<Input>(schema: z.ZodMiniType<Input>, input: unknown, name: string, title: string): Input {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || name}: ${message}`).join('; ');
  throw new BecauseError('bad-input', t('Wrong input for {0}. {1}', title, wrong));
}
