/** How commands are registered: one input object from other code, gathering from people, each failure told once. */

import * as vscode from 'vscode';
import type * as z from 'zod/mini';
import type { Action } from '../../actions/action.ts';
import { perform } from '../../actions/action.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { checkedInput } from '../../core/base/input.ts';
import { shownError } from '../door/messages.ts';
import { report } from '../workspace/report.ts';
import type { Folder, Located, Workspace } from '../workspace/workspace.ts';
import { askMe } from './me.ts';

/** A command for people only: whatever it is given, failures are told and nothing is thrown. */
export function command(id: string, handler: (...args: unknown[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      return await handler(...args);
    } catch (error) {
      report(error);
      return undefined;
    }
  });
}

/**
 * The command of a gesture on the screen, such as opening or filtering. Called with a plain object, that is its input: a
 * wrong one, like every failure, rejects with the code in front. Otherwise `source` is what a menu or key passed, and
 * failures are told.
 */
export function gestureCommand<Input>(
  id: string,
  schema: z.ZodMiniType<Input>,
  handler: (input: Input | undefined, source: unknown) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (source?: unknown) => {
    if (!isInput(source)) {
      return Promise.resolve(source)
        .then((given) => handler(undefined, given))
        .catch(report);
    }
    try {
      return await handler(checkedInput(schema, source, id, id), undefined);
    } catch (error) {
      throw shownError(error, { code: true });
    }
  });
}

/** What gathering ended with: a complete input and the folder it is for. */
export interface Gathered<Input> {
  readonly folder: Folder;
  readonly input: Input;
  /** Told when the action succeeded: throws the draft away, shows what came of it. */
  readonly done?: ((output: unknown) => unknown) | undefined;
}

/**
 * Asks the person for what is missing. `given` holds what is known already; `source` is what a menu passed (a tree node,
 * a file, a comment thread), if it was a menu; `folder` is the one that was named. Returns undefined when the person
 * turned away.
 */
export type Gather<Input> = (
  workspace: Workspace,
  given: Partial<Input>,
  source: unknown,
  folder?: Folder,
) => Promise<Gathered<Input> | undefined>;

/** A command of its own for an action with part of its input settled. */
interface Variant<Input> {
  readonly id?: string;
  readonly preset?: Partial<Input>;
  /** Whether an input says too little to be meant as it is, although nothing in it has to be there. */
  readonly saysTooLittle?: (given: Partial<Input>) => boolean;
  /** Adds what is found out without a question, just before the action is performed; it never fails. */
  readonly complete?: (folder: Folder, input: Input) => Promise<Input>;
}

/**
 * The command of an action. Called with a plain object, it is the action's input (and optionally `folder`, a workspace
 * folder's address): complete, it is performed without a question and its result returned; incomplete, the rest is
 * asked; wrong, it rejects with an error whose message starts with the code. Otherwise a person is asked.
 */
export function actionCommand<Input, Output>(
  workspace: Workspace,
  action: Action<Input, Output>,
  gather: Gather<Input>,
  variant: Variant<Input> = {},
): vscode.Disposable {
  const { id = `because.${action.name}`, preset = {} } = variant;
  return vscode.commands.registerCommand(id, async (source?: unknown) => {
    const given = isInput(source) ? { ...source, ...preset } : undefined;
    try {
      await workspace.ready();
      if (given) return await withInput(workspace, action, gather, given, variant);
      const gathered = await gather(workspace, preset, source);
      return gathered && (await runGathered(workspace, action, gathered, variant));
    } catch (error) {
      if (given) throw shownError(error, { code: true });
      report(error);
      return undefined;
    }
  });
}

async function withInput<Input, Output>(
  workspace: Workspace,
  action: Action<Input, Output>,
  gather: Gather<Input>,
  { folder: address, ...given }: { readonly [name: string]: unknown },
  variant: Variant<Input>,
): Promise<Output | undefined> {
  const bare = variant.saysTooLittle?.(given as Partial<Input>) ?? false;
  const { error: wrong } = action.input.safeParse(given);
  // What is wrong with the input as a whole is that it says too little.
  const isMissing = ({ path }: z.core.$ZodIssue) =>
    path.length === 0 ? bare : path.reduce(step, given as unknown) === undefined;
  if (wrong ? wrong.issues.every(isMissing) : bare) {
    const named = address === undefined ? undefined : folderFor(workspace, address, given);
    const gathered = await gather(workspace, given as Partial<Input>, undefined, named);
    return gathered && runGathered(workspace, action, gathered, variant);
  }
  const folder = folderFor(workspace, address, given);
  // What is wrong is said before anything is found out.
  const input = variant.complete
    ? await variant.complete(folder, checkedInput(action.input, given, action.name, action.title()))
    : given;
  return perform(action, folder.because, input);
}

async function runGathered<Input, Output>(
  workspace: Workspace,
  action: Action<Input, Output>,
  { folder, input, done }: Gathered<Input>,
  { complete = async (_, whole) => whole }: Variant<Input>,
): Promise<Output> {
  if (action.signs?.(input)) await askMe(workspace, folder);
  const output = await action.run(folder.because, await complete(folder, input));
  await done?.(output);
  return output;
}

const step = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as { [key: PropertyKey]: unknown })[key] : undefined;

/** The folder named, else the one that knows an id of the input, else the active one. */
function folderFor(workspace: Workspace, address: unknown, given: { readonly [name: string]: unknown }): Folder {
  const named = workspace.folders.find(({ root }) => root.toString() === String(address));
  const ids = Object.values(given).filter((value) => typeof value === 'string');
  const folder =
    named ??
    workspace.folders.find(({ library }) => ids.some((id) => library.named(id).length > 0)) ??
    workspace.active;
  if (folder && (named || address === undefined)) return folder;
  throw noFolder();
}

/** The error of a gesture that needs an open folder. */
export function noFolder(): BecauseError {
  return new BecauseError('no-folder', vscode.l10n.t('No folder is open.'), {
    next: vscode.l10n.t('Open a folder, then try again.'),
  });
}

/** Whether a command's first argument is an input from code, and not what a menu or key passes. */
export function isInput(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !MENU_MARKS.some((mark) => mark in value);
}

/** By these the plain objects of menus are told from inputs: tree rows, comment threads, replies, line numbers. */
const MENU_MARKS = ['located', 'collapsibleState', 'thread', 'lineNumber'] as const;

/** The record a menu's argument stands for: a tree node that carries one, or a file. */
export function locatedOf(workspace: Workspace, source: unknown): Located | undefined {
  if (source instanceof vscode.Uri) return workspace.recordAt(source);
  if (typeof source !== 'object' || source === null || !('located' in source)) return undefined;
  return source.located as Located | undefined;
}
