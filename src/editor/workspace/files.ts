/** The disk port in the editor: the disk, but what is typed in an open file and not yet saved wins. */

import * as vscode from 'vscode';
import { difference } from '../../core/base/difference.ts';
import { BecauseError } from '../../core/base/errors.ts';
import type { Disposable } from '../../core/base/events.ts';
import { t } from '../../core/base/l10n.ts';
import { isHidden } from '../../core/kinds/team.ts';
import { changed, type FileChange, type FileInfo, type Files } from '../../store/files.ts';
import { Saves } from './saves.ts';

/** Milliseconds of quiet after typing before an unsaved text is read: long enough for a word, short enough to feel live. */
const TYPING_PAUSE = 150;

export class EditorFiles implements Files {
  readonly #root: vscode.Uri;
  readonly #disk: Files;

  constructor(root: vscode.Uri, disk: Files) {
    this.#root = root;
    this.#disk = disk;
  }

  async *list(below?: string): AsyncIterable<readonly FileInfo[]> {
    const open = this.#open();
    for await (const infos of this.#disk.list(below)) yield infos.map((info) => overlay(info, open.get(info.path)));
  }

  async stat(path: string): Promise<FileInfo | undefined> {
    const info = await this.#disk.stat(path);
    return info && overlay(info, this.#open().get(path));
  }

  read(path: string): Promise<string | undefined> {
    const open = vscode.workspace.textDocuments.find(({ isDirty, uri }) => isDirty && this.#pathOf(uri) === path);
    return open ? Promise.resolve(open.getText()) : this.#disk.read(path);
  }

  /** What is typed in an open file is edited there; and the editor gives files other paths, so that its tabs follow. */
  async write(changes: readonly FileChange[]): Promise<void> {
    const open = this.#open();
    const typed = changes.filter(({ path }) => open.has(path));
    if (typed.some(({ after }) => after === undefined)) throw changed(typed[0]?.path ?? '');
    const saved = changes.filter(({ path }) => !open.has(path));
    const moved = saved.filter(({ to }) => to !== undefined);
    const written = saved.flatMap(({ path, before, after, to }) =>
      to === undefined || before !== after ? [{ path, before, after }] : [],
    );
    const moves = moved.map(({ path, after, to }) => ({ path, before: after, after, to }));
    const run = () => this.#inEditor([...typed, ...moves], open);
    if (typed.length + moves.length === 0) await this.#disk.write(written);
    else if (changes.every(({ path, to }) => open.has(path) && to === undefined)) await run();
    else await this.#disk.write(written, { moves, run });
  }

  async #inEditor(changes: readonly FileChange[], open: ReadonlyMap<string, vscode.TextDocument>): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    for (const { path, before = '', after = '', to } of changes) {
      const document = open.get(path);
      // Who saves or types meanwhile was faster.
      if (document && (!document.isDirty || document.getText() !== before)) throw changed(path);
      if (document && before !== after) {
        const piece = difference(before, after);
        const range = new vscode.Range(document.positionAt(piece.start), document.positionAt(piece.end));
        edit.replace(document.uri, range, piece.text);
      }
      if (to !== undefined) edit.renameFile(this.#uri(path), this.#uri(to), { overwrite: false });
    }
    if (await vscode.workspace.applyEdit(edit)) return;
    const renamed = changes.find(({ to }) => to !== undefined);
    throw renamed ? notRenamed(renamed) : changed(changes[0]?.path ?? '');
  }

  async settled(): Promise<void> {
    await this.#disk.settled?.();
  }

  watch(tell: (paths: readonly string[]) => void): Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.#root, '**'));
    const pending = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (uri: vscode.Uri, pause: number) => {
      const path = this.#pathOf(uri);
      // Such as what is being written: it comes and goes.
      if (path === undefined || isHidden(path)) return;
      pending.add(path);
      clearTimeout(timer);
      timer = setTimeout(() => {
        tell([...pending]);
        pending.clear();
      }, pause);
    };
    const soon = (uri: vscode.Uri) => later(uri, 10);
    const subscriptions = [
      watcher,
      watcher.onDidChange(soon),
      watcher.onDidCreate(soon),
      watcher.onDidDelete(soon),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) later(document.uri, TYPING_PAUSE);
      }),
      // Closed without saving: what the disk holds counts again.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => soon(uri)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => soon(uri)),
      new Saves(this.#disk, (uri) => this.#pathOf(uri)).watch(),
      { dispose: () => clearTimeout(timer) },
    ];
    return vscode.Disposable.from(...subscriptions);
  }

  /** The open files that hold what is not on the disk yet. */
  #open(): Map<string, vscode.TextDocument> {
    const open = new Map<string, vscode.TextDocument>();
    for (const document of vscode.workspace.textDocuments) {
      const path = document.isDirty ? this.#pathOf(document.uri) : undefined;
      if (path !== undefined) open.set(path, document);
    }
    return open;
  }

  #uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#root, ...path.split('/'));
  }

  #pathOf(uri: vscode.Uri): string | undefined {
    const root = this.#root;
    if (uri.scheme !== root.scheme || uri.authority !== root.authority) return undefined;
    if (uri.path === root.path) return '';
    return uri.path.startsWith(`${root.path}/`) ? uri.path.slice(root.path.length + 1) : undefined;
  }
}

function notRenamed({ path: from, to = '' }: FileChange): BecauseError {
  return new BecauseError('not-writable', t('{0} could not be renamed to {1}.', from, to));
}

function overlay(info: FileInfo, open: vscode.TextDocument | undefined): FileInfo {
  return open ? { ...info, version: `open-${open.version}` } : info;
}
