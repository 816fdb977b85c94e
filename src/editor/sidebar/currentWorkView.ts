/** The Current Work view: what the checked-out branch is for. */
import * as vscode from 'vscode';
import { currentWorkMessage, currentWorkOutline, initiativeAt } from '../../core/outline/currentWork.ts';
import { dotted } from '../../core/outline/node.ts';
import { oneLine } from '../../core/outline/records.ts';
import { logError } from '../report.ts';
import type { Located } from '../workspace.ts';
import type { Row } from './row.ts';
import type { ShownFolder } from './shown.ts';
import { OutlineTree } from './tree.ts';

export class CurrentWorkView implements vscode.Disposable {
  readonly #shown: ShownFolder;
  readonly #tree = new OutlineTree(() => this.#load());
  readonly #view: vscode.TreeView<Row>;
  readonly #subscriptions: vscode.Disposable[];

  constructor(shown: ShownFolder) {
    this.#shown = shown;
    this.#view = vscode.window.createTreeView('because.currentWork', {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#tree,
      this.#view,
      shown.onDidChange(() => this.#update()),
      this.#view.onDidChangeVisibility(() => this.#update()),
    ];
  }

  /** The initiative worked on. */
  get initiative(): Located | undefined {
    const { folder, place } = this.#shown;
    const record = folder && initiativeAt(folder.library, place);
    return folder && record && { folder, record };
  }

  /** Brings the view to the front, at its first row. */
  async reveal(): Promise<void> {
    await vscode.commands.executeCommand('because.currentWork.focus');
    const row = this.#tree.firstRow;
    if (row) await this.#view.reveal(row, { select: true, focus: true });
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  async #load(): Promise<void> {
    await this.#shown.folder?.because.ready();
    this.#draw();
  }

  #update(): void {
    if (this.#view.visible) this.#load().catch(logError);
    else this.#tree.forget();
  }

  #draw(): void {
    const { folder, place, name } = this.#shown;
    if (!folder) {
      this.#tree.show(undefined, []);
      return;
    }
    const { library } = folder;
    this.#tree.show(folder, currentWorkOutline(library, place, folder.me));
    this.#view.message = library.records.length > 0 ? (currentWorkMessage(library, place) ?? '') : '';
    const branch = this.initiative && place.kind === 'branch' ? oneLine(place.branch) : undefined;
    this.#view.description = dotted(name, branch);
  }
}
