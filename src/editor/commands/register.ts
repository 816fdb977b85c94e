/** Registers the commands of the table: the code of each is loaded when it is first called. */
import * as vscode from 'vscode';
import { shownError } from '../door/messages.ts';
import { type CommandName, commandId, commands } from '../doors/commands/all.ts';
import type { CommandRow } from '../doors/row.ts';
import { report } from '../workspace/report.ts';
import type { Feature, Given, Handler, Live, Opens } from './live.ts';

const rows: Readonly<Record<CommandName, CommandRow<Opens>>> = commands;

export const allCommands: Feature = (live) => {
  const names = Object.keys(commands) as CommandName[];
  return vscode.Disposable.from(...names.map((name) => registerCommand(live, commandId(name), name, rows[name])));
};

/**
 * Registers a command. Its failures reach code that called it with an input, the code in front, and are told to people;
 * when loading fails, the next call tries again.
 */
export function registerCommand(
  live: Live,
  id: string,
  name: CommandName,
  { load, menus }: Pick<CommandRow<Opens>, 'load' | 'menus'>,
): vscode.Disposable {
  let opening: Promise<Handler> | undefined;
  const opened = async (): Promise<Handler> => {
    try {
      const opens = await load();
      if (live.closed) throw new vscode.CancellationError();
      return opens(live);
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  return vscode.commands.registerCommand(id, async (source?: unknown) => {
    const input = isInput(source, menus) ? source : undefined;
    try {
      opening ??= opened();
      const handler = await opening;
      return await handler({ name, input, source });
    } catch (error) {
      if (input) throw shownError(error, { code: true });
      report(error);
      return undefined;
    }
  });
}

/** Whether a command's argument is an input from code: a plain object, and not what one of its menus passes. */
function isInput(value: unknown, menus: CommandRow['menus'] = []): value is Given {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  return isPlain && !menus.some(({ passes }) => passes?.(value));
}
