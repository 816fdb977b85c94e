/** Files that got another name since somebody anchored a record in them. */
import * as vscode from 'vscode';
import { anchoredByFile, RenamedFiles } from '../../core/library/anchored.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { pathIn, realPathIn } from '../lines/paths.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** More anchored files than this are not looked for when they are gone. */
const MOST = 1_000;

/**
 * Follows renames: those made in this window at once, older ones through git when a file is opened whose earlier names
 * are gone. Nothing is written; records learn the new name with the next gesture on them.
 */
export class Moves implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #changes = new vscode.EventEmitter<Folder>();
  readonly #renamed = new WeakMap<Folder, RenamedFiles>();
  /** The files git was asked about. */
  readonly #asked = new Set<string>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changes.event;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#subscriptions = vscode.Disposable.from(
      this.#changes,
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#rename(oldUri, newUri);
      }),
      workspace.git.onDidChange(() => this.#asked.clear()),
    );
  }

  /** The records anchored in what is this file today. */
  recordsIn(folder: Folder, path: string): readonly ContextRecord[] {
    return this.#in(folder).recordsIn(folder.library, path);
  }

  /** Asks git for a file's earlier names, once, where anchored files are gone. */
  async lookUp(folder: Folder, uri: vscode.Uri): Promise<void> {
    const path = realPathIn(folder, uri);
    const key = uri.toString();
    if (path === undefined || this.#asked.has(key) || anchoredByFile(folder.library).size === 0) return;
    const { git } = this.#workspace;
    if (git.program === undefined || !git.rootOf(uri)) return;
    this.#asked.add(key);
    const gone = await goneIn(folder);
    if (gone.size === 0) return;
    const { earlierNames } = await import('../../questions/earlierNames.ts');
    const names = await folder.because.ask(earlierNames, { file: uri.fsPath });
    const old = names.filter((name) => gone.has(name));
    for (const name of old) this.#in(folder).remember(name, path);
    if (old.length > 0) this.#changes.fire(folder);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #in(folder: Folder): RenamedFiles {
    const known = this.#renamed.get(folder) ?? new RenamedFiles();
    this.#renamed.set(folder, known);
    return known;
  }

  #rename(from: vscode.Uri, to: vscode.Uri): void {
    const folder = this.#workspace.folderOf(to);
    const [old, today] = folder ? [realPathIn(folder, from), realPathIn(folder, to)] : [];
    if (!folder || old === undefined || today === undefined) return;
    if (this.#in(folder).rename(folder.library, old, today)) this.#changes.fire(folder);
  }
}

/** The anchored files that are not there any more. */
async function goneIn(folder: Folder): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  for (const path of [...anchoredByFile(folder.library).keys()].slice(0, MOST)) {
    const uri = vscode.Uri.joinPath(folder.root, path);
    if (pathIn(folder, uri) === undefined) continue;
    await vscode.workspace.fs.stat(uri).then(undefined, (error: unknown) => {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') gone.add(path);
      else logError(error);
    });
  }
  return gone;
}
