/** One record as a comment thread on its line, in one open document. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { aroundIn } from '../../core/face/around.ts';
import { nameOf } from '../../core/face/names.ts';
import { threadTitle } from '../../core/face/threadTitle.ts';
import { kindOf } from '../../core/kinds/all.ts';
import { anchorOf } from '../../core/library/anchored.ts';
import { repliesOn } from '../../core/library/query.ts';
import { anchorAt, type Lines } from '../../core/records/anchor.ts';
import type { Anchor } from '../../core/records/kind.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import {
  type AnchoredLine,
  afterEdit,
  anchoredAt,
  anchoredLine,
  type DocumentEdit,
  linesIn,
} from '../../core/records/trackedLine.ts';
import { waitsForMember } from '../../core/waiting/needs.ts';
import type { CommentController, CommentThread } from '../door/documents.ts';
import { plain } from '../door/words.ts';
import type { Originals } from '../lines/originals.ts';
import { namesIn, realPathIn } from '../lines/paths.ts';
import type { Folder } from '../workspace/folder.ts';
import { commentsOf, type RecordComment } from './comments.ts';

export class RecordThread implements vscode.Disposable {
  readonly folder: Folder;
  readonly #controller: CommentController;
  #thread: CommentThread;
  readonly #document: vscode.TextDocument;
  #record: ContextRecord;
  #place: AnchoredLine | undefined;
  /** The file as the anchor's commit has it, where that is known. */
  #before: Lines | undefined;
  /** Whether the place was followed through edits, or told: it is not to be worked out again. */
  #isFollowed = false;
  /** What the comments were last made of; records are never changed, only replaced. */
  #told: readonly unknown[] = [];

  constructor(
    controller: CommentController,
    document: vscode.TextDocument,
    folder: Folder,
    { record, before }: { readonly record: ContextRecord; readonly before: Lines | undefined },
  ) {
    this.folder = folder;
    this.#document = document;
    this.#record = record;
    this.#before = before;
    this.#place = anchoredLine(linesIn(document), this.#anchor, before);
    this.#controller = controller;
    this.#thread = this.#made(vscode.CommentThreadCollapsibleState.Collapsed);
    this.show(record, before);
  }

  get thread(): CommentThread {
    return this.#thread;
  }

  get record(): ContextRecord {
    return this.#record;
  }

  /** The line the thread stands on, from 0; undefined when it moved. */
  get line(): number | undefined {
    return this.#place?.line;
  }

  /** Where the record is today, when the record says something else; undefined when it says so, or nobody knows. */
  async placeToday(originals: Originals): Promise<Anchor | undefined> {
    const path = realPathIn(this.folder, this.#document.uri);
    const seen = this.#place && path !== undefined && anchorAt(linesIn(this.#document), this.#place.line, path);
    if (!seen) return undefined;
    const today = await originals.inCommit(this.folder, seen, this.#document);
    const anchor = this.#anchor;
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
    this.#place = afterEdit(this.#place, changes, lines, this.#anchor, this.#before);
    this.#isFollowed = this.#place !== undefined;
  }

  /** Draws the thread as its records are now, and git: `before` is the file as the anchor's commit has it. */
  show(record: ContextRecord, before: Lines | undefined): void {
    const anchorChanged = JSON.stringify(anchorOf(record) ?? {}) !== JSON.stringify(this.#anchor);
    const isNews = before !== this.#before && !this.#isFollowed;
    this.#record = record;
    this.#before = before;
    if (!this.#place || anchorChanged || isNews) {
      this.#place = anchoredLine(linesIn(this.#document), this.#anchor, before);
      this.#isFollowed = false;
    }
    this.#draw();
  }

  /** Whether somebody waits for an answer to it, whose minutes count. */
  get isTimed(): boolean {
    return kindOf(this.#record.kind)?.isTimed === true && !this.#isSettled;
  }

  /** Says how the record stands at this moment. */
  tick(): void {
    this.#drawHead();
  }

  dispose(): void {
    this.thread.dispose();
  }

  #draw(): void {
    const isEdited = this.thread.comments.some(({ mode }) => mode === vscode.CommentMode.Editing);
    // The editor leaves a thread that loses its line where it was, which is the wrong line: a new one is made instead.
    if ((this.thread.range === undefined) !== (this.line === undefined) && !isEdited) this.#remake();
    else if (this.line !== undefined && this.thread.range?.start.line !== this.line) {
      this.thread.range = new vscode.Range(this.line, 0, this.line, 0);
    }
    this.#drawHead();
    const { library } = this.folder;
    const told = [this.#record, this.#hint, library.teamFile, ...repliesOn(library, this.#record.id)];
    if (told.length === this.#told.length && told.every((each, index) => each === this.#told[index])) return;
    this.#told = told;
    // What somebody is typing in a comment is not thrown away for what came in meanwhile.
    if (!isEdited) this.redrawComments();
  }

  /** What stands above the comments, and what menus go by; only what changed is told to the editor. */
  #drawHead(): void {
    const { thread } = this;
    const label = plain(this.#label);
    if (thread.label !== label) thread.label = label;
    if (thread.contextValue !== this.#context) thread.contextValue = this.#context;
    const state = this.#isSettled ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    if (thread.state !== state) thread.state = state;
  }

  #remake(): void {
    const { collapsibleState } = this.#thread;
    this.#thread.dispose();
    this.#thread = this.#made(collapsibleState);
    this.#told = [];
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
    this.thread.comments = commentsOf(this.folder, this.#record, this.#hint);
  }

  /** Shows one comment in another way: with an editor in it. */
  replaceComment(old: RecordComment, next: RecordComment): void {
    this.thread.comments = this.thread.comments.map((each) => (each === old ? next : each));
  }

  get #anchor(): Anchor {
    return anchorOf(this.#record) ?? {};
  }

  get #isSettled(): boolean {
    const { library } = this.folder;
    return kindOf(this.#record.kind)?.thread?.isSettled(this.#record as never, library) ?? false;
  }

  /**
   * `question.open.due.here`: the kind, the state it is in, whether it waits for who works here, whether it is theirs, and
   * whether it stands where its record says.
   */
  get #context(): string {
    const { library, me } = this.folder;
    const { kind, values } = this.#record;
    const state = kindOf(kind)?.look?.(this.#record as never, nameOf(this.#record), aroundIn(library)).state;
    const marks = [
      me !== undefined && waitsForMember(library, this.#record, me) && 'due',
      me !== undefined && (values as { readonly by?: string }).by === me && 'mine',
    ];
    return [kind, state, ...marks, this.#isElsewhere ? 'elsewhere' : 'here'].filter(Boolean).join('.');
  }

  get #isElsewhere(): boolean {
    const { path = '' } = this.#anchor;
    return !this.#place || this.#place.edited || !namesIn(this.folder, this.#document.uri).includes(path);
  }

  get #label(): string {
    const title = threadTitle(this.folder.library, this.#record, this.folder.because.now());
    return this.#place ? title : t('Moved · {0}', title);
  }

  /** Where a moved record was: the line cannot be shown any more, so its words are. */
  get #hint(): string | undefined {
    const { line = 1, text = '' } = this.#anchor;
    if (this.#place) return undefined;
    return t('This was about line {0}, which no longer exists: {1}', line, text);
  }
}
