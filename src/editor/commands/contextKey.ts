/** Context keys, which `when` clauses of menus and keys go by. */
import * as vscode from 'vscode';
import { type ContextKey, key } from '../doors/row.ts';

/** Sets a context key that `when` clauses read. */
export function setContext(name: ContextKey, value: unknown): Promise<unknown> {
  return Promise.resolve(vscode.commands.executeCommand('setContext', key(name), value));
}
