/** One risk as a comment thread in one open document. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { riskLine } from '../../core/face/riskLine.ts';
import type { Risk } from '../../core/kinds/all.ts';
import { repliesOn } from '../../core/library/query.ts';
import { anchorAt, type Lines } from '../../core/records/anchor.ts';
import type { Anchor } from '../../core/records/kind.ts';
import {
  type AnchoredLine,
  afterEdit,
  anchoredAt,
  anchoredLine,
  type DocumentEdit,
  linesIn,
} from '../../core/records/trackedLine.ts';
import type { CommentController, CommentThread } from '../door/documents.ts';
import { plain } from '../door/words.ts';
import type { Originals } from '../lines/originals.ts';
import { namesIn, realPathIn } from '../lines/paths.ts';
import type { Folder } from '../workspace/workspace.ts';
import { commentsOf, type RecordComment } from './comments.ts';

export class RiskThread implements vscode.Disposable {
  readonly folder: Folder;
  readonly #controller: CommentController;
  #thread: CommentThread;
  readonly #document: vscode.TextDocument;
  #risk: Risk;
  #place: AnchoredLine | undefined;
  /** The file as the anchor's commit has it, where that is known. */
  #before: Lines | undefined;
  /** Whether the place was followed through edits, or told: it is not to be worked out again. */
  #isFollowed = false;
  /** What the thread was last made of; records are never changed, only replaced. */
  #shown: readonly unknown[] = [];

  constructor(
    controller: CommentController,
    document: vscode.TextDocument,
    folder: Folder,
    { risk, before }: { readonly risk: Risk; readonly before: Lines | undefined },
  ) {
    this.folder = folder;
    this.#document = document;
    this.#risk = risk;
    this.#before = before;
    this.#place = anchoredLine(linesIn(document), risk.values.anchor ?? {}, before);
    this.#controller = controller;
    this.#thread = this.#made(vscode.CommentThreadCollapsibleState.Collapsed);
    this.show(risk, before);
  }

  get thread(): CommentThread {
    return this.#thread;
  }

  get risk(): Risk {
    return this.#risk;
  }

  /** The line the thread stands on, from 0; undefined when it moved. */
  get line(): number | undefined {
    return this.#place?.line;
  }

  /** Where the risk is today, when the record says something else; undefined when it says so, or nobody knows. */
  async placeToday(originals: Originals): Promise<Anchor | undefined> {
    const path = realPathIn(this.folder, this.#document.uri);
    const seen = this.#place && path !== undefined && anchorAt(linesIn(this.#document), this.#place.line, path);
    if (!seen) return undefined;
    const today = await originals.inCommit(this.folder, seen, this.#document);
    const { anchor = {} } = this.#risk.values;
    const same = today.path === anchor.path && today.line === anchor.line && today.text === anchor.text;
    return same ? undefined : today;
  }

  /** Puts the thread on a line (from 0) that is known to be the one. */
  standOn(line: number): void {
    this.#place = anchoredAt(linesIn(this.#document), line, false);
    this.#isFollowed = true;
    this.#draw();
  }

  /** Follows an edit of the document. Cheap; what it shows is drawn by `show`. */
  follow(changes: readonly DocumentEdit[]): void {
    if (!this.#place) return;
    const lines = linesIn(this.#document);
    this.#place = afterEdit(this.#place, changes, lines, this.#risk.values.anchor ?? {}, this.#before);
    this.#isFollowed = this.#place !== undefined;
  }

  /** Draws the thread as its records are now, and git: `before` is the file as the anchor's commit has it. */
  show(risk: Risk, before: Lines | undefined): void {
    const anchorChanged = JSON.stringify(risk.values.anchor) !== JSON.stringify(this.#risk.values.anchor);
    const isNews = before !== this.#before && !this.#isFollowed;
    this.#risk = risk;
    this.#before = before;
    if (!this.#place || anchorChanged || isNews) {
      this.#place = anchoredLine(linesIn(this.#document), risk.values.anchor ?? {}, before);
      this.#isFollowed = false;
    }
    this.#draw();
  }

  dispose(): void {
    this.thread.dispose();
  }

  #draw(): void {
    const { library } = this.folder;
    const { initiative = '', problem = '', state } = this.#risk.values;
    const threatened = library.initiativeOf(initiative) ?? library.findOf('problem', problem);
    const drawn = [this.#risk, threatened, this.line, this.#place?.edited, library.teamFile];
    const now = [...drawn, ...repliesOn(library, this.#risk.id)];
    if (now.length === this.#shown.length && now.every((each, index) => each === this.#shown[index])) return;
    this.#shown = now;
    const isEdited = this.thread.comments.some(({ mode }) => mode === vscode.CommentMode.Editing);
    // The editor leaves a thread that loses its line where it was, which is the wrong line: a new one is made instead.
    if ((this.thread.range === undefined) !== (this.line === undefined) && !isEdited) this.#remake();
    else if (this.line !== undefined) this.thread.range = new vscode.Range(this.line, 0, this.line, 0);
    this.thread.label = plain(this.#label);
    this.thread.contextValue = ['risk', state, this.#isElsewhere ? 'elsewhere' : 'here'].join('.');
    this.thread.state =
      state === 'resolved' ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    // What somebody is typing in a comment is not thrown away for what came in meanwhile.
    if (!isEdited) this.redrawComments();
  }

  #remake(): void {
    const { collapsibleState } = this.#thread;
    this.#thread.dispose();
    this.#thread = this.#made(collapsibleState);
  }

  /** A thread on the line; without one it is about the file as a whole, and stands above its first line. */
  #made(state: vscode.CommentThreadCollapsibleState): CommentThread {
    const line = this.line ?? 0;
    const made = this.#controller.createCommentThread(this.#document.uri, new vscode.Range(line, 0, line, 0), []);
    if (this.line === undefined) made.range = undefined;
    made.collapsibleState = state;
    return made;
  }

  /** Draws the comments anew, an open editor in one of them included. */
  redrawComments(): void {
    this.thread.comments = commentsOf(this.folder, this.#risk, this.#hint);
  }

  /** Shows one comment in another way: with an editor in it. */
  replaceComment(old: RecordComment, next: RecordComment): void {
    this.thread.comments = this.thread.comments.map((each) => (each === old ? next : each));
  }

  get #isElsewhere(): boolean {
    const { path = '' } = this.#risk.values.anchor ?? {};
    return !this.#place || this.#place.edited || !namesIn(this.folder, this.#document.uri).includes(path);
  }

  get #label(): string {
    const line = riskLine(this.folder.library, this.#risk);
    return this.#place ? line : t('Moved · {0}', line);
  }

  /** Where a moved risk was: the line cannot be shown any more, so its words are. */
  get #hint(): string | undefined {
    const { line = 1, text = '' } = this.#risk.values.anchor ?? {};
    if (this.#place) return undefined;
    return t('This was about line {0}, which no longer exists: {1}', line, text);
  }
}
