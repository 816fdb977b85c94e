/** The shape of an action: a verb of the product, written once, for every surface that offers it. */

import type * as z from 'zod/mini';
import type { AskOptions, Because } from '../because.ts';
import { checkedInput } from '../core/base/checkedInput.ts';
import type { Change } from '../core/library/change.ts';

export interface Action<Input = unknown, Output = unknown> {
  /** The command is `because.` and this name. */
  readonly name: string;
  readonly title: () => string;
  readonly input: z.ZodMiniType<Input>;
  /** Whether it writes down who did it: people are then asked who they are, where nothing tells. What needs a name does. */
  signs?(input: NoInfer<Input>): boolean;
  /** Whether nothing of it is written without a name: who they are, is asked before anything else then. */
  readonly needsMe?: true;
  /** Does it, and returns what came of it: for most, `{id}` of the record written. */
  run(because: Because, input: Input, options?: AskOptions): Promise<Output>;
}

/** Gives an action its exact type. */
export function action<Input, Output>(definition: Action<Input, Output>): Action<Input, Output> {
  return definition;
}

/** Makes the changes, and names the record that the first of them is about. Throws what `write` throws. */
export async function written(because: Because, changes: readonly [Change, ...Change[]]) {
  const [{ id, path }] = await because.write(changes);
  return { id, path };
}

/** Checks an input from outside and runs the action. Throws what `checkedInput` and the action throw. */
export async function perform<Input, Output>(
  verb: Action<Input, Output>,
  because: Because,
  input: unknown,
  options?: AskOptions,
): Promise<Output> {
  return verb.run(because, checkedInput(verb.input, input, verb.name, verb.title()), options);
}
