/** The disk port in the editor: the disk, but what is typed in an open file and not yet saved wins. */
import * as vscode from 'vscode';
import { difference } from '../../core/base/difference.ts';
import { BecauseError } from '../../core/base/errors.ts';
import type { Disposable } from '../../core/base/events.ts';
import type { FileInfo, Files } from '../../store/files.ts';
import { changed, isHidden } from '../../store/files.ts';
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

  async write(path: string, text: string, expected: string | undefined): Promise<void> {
    const open = this.#open().get(path);
    if (!open) return this.#disk.write(path, text, expected);
    if (open.getText() !== expected) throw changed(path);
    const edit = new vscode.WorkspaceEdit();
    const piece = difference(expected, text);
    const range = new vscode.Range(open.positionAt(piece.start), open.positionAt(piece.end));
    edit.replace(open.uri, range, piece.text);
    if (!(await vscode.workspace.applyEdit(edit))) throw changed(path);
  }

  async rename(from: string, to: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(this.#uri(from), this.#uri(to), { overwrite: false });
    const turn = await this.#disk.alone?.();
    try {
      if (await vscode.workspace.applyEdit(edit)) return;
    } finally {
      turn?.dispose();
    }
    throw new BecauseError('not-writable', vscode.l10n.t('{0} could not be renamed to {1}.', from, to));
  }

  async remove(path: string, expected: string): Promise<void> {
    const open = this.#open().get(path);
    if (open) throw changed(path);
    await this.#disk.remove(path, expected);
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

function overlay(info: FileInfo, open: vscode.TextDocument | undefined): FileInfo {
  return open ? { ...info, version: `open-${open.version}` } : info;
}
