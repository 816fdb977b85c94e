/** Where failures are told: an expected one once, in words, with its next step; a bug with its stack in the log. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { showErrorMessage, wordsOf } from '../door/messages.ts';
import { commandId } from '../doors/commands.ts';

let channel: vscode.LogOutputChannel | undefined;

/** The product's log, made when first written to. */
function log(): vscode.LogOutputChannel {
  channel ??= vscode.window.createOutputChannel('Because', { log: true });
  return channel;
}

/** Closes the log when the product closes. */
export const logLifetime: vscode.Disposable = {
  dispose() {
    channel?.dispose();
    channel = undefined;
  },
};

/** For failures that belong to nobody's gesture: the log, and no toast. */
export function logError(error: unknown): void {
  log().error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** Tells the person once what happened and what to do next. */
export function report(error: unknown): void {
  if (error instanceof vscode.CancellationError) return;
  logError(error);
  const { title, act } = remedyOf(error);
  const message = error instanceof BecauseError ? wordsOf(error) : t('Something went wrong in Because.');
  showErrorMessage(message, title).then((choice) => (choice === title ? act() : undefined), logError);
}

/** The one button of a failure: the next step where a command does it, else the log. */
function remedyOf(error: unknown): { readonly title: string; readonly act: () => unknown } {
  if (error instanceof BecauseError && error.code === 'no-folder') {
    return { title: t('Open Folder'), act: () => vscode.commands.executeCommand('vscode.openFolder') };
  }
  if (error instanceof BecauseError && error.code === 'no-member') {
    return {
      title: t('Set My Identity'),
      act: () => vscode.commands.executeCommand(commandId('chooseMe')),
    };
  }
  return { title: t('Show Log'), act: () => log().show() };
}

/** Runs what nobody waits for, such as an event's handler; failures are told. */
export function run(work: () => Promise<unknown>): void {
  work().catch(report);
}
