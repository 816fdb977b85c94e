/** What is asked of the editor by names of ours: its context keys, and our commands. */
import * as vscode from 'vscode';
import { type CommandName, commandId } from '../doors/commands/all.ts';
import { type ContextKey, key } from '../doors/row.ts';
import type { Folder } from '../workspace/folder.ts';

/** Sets a context key that `when` clauses read. */
export function setContext(name: ContextKey, value: unknown): Promise<unknown> {
  return Promise.resolve(vscode.commands.executeCommand('setContext', key(name), value));
}

/** Calls a command for a folder. */
export function callFor({ root }: Folder, name: CommandName, input: object = {}): Promise<unknown> {
  return Promise.resolve(vscode.commands.executeCommand(commandId(name), { ...input, folder: root.toString() }));
}
