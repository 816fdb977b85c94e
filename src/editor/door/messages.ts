/** Messages, progress and words in the status bar, which may hold foreign words: of errors, records, branches, files. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { plain, plainLines } from './words.ts';

/** A question that has to be answered first; what is said below the message may have several lines. */
export interface Modal {
  readonly detail: string;
}

type Kind = 'showErrorMessage' | 'showWarningMessage' | 'showInformationMessage';

const show = async (kind: Kind, message: string, options: vscode.MessageOptions, buttons: readonly string[]) =>
  vscode.window[kind](plain(message), options, ...buttons.map((button) => plain(button)));

/** Each tells something, with buttons; the one that was pressed is given back. */
export const showErrorMessage = (message: string, ...buttons: readonly string[]) =>
  show('showErrorMessage', message, {}, buttons);
export const showWarningMessage = (message: string, ...buttons: readonly string[]) =>
  show('showWarningMessage', message, {}, buttons);
export const showInformationMessage = (message: string, ...buttons: readonly string[]) =>
  show('showInformationMessage', message, {}, buttons);

const modal = ({ detail }: Modal): vscode.MessageOptions => ({ modal: true, detail: plainLines(detail) });

/** Each asks what has to be answered before anything else. */
export const askWarning = (message: string, more: Modal, ...buttons: readonly string[]) =>
  show('showWarningMessage', message, modal(more), buttons);
export const askInformation = (message: string, more: Modal, ...buttons: readonly string[]) =>
  show('showInformationMessage', message, modal(more), buttons);

/** What happened and what to do next, in one text. */
export const wordsOf = ({ message, next }: BecauseError): string => [message, next].filter(Boolean).join(' ');

/** An error for the editor, which shows its message to whoever asked; `code` goes in front of it for other code. */
export function shownError(error: unknown, { code = false, next = false } = {}): unknown {
  if (!(error instanceof BecauseError)) return error;
  const said = plain(next ? wordsOf(error) : error.message);
  return new Error(code ? `${error.code}: ${said}` : said, { cause: error });
}

/** Says something in the status bar for so many milliseconds. */
export function setStatusBarMessage(message: string, milliseconds: number): void {
  vscode.window.setStatusBarMessage(plain(message), milliseconds);
}

interface Working {
  readonly location: vscode.ProgressLocation;
  readonly title: string;
  readonly cancellable?: boolean;
}

/** Aborted when the editor calls off what it asked for. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new vscode.CancellationError());
  if (token.isCancellationRequested) abort();
  else token.onCancellationRequested(abort);
  return controller.signal;
}

/** Shows that something is at work; `say` tells how far it is, and the signal that the person calls it off. */
export function withProgress<Result>(
  { title, ...options }: Working,
  work: (say: (message: string) => void, cancelled: AbortSignal) => Thenable<Result>,
): Thenable<Result> {
  return vscode.window.withProgress({ ...options, title: plain(title) }, (progress, cancelled) =>
    work((message) => progress.report({ message: plain(message) }), signalOf(cancelled)),
  );
}
