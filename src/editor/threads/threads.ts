/** The threads of all open documents: made when a document opens, gone when it closes, in step with the records. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { anchorOf } from '../../core/library/anchored.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Feature } from '../commands/live.ts';
import { type Comment, type CommentController, createCommentController } from '../door/documents.ts';
import { Originals } from '../lines/originals.ts';
import { namesIn } from '../lines/paths.ts';
import type { Folder, Located } from '../workspace/folder.ts';
import { Minutes } from '../workspace/minutes.ts';
import { logError } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Moves } from './moves.ts';
import { RecordThread } from './thread.ts';

/** Milliseconds of quiet before threads are drawn at their new lines. */
const TYPING_PAUSE = 100;

/** The threads of records in the editor, wherever their lines have gone. */
export const threads: Feature = (live) => {
  const moves = new Moves(live.workspace);
  live.the(Threads, () => new Threads(live.workspace, moves));
  return moves;
};

export class Threads implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #moves: Moves;
  readonly #controller: CommentController;
  /** By document, then by the record's path. */
  readonly #threads = new Map<vscode.TextDocument, Map<string, RecordThread>>();
  readonly #pending = new Set<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Titles say how much time is left, while their documents are seen. */
  readonly #minutes = new Minutes(() => {
    for (const thread of this.#timed) thread.tick();
  });

  /** The files that anchors were made in, as their commits have them. */
  readonly originals: Originals;

  constructor(workspace: Workspace, moves: Moves) {
    this.#workspace = workspace;
    this.#moves = moves;
    this.originals = new Originals(workspace);
    this.#controller = createCommentController('because', 'Because');
    this.#controller.options = {
      prompt: t('Reply…'),
      placeHolder: t('Answer, ask, or say why'),
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#controller,
      this.#minutes,
      vscode.window.onDidChangeVisibleTextEditors(() => this.#look()),
      vscode.workspace.onDidOpenTextDocument((document) => this.#refresh(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeTextDocument((change) => this.#follow(change)),
      workspace.onDidChange((folder) => this.#refreshAll(folder)),
      moves.onDidChange((folder) => this.#refreshAll(folder)),
      workspace.git.onDidChange(() => {
        this.originals.askAgain();
        this.#refreshAll();
      }),
      { dispose: () => clearTimeout(this.#timer) },
    );
    this.#refreshAll();
  }

  /** How many threads there are. */
  get count(): number {
    return this.#all.length;
  }

  /** The threads of a document, in no order. */
  in(uri: vscode.Uri): readonly RecordThread[] {
    const key = uri.toString();
    return [...this.#threads].flatMap(([document, threads]) =>
      document.uri.toString() === key ? [...threads.values()] : [],
    );
  }

  /** The thread of a record, where its document is open. */
  of({ folder, record }: Located): RecordThread | undefined {
    return this.#all.find((each) => each.folder === folder && each.record.path === record.path);
  }

  /** The thread the editor's menu was opened on. */
  from(thread: unknown): RecordThread | undefined {
    return this.#all.find((each) => each.thread === thread);
  }

  /** The thread that shows a comment. */
  holding(comment: Comment): RecordThread | undefined {
    return this.#all.find(({ thread }) => thread.comments.includes(comment));
  }

  /**
   * Opens the record's document at its line, with the thread unfolded. `line` (from 0): the one it is known to be about; `uri`:
   * the file, as the person opened it.
   */
  async reveal(
    folder: Folder,
    record: ContextRecord,
    { line, uri }: { line?: number | undefined; uri?: vscode.Uri | undefined } = {},
  ) {
    const anchor = anchorOf(record);
    if (anchor?.path === undefined) return false;
    const document = await vscode.workspace.openTextDocument(uri ?? vscode.Uri.joinPath(folder.root, anchor.path));
    await this.originals.of(folder, anchor);
    this.#refresh(document);
    const found = this.#threads.get(document)?.get(record.path);
    if (!found) return false;
    if (line !== undefined) found.standOn(line);
    found.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    const at = new vscode.Range(found.line ?? 0, 0, found.line ?? 0, 0);
    const editor = await vscode.window.showTextDocument(document, { selection: at });
    editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return true;
  }

  dispose(): void {
    for (const document of [...this.#threads.keys()]) this.#forget(document);
    this.#subscriptions.dispose();
  }

  get #all(): readonly RecordThread[] {
    return [...this.#threads.values()].flatMap((threads) => [...threads.values()]);
  }

  /** The threads of what is seen in which somebody waits. */
  get #timed(): readonly RecordThread[] {
    return vscode.window.visibleTextEditors.flatMap(({ document }) =>
      [...(this.#threads.get(document)?.values() ?? [])].filter(({ isTimed }) => isTimed),
    );
  }

  /** Whoever looks again sees the time it is now. */
  #look(): void {
    const timed = this.#timed;
    for (const thread of timed) thread.tick();
    this.#minutes.go(timed.length > 0);
  }

  #refreshAll(folder?: Folder): void {
    for (const document of vscode.workspace.textDocuments) {
      if (!folder || this.#workspace.folderOf(document.uri) === folder) this.#refresh(document);
    }
  }

  #refresh(document: vscode.TextDocument): void {
    if (document.isClosed) return;
    const folder = this.#workspace.folderOf(document.uri);
    const names = folder ? namesIn(folder, document.uri) : [];
    const records = names.flatMap((path) => (folder ? this.#moves.recordsIn(folder, path) : []));
    this.#drawAll(document, folder, records);
    if (folder) this.#moves.lookUp(folder, document.uri).catch(logError);
  }

  #drawAll(document: vscode.TextDocument, folder: Folder | undefined, records: readonly ContextRecord[]): void {
    const before = this.#threads.get(document) ?? new Map<string, RecordThread>();
    const now = new Map<string, RecordThread>();
    if (folder) {
      for (const record of records) {
        const drawn = this.#drawn(document, folder, record, before.get(record.path));
        if (drawn) now.set(record.path, drawn);
      }
    }
    for (const [path, thread] of before) if (now.get(path) !== thread) thread.dispose();
    if (now.size > 0) this.#threads.set(document, now);
    else this.#threads.delete(document);
    this.#minutes.go(this.#timed.length > 0);
  }

  /** Undefined while git is still to tell where the line was: a thread on a wrong line, or none, would be drawn meanwhile. */
  #drawn(
    document: vscode.TextDocument,
    folder: Folder,
    record: ContextRecord,
    drawn: RecordThread | undefined,
  ): RecordThread | undefined {
    const { isRead, lines: before } = this.originals.known(folder, anchorOf(record) ?? {});
    if (!isRead) this.#learn(folder, record).catch(logError);
    if (drawn?.folder === folder) {
      if (isRead) drawn.show(record, before);
      return drawn;
    }
    return isRead ? new RecordThread(this.#controller, document, folder, { record, before }) : undefined;
  }

  async #learn(folder: Folder, record: ContextRecord): Promise<void> {
    // Git says when it is ready; then all is drawn again.
    if (!this.#workspace.git.settled) return;
    await this.originals.of(folder, anchorOf(record) ?? {});
    this.#refreshAll(folder);
  }

  #forget(document: vscode.TextDocument): void {
    for (const thread of this.#threads.get(document)?.values() ?? []) thread.dispose();
    this.#threads.delete(document);
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const threads = this.#threads.get(document);
    if (!threads || contentChanges.length === 0) return;
    for (const thread of threads.values()) thread.follow(contentChanges);
    this.#pending.add(document);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const each of this.#pending) this.#refresh(each);
      this.#pending.clear();
    }, TYPING_PAUSE);
  }
}
