/** What commands are made of: an action with gathering from people, a gesture on the screen, or what is for people alone. */

import type * as z from 'zod/mini';
import type { Action } from '../../actions/action.ts';
import { perform } from '../../actions/action.ts';
import { checkedInput } from '../../core/base/checkedInput.ts';
import { commandId } from '../doors/commands.ts';
import { report } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import type { Given, Handler, Live } from './live.ts';
import { askMe } from './me.ts';
import { folderMeant } from './meant.ts';

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

/** What gathering ended with: a complete input and the folder it is for. */
export interface Gathered<Input, Output = unknown> {
  readonly folder: Folder;
  readonly input: Input;
  /** Told when the action succeeded: throws the draft away, shows what came of it. */
  readonly done?: ((output: Output) => unknown) | undefined;
}

/**
 * Asks the person for what is missing. `given` holds what is known already; `source` is what a menu passed (a tree node,
 * a file, a comment thread), if it was a menu; `folder` is the one that was named. Returns undefined when the person
 * turned away.
 */
export type Gather<Input, Output = unknown> = (
  workspace: Workspace,
  given: Partial<Input>,
  source: unknown,
  folder?: Folder,
) => Promise<Gathered<Input, Output> | undefined>;

/** What is special about the command of an action. */
export interface Special<Input> {
  /** Whether an input says too little to be meant as it is, although nothing in it has to be there. */
  readonly saysTooLittle?: (given: Partial<Input>) => boolean;
}

/**
 * The command of an action. Called with a plain object, it is the action's input (and optionally `folder`, a workspace
 * folder's address): complete, it is performed without a question and its result returned; incomplete, the rest is
 * asked; wrong, it rejects with an error whose message starts with the code. Otherwise a person is asked.
 */
export function actionCommand<Input, Output>(
  { workspace }: Live,
  action: Action<Input, Output>,
  gather: Gather<Input, NoInfer<Output>>,
  special: Special<Input> = {},
): Handler {
  return async ({ input, source }) => {
    await workspace.ready();
    if (input) return withInput(workspace, action, gather, input, special);
    const gathered = await gather(workspace, {}, source);
    return gathered && runGathered(workspace, action, gathered);
  };
}

async function withInput<Input, Output>(
  workspace: Workspace,
  action: Action<Input, Output>,
  gather: Gather<Input, NoInfer<Output>>,
  { folder: address, ...given }: Given,
  special: Special<Input>,
): Promise<Output | undefined> {
  const bare = special.saysTooLittle?.(given as Partial<Input>) ?? false;
  const { error: wrong } = action.input.safeParse(given);
  // What is wrong with the input as a whole is that it says too little.
  const isMissing = ({ path }: z.core.$ZodIssue) =>
    path.length === 0 ? bare : path.reduce(step, given as unknown) === undefined;
  if (wrong ? wrong.issues.every(isMissing) : bare) {
    const named = address === undefined ? undefined : folderMeant(workspace, { address });
    const gathered = await gather(workspace, given as Partial<Input>, undefined, named);
    return gathered && runGathered(workspace, action, gathered);
  }
  const folder = folderMeant(workspace, { address, given });
  return perform(action, folder.because, given);
}

/** Does what was gathered: asks once who the person is, where it says by whom it is. */
export async function runGathered<Input, Output>(
  workspace: Workspace,
  action: Action<Input, Output>,
  { folder, input, done }: Gathered<Input, Output>,
): Promise<Output> {
  if (action.signs?.(input)) await askMe(workspace, folder);
  const output = await action.run(folder.because, input);
  await done?.(output);
  return output;
}

const step = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as { [key: PropertyKey]: unknown })[key] : undefined;
