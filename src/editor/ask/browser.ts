/** The browser, sent to an address just as it is written. */
import * as vscode from 'vscode';

/**
 * Opens a web address. Not by `env.openExternal`, which takes it apart and puts it together again: a `#` or `&` in what a
 * query carries then ends it there.
 */
export function browse(address: string): Thenable<unknown> {
  return vscode.commands.executeCommand('vscode.open', address);
}
