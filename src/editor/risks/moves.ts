/** Files that got another name since somebody anchored a record in them. */

import * as vscode from 'vscode';
import type { Risk } from '../../core/kinds/all.ts';
import type { Library } from '../../core/library/library.ts';
import { earlierNames } from '../../git/glance.ts';
import { pathIn, realPathIn } from '../lines/paths.ts';
import { gitGlance } from '../workspace/gitProgram.ts';
import { realUri } from '../workspace/realPath.ts';
import { logError } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

/** More anchored files than this are not looked for when they are gone. */
const MOST = 1_000;

/** The risks of each file that risks are anchored in, by its path. */
function risksByFile(library: Library): ReadonlyMap<string, readonly Risk[]> {
  return library.memo(byFile);
}

const byFile = (library: Library): ReadonlyMap<string, readonly Risk[]> => {
  const anchored = library.ofKind('risk').filter(({ values }) => values.anchor?.path !== undefined);
  return Map.groupBy(anchored, ({ values }) => normalized(values.anchor?.path ?? ''));
};

/** As the product writes paths, however a person wrote this one. */
function normalized(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

/**
 * Follows renames: those made in this window at once, older ones through git when a file is opened whose earlier names
 * are gone. Nothing is written; records learn the new name with the next gesture on them.
 */
export class Moves implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #changes = new vscode.EventEmitter<Folder>();
  /** The name written in records → the name today. */
  readonly #moved = new Map<Folder, Map<string, string>>();
  /** The files git was asked about. */
  readonly #asked = new Set<string>();
  readonly #subscriptions: vscode.Disposable[];

  readonly onDidChange = this.#changes.event;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#subscriptions = [
      this.#changes,
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#rename(oldUri, newUri);
      }),
      workspace.git.onDidChange(() => this.#asked.clear()),
    ];
  }

  /** The risks anchored in what is this file today. */
  risksIn(folder: Folder, path: string): readonly Risk[] {
    const files = risksByFile(folder.library);
    const moved = this.#moved.get(folder);
    const own = moved?.has(path) ? [] : (files.get(path) ?? []);
    const came = [...(moved ?? [])].filter(([, today]) => today === path).flatMap(([old]) => files.get(old) ?? []);
    return [...own, ...came];
  }

  /** Asks git for a file's earlier names, once, where anchored files are gone. */
  async lookUp(folder: Folder, uri: vscode.Uri): Promise<void> {
    const path = realPathIn(folder, uri);
    const key = uri.toString();
    if (path === undefined || this.#asked.has(key) || risksByFile(folder.library).size === 0) return;
    if (!this.#workspace.git.program) return;
    this.#asked.add(key);
    const gone = await this.#gone(folder);
    if (gone.size === 0) return;
    for (const old of await this.#earlierNames(folder, realUri(uri)))
      if (gone.has(old)) this.#remember(folder, old, path);
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  #rename(from: vscode.Uri, to: vscode.Uri): void {
    const folder = this.#workspace.folderOf(to);
    const [old, today] = folder ? [realPathIn(folder, from), realPathIn(folder, to)] : [];
    if (!folder || old === undefined || today === undefined) return;
    const moved = this.#moved.get(folder);
    for (const written of risksByFile(folder.library).keys()) {
      const now = moved?.get(written) ?? written;
      if (now === old) this.#remember(folder, written, today);
      else if (now.startsWith(`${old}/`)) this.#remember(folder, written, today + now.slice(old.length));
    }
  }

  #remember(folder: Folder, written: string, today: string): void {
    const moved = this.#moved.get(folder) ?? new Map<string, string>();
    this.#moved.set(folder, moved);
    if (written === today) moved.delete(written);
    else moved.set(written, today);
    this.#changes.fire(folder);
  }

  async #gone(folder: Folder): Promise<ReadonlySet<string>> {
    const gone = new Set<string>();
    for (const path of [...risksByFile(folder.library).keys()].slice(0, MOST)) {
      const uri = vscode.Uri.joinPath(folder.root, path);
      if (pathIn(folder, uri) === undefined) continue;
      await vscode.workspace.fs.stat(uri).then(undefined, (error: unknown) => {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') gone.add(path);
        else logError(error);
      });
    }
    return gone;
  }

  async #earlierNames(folder: Folder, uri: vscode.Uri): Promise<string[]> {
    const { git } = this.#workspace;
    const known = git.rootOf(uri);
    if (!known) return [];
    const root = realUri(known);
    const path = uri.path.slice(root.path.length + 1);
    const names = await gitGlance(git, uri, (repository) => earlierNames(repository, path));
    return (names ?? []).flatMap((name) => realPathIn(folder, vscode.Uri.joinPath(root, name)) ?? []);
  }
}
