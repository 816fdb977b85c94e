/** Sheets with notes in the editor: found again wherever they are open, and kept when their tab is closed. */
import * as vscode from 'vscode';
import { sessionOfSheet } from '../../core/discovery/sheetMark.ts';
import type { Live } from '../commands/live.ts';
import { logError } from '../workspace/report.ts';

/** Milliseconds of rest after which what was typed is kept. */
const REST = 500;

/** The session whose notes a document holds. */
export const sessionOf = (document: vscode.TextDocument | undefined): string | undefined =>
  document?.languageId === 'markdown' ? sessionOfSheet(document.getText()) : undefined;

/** The sheet in front. */
export function sheetInFront(): { readonly document: vscode.TextDocument; readonly session: string } | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const session = sessionOf(document);
  return document && session !== undefined ? { document, session } : undefined;
}

/** The sheet of a session that is open already, in front or behind. */
export async function openSheet(session: string): Promise<vscode.TextDocument | undefined> {
  // A window that was loaded again knows the tabs before it knows what is in them.
  const untitled = vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }) =>
      input instanceof vscode.TabInputText && input.uri.scheme === 'untitled' ? input.uri : [],
    ),
  );
  for (const uri of untitled) await vscode.workspace.openTextDocument(uri);
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && sessionOf(document) === session);
}

/** Closes the tab of an unsaved document, which holds nothing any more. */
export async function closeEmptied({ uri }: vscode.TextDocument): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  const own = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
  );
  await vscode.window.tabGroups.close(own);
}

/** What was typed on sheets that were never saved: the editor asks before it throws a closed tab's text away, and this does not. */
export class KeptSheets implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #listening: vscode.Disposable;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor({ memory }: Live) {
    this.#memory = memory;
    this.#listening = vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document));
  }

  /** What was typed before. */
  of(session: string): string | undefined {
    return this.#memory.get<string>(keyOf(session));
  }

  async forget(session: string): Promise<void> {
    clearTimeout(this.#waiting.get(session));
    await this.#memory.update(keyOf(session), undefined);
  }

  dispose(): void {
    this.#listening.dispose();
    for (const timer of this.#waiting.values()) clearTimeout(timer);
  }

  #changed(document: vscode.TextDocument): void {
    const session = document.isUntitled ? sessionOf(document) : undefined;
    if (session === undefined) return;
    const text = document.getText();
    clearTimeout(this.#waiting.get(session));
    const keep = () => Promise.resolve(this.#memory.update(keyOf(session), text)).catch(logError);
    this.#waiting.set(session, setTimeout(keep, REST));
  }
}

const keyOf = (session: string): string => `notes:${session}`;
