/** The disk port over the editor's own file systems, for workspaces that are not on this machine's disk. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { TEAM_FILE } from '../../core/kinds/team.ts';
import { textOf } from '../../core/text/utf8.ts';
import type { FileChange, FileInfo, Files, LastStep } from '../../store/files.ts';
import { changed, exists, leadingOut, outsideFolder } from '../../store/files.ts';

export class VirtualFiles implements Files {
  readonly #root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.#root = root;
  }

  async *list(below = ''): AsyncIterable<readonly FileInfo[]> {
    if (!(await this.#isBehindLink(below))) yield* this.#listFolder(below);
    else if (below === '') yield [leadingOut()];
  }

  async *#listFolder(below: string): AsyncIterable<readonly FileInfo[]> {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(this.#uri(below));
    } catch {
      // Not there, or not a folder: either way there is nothing to list.
      return;
    }
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const path = below ? `${below}/${name}` : name;
      if (type & vscode.FileType.SymbolicLink) yield [refused(path)];
      else if (type & vscode.FileType.Directory) yield* this.#listFolder(path);
      else {
        const info = await this.#info(path);
        if (info) yield [info];
      }
    }
  }

  async stat(path: string): Promise<FileInfo | undefined> {
    if (await this.#isBehindLink('')) return path === TEAM_FILE ? leadingOut() : undefined;
    return (await this.#isBehindLink(path)) ? refused(path) : this.#info(path);
  }

  async #info(path: string): Promise<FileInfo | undefined> {
    try {
      const { type, size, mtime } = await vscode.workspace.fs.stat(this.#uri(path));
      return type & vscode.FileType.File ? { path, size, version: `${mtime}-${size}` } : undefined;
    } catch {
      return undefined;
    }
  }

  async read(path: string): Promise<string | undefined> {
    try {
      return textOf(await vscode.workspace.fs.readFile(this.#uri(path)));
    } catch (cause) {
      throw new BecauseError('not-found', t('{0} no longer exists.', path), { cause });
    }
  }

  /** One after the other, as there is no other way here: what was done is taken back where the rest fails. */
  async write(changes: readonly FileChange[], last?: LastStep): Promise<void> {
    const done: FileChange[] = [];
    try {
      for (const change of changes) {
        await this.#change(change);
        done.unshift(change);
      }
      await last?.run();
    } catch (error) {
      for (const { path, before, after, to } of done) {
        const back = { path: to ?? path, before: after, after: before, to: to && path };
        // What somebody changed since stays as they left it.
        await this.#change(back).catch(() => undefined);
      }
      throw error;
    }
  }

  async #change({ path, before, after, to }: FileChange): Promise<void> {
    for (const each of [path, to ?? path]) if (await this.#isBehindLink(each)) throw outsideFolder(each);
    const isThere = (await this.#info(path)) !== undefined;
    const now = isThere ? await this.read(path) : undefined;
    if (isThere !== (before !== undefined) || now !== before) throw before === undefined ? exists(path) : changed(path);
    const { fs } = vscode.workspace;
    try {
      if (after === undefined) await fs.delete(this.#uri(path));
      else if (after !== before) await fs.writeFile(this.#uri(path), new TextEncoder().encode(after));
      if (to !== undefined) await fs.rename(this.#uri(path), this.#uri(to), { overwrite: false });
    } catch (cause) {
      throw new BecauseError('not-writable', t('{0} cannot be written here.', path), { cause });
    }
  }

  /** Whether the path, or a folder above it, is a link. Where it leads cannot be known here, so none is followed. */
  async #isBehindLink(path: string): Promise<boolean> {
    const steps = path.split('/').filter(Boolean);
    for (let depth = 0; depth <= steps.length; depth++) {
      const uri = this.#uri(steps.slice(0, depth).join('/'));
      const found = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined);
      if (!found) return false;
      if (found.type & vscode.FileType.SymbolicLink) return true;
    }
    return false;
  }

  #uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#root, ...path.split('/').filter(Boolean));
  }
}

function refused(path: string): FileInfo {
  return { path, size: 0, version: '', refused: 'outside-folder' };
}
