/** A view of the sidebar: follows the folder that is shown, draws its outline while somebody looks, and forgets it else. */
import * as vscode from 'vscode';
import type { Library } from '../../core/library/library.ts';
import { clockRuns } from '../../core/library/query.ts';
import type { OutlineNode } from '../../core/outline/node.ts';
import type { Row } from '../ask/row.ts';
import { createTreeView, type TreeView } from '../door/views.ts';
import { plain } from '../door/words.ts';
import { type ViewName, viewId } from '../doors/views.ts';
import type { Folder } from '../workspace/folder.ts';
import { Minutes } from '../workspace/minutes.ts';
import { logError } from '../workspace/report.ts';
import type { ShownFolder } from './shown.ts';
import { OutlineTree } from './tree.ts';

/** What a view shows of a folder. */
export interface Outline {
  readonly rows: readonly OutlineNode[];
  /** What is said above the rows. */
  readonly message?: string | undefined;
  /** What is said beside the view's name. */
  readonly description: string;
}

export class OutlineView implements vscode.Disposable {
  readonly tree: OutlineTree;
  readonly #name: ViewName;
  readonly #shown: ShownFolder;
  readonly #outlineOf: (folder: Folder) => Outline | undefined | Promise<Outline | undefined>;
  readonly #view: TreeView<Row>;
  readonly #subscriptions: vscode.Disposable;
  /** How much time is left is told anew each minute, while anybody waits and somebody looks. */
  readonly #minutes = new Minutes(() => this.load());
  readonly #ticks: (library: Library) => boolean;

  /** `outlineOf` tells what to show now; undefined for what is shown already. `ticks` tells whether minutes count. */
  constructor(
    name: ViewName,
    shown: ShownFolder,
    outlineOf: (folder: Folder) => Outline | undefined | Promise<Outline | undefined>,
    ticks: (library: Library) => boolean = clockRuns,
  ) {
    this.#name = name;
    this.#ticks = ticks;
    this.#shown = shown;
    this.#outlineOf = outlineOf;
    this.tree = new OutlineTree(() => this.load());
    this.#view = createTreeView(viewId(name), { treeDataProvider: this.tree, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.tree,
      this.#view,
      this.#minutes,
      shown.onDidChange(() => this.update()),
      this.#view.onDidChangeVisibility(() => this.update()),
    );
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  /** Draws it anew where somebody looks. */
  update(): void {
    if (this.visible) this.load().catch(logError);
    else {
      this.#minutes.go(false);
      this.tree.forget();
    }
  }

  /** The number on the icon of all views, with what it counts; none for nothing. */
  count(value: number, words: string): void {
    this.#view.badge = value > 0 ? { value, tooltip: plain(words) } : undefined;
  }

  async load(): Promise<void> {
    const { folder } = this.#shown;
    if (!folder) return this.tree.show(undefined, []);
    await folder.because.ready();
    const outline = await this.#outlineOf(folder);
    // Meanwhile the person may have gone elsewhere.
    if (outline && folder === this.#shown.folder) this.show(folder, outline);
    this.#minutes.go(this.visible && this.#ticks(folder.library));
  }

  show(folder: Folder, { rows, message, description }: Outline): void {
    this.tree.show(folder, rows);
    this.#view.message = plain(message ?? '');
    this.#view.description = plain(description);
  }

  /** Brings the view to the front. */
  async focus(): Promise<void> {
    await vscode.commands.executeCommand(`${viewId(this.#name)}.focus`);
  }

  /** Selects the row that `rowNow` finds, in front of all, and unfolds it where that is wanted; whether there was one. */
  async select(rowNow: () => Row | undefined, unfolded = false): Promise<boolean> {
    // The workbench knows no row of a view that was never drawn.
    if (!this.visible) await this.focus();
    return this.tree.select(this.#view, rowNow, unfolded);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
