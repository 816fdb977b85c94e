/** Where failures are told: an expected one once, in words, with its next step; a bug with its stack in the log. */

import * as vscode from 'vscode';
import { BecauseError, type ErrorCode } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { showErrorMessage, showInformationMessage, wordsOf } from '../door/messages.ts';
import { commandId, isCommand } from '../doors/commands/all.ts';

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

/** Tells the person once what happened and what to do next: as an error only what failed, as information what is refused. */
export function report(error: unknown): void {
  if (error instanceof vscode.CancellationError) return;
  logError(error);
  const isRefused = error instanceof BecauseError && !error.isFailure;
  const message = error instanceof BecauseError ? wordsOf(error) : t('Something went wrong in Because.');
  const button = isRefused ? nextStep(error) : { title: t('Show Log'), act: () => log().show() };
  const show = isRefused ? showInformationMessage : showErrorMessage;
  show(message, ...(button ? [button.title] : [])).then((choice) => (choice ? button?.act() : undefined), logError);
}

interface Button {
  readonly title: string;
  readonly act: () => unknown;
}

const calls = (title: string, command: string): Button => ({
  title,
  act: () => vscode.commands.executeCommand(command),
});

/** Where the editor itself does the next step. */
const EDITORS_STEPS: { readonly [C in ErrorCode]?: () => Button } = {
  'no-folder': () => calls(t('Open Folder'), 'vscode.openFolder'),
  untrusted: () => calls(t('Manage Workspace Trust'), 'workbench.trust.manage'),
};

/** The button that does the next step, where a command can. */
function nextStep({ code, remedy }: BecauseError): Button | undefined {
  const ours = remedy && isCommand(remedy.verb) ? calls(remedy.title, commandId(remedy.verb)) : undefined;
  return EDITORS_STEPS[code]?.() ?? ours;
}

/** Runs what nobody waits for, such as an event's handler; failures are told. */
export function run(work: () => Promise<unknown>): void {
  work().catch(report);
}
