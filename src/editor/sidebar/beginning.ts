/** What is shown of a folder without records: which issue keys its commits name. Asked once, when the records were read. */
import * as vscode from 'vscode';
import { beginning } from '../../core/outline/beginning.ts';
import type { NamedKeys } from '../../core/setUp/namedKeys.ts';
import { readHistory } from '../ask/history.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Outline } from './outlineView.ts';

export class Beginning implements vscode.Disposable {
  readonly #workspace: Workspace;
  readonly #tell: () => void;
  readonly #told = new WeakMap<Folder, NamedKeys>();
  readonly #asked = new WeakSet<Folder>();
  readonly #calledOff = new AbortController();

  /** `tell` is called when more can be said. */
  constructor(workspace: Workspace, tell: () => void) {
    this.#workspace = workspace;
    this.#tell = tell;
  }

  /** What can be shown by now; undefined where the view's own welcome says enough. */
  of(folder: Folder): Pick<Outline, 'message' | 'rows'> | undefined {
    const { records, teamFile } = folder.library;
    if (records.length > 0 || teamFile?.broken) return undefined;
    const named = this.#told.get(folder);
    if (named) return beginning(named);
    this.#ask(folder).catch(logError);
    return undefined;
  }

  dispose(): void {
    this.#calledOff.abort();
  }

  async #ask(folder: Folder): Promise<void> {
    // Without a repository there is nothing to ask; when one is found, the view is drawn again.
    if (!vscode.workspace.isTrusted || !this.#workspace.git.rootOf(folder.root) || this.#asked.has(folder)) return;
    this.#asked.add(folder);
    await folder.rested();
    const { named } = await readHistory(this.#workspace, folder, this.#calledOff.signal);
    if (this.#calledOff.signal.aborted) return;
    this.#told.set(folder, named);
    this.#tell();
  }
}
