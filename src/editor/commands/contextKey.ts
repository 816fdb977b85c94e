/** Context keys, which `when` clauses of menus and keys go by. */
import * as vscode from 'vscode';

/** Sets a context key that `when` clauses read. */
export function setContext(key: string, value: unknown): Promise<unknown> {
  return Promise.resolve(vscode.commands.executeCommand('setContext', key, value));
}
