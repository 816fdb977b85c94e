/** The disk port over the editor's own file systems, for workspaces that are not on this machine's disk. */
import * as vscode from 'vscode';
import { BecauseError } from '../core/errors.ts';
import type { FileInfo, Files } from '../store/files.ts';
import { changed, exists } from '../store/files.ts';

export class VirtualFiles implements Files {
  readonly #root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.#root = root;
  }

  async *list(below = ''): AsyncIterable<readonly FileInfo[]> {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(this.#uri(below));
    } catch {
      // Not there, or not a folder: either way there is nothing to list.
      return;
    }
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const path = below ? `${below}/${name}` : name;
      if (type & vscode.FileType.SymbolicLink) yield [{ path, size: 0, version: '', refused: 'outside-folder' }];
      else if (type & vscode.FileType.Directory) yield* this.list(path);
      else {
        const info = await this.stat(path);
        if (info) yield [info];
      }
    }
  }

  async stat(path: string): Promise<FileInfo | undefined> {
    try {
      const { type, size, mtime } = await vscode.workspace.fs.stat(this.#uri(path));
      return type & vscode.FileType.File ? { path, size, version: `${mtime}-${size}` } : undefined;
    } catch {
      return undefined;
    }
  }

  async read(path: string): Promise<Uint8Array> {
    try {
      return await vscode.workspace.fs.readFile(this.#uri(path));
    } catch (cause) {
      throw new BecauseError('not-found', vscode.l10n.t('{0} is not there any more.', path), { cause });
    }
  }

  async write(path: string, text: string, expected: string | undefined): Promise<void> {
    const now = (await this.stat(path))
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(await this.read(path))
      : undefined;
    if (now !== expected) throw expected === undefined ? exists(path) : changed(path);
    try {
      await vscode.workspace.fs.writeFile(this.#uri(path), new TextEncoder().encode(text));
    } catch (cause) {
      throw new BecauseError('not-writable', vscode.l10n.t('{0} cannot be written here.', path), { cause });
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await vscode.workspace.fs.rename(this.#uri(from), this.#uri(to), { overwrite: false });
  }

  #uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#root, ...path.split('/').filter(Boolean));
  }
}
