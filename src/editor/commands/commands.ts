/** What commands are made of besides gestures that ask: what a click does on the screen, and what is for people alone. */
import type * as z from 'zod/mini';
import { checkedInput } from '../../core/base/checkedInput.ts';
import { commandId } from '../doors/commands/all.ts';
import { report } from '../workspace/report.ts';
import type { Handler } from './live.ts';

/** A command for people only: whatever it is given, failures are told and nothing is thrown. */
export function command(handler: (source: unknown) => unknown): Handler {
  return async ({ input, source }) => {
    try {
      return await handler(input ?? source);
    } catch (error) {
      report(error);
      return undefined;
    }
  };
}

/** A gesture on the screen, such as opening or filtering: an input from code is checked, `source` is what a menu or key passed. */
export function gestureCommand<Input>(
  schema: z.ZodMiniType<Input>,
  handler: (input: Input | undefined, source: unknown) => unknown,
): Handler {
  return ({ name, input, source }) =>
    input
      ? handler(checkedInput(schema, input, commandId(name), commandId(name)), undefined)
      : handler(undefined, source);
}
