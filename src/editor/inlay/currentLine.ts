/** The why behind the line the cursor rests on. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import type { Library } from '../../core/library/library.ts';
import { linesIn } from '../../core/records/trackedLine.ts';
import { type CommittedWhy, inlayText } from '../../core/why/inlay.ts';
import { whyLines } from '../../questions/whyLines.ts';
import { type LineNote, lineNote } from '../door/documents.ts';
import { realPathIn } from '../lines/paths.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Milliseconds the cursor rests before anything is looked up: while it runs through lines, nothing is. */
const REST = 150;

/** Lines of a file whose commits are asked for. */
const LONGEST = 10_000;

/** Milliseconds git may take for a file. */
const PATIENCE = 10_000;

/** What commits tell of a document: as it was when they were asked. */
interface Asked {
  readonly version: number;
  readonly head: string | undefined;
  readonly library: Library;
  /** Undefined until git has answered. */
  readonly committed?: readonly CommittedWhy[];
}

export class CurrentLine implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #note: LineNote;
  readonly #asked = new WeakMap<vscode.TextDocument, Asked>();
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: { readonly document: vscode.TextDocument; readonly controller: AbortController } | undefined;

  constructor(workspace: Workspace, note: LineNote = lineNote()) {
    this.#workspace = workspace;
    this.#note = note;
    const soon = () => this.#soon();
    this.#subscriptions = vscode.Disposable.from(
      this.#note,
      vscode.window.onDidChangeTextEditorSelection(soon),
      vscode.window.onDidChangeActiveTextEditor(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) soon();
      }),
      vscode.workspace.onDidSaveTextDocument(soon),
      workspace.onDidChange(soon),
      workspace.git.onDidChange(soon),
    );
    soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.controller.abort();
    this.#subscriptions.dispose();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(), REST);
  }

  #draw(): void {
    const editor = vscode.window.activeTextEditor;
    this.#note.show(editor, editor && this.#textFor(editor));
  }

  #textFor({ document, selection: { active } }: vscode.TextEditor): string | undefined {
    const folder = this.#workspace.folderOf(document.uri);
    // In a record's own file every line would say the same.
    if (!folder || folder.pathOf(document.uri) !== undefined) return undefined;
    const { library } = folder;
    const lines = linesIn(document);
    const path = realPathIn(folder, document.uri);
    const near = inlayText(library, lines, active.line, { path });
    if (near !== undefined || lines.text(active.line).trim() === '') return near;
    return inlayText(library, lines, active.line, { committed: this.#committed(folder, document) });
  }

  /** What commits tell, if that is known; they are asked otherwise, and the line is drawn again. */
  #committed(folder: Folder, document: vscode.TextDocument): readonly CommittedWhy[] | undefined {
    // Git knows the file as it was saved: while somebody types, its lines are others.
    if (document.isDirty || document.uri.scheme !== 'file' || document.lineCount > LONGEST) return undefined;
    const { git } = this.#workspace;
    if (git.program === undefined || !git.rootOf(document.uri)) return undefined;
    const now = { version: document.version, head: git.commitOf(document.uri), library: folder.library };
    const known = this.#asked.get(document);
    const isSame = known?.version === now.version && known.head === now.head && known.library === now.library;
    if (isSame) return known.committed;
    this.#ask(folder, document, now).catch(logError);
    return undefined;
  }

  /** One file at a time: that of the cursor. */
  async #ask(folder: Folder, document: vscode.TextDocument, asked: Asked): Promise<void> {
    this.#asking?.controller.abort();
    if (this.#asking) this.#asked.delete(this.#asking.document);
    const controller = new AbortController();
    const asking = { document, controller };
    this.#asking = asking;
    this.#asked.set(document, asked);
    const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(PATIENCE)]);
    try {
      await folder.rested();
      signal.throwIfAborted();
      const committed = await folder.because.ask(whyLines, { file: document.uri.fsPath }, { signal });
      this.#asked.set(document, { ...asked, committed });
      this.#soon();
    } catch (error) {
      // A file that git does not have has no commits; one that took too long is not asked about again until it changes.
      if (!signal.aborted && !(error instanceof BecauseError)) throw error;
    } finally {
      if (this.#asking === asking) this.#asking = undefined;
    }
  }
}
