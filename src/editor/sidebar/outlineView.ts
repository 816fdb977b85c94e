/** A view of the sidebar: follows the folder that is shown, draws its outline while somebody looks, and forgets it else. */
import * as vscode from 'vscode';
import type { OutlineNode } from '../../core/outline/node.ts';
import type { Row } from '../ask/row.ts';
import { createTreeView, type TreeView } from '../door/views.ts';
import { plain } from '../door/words.ts';
import { type ViewName, viewId } from '../doors/views.ts';
import { logError } from '../workspace/report.ts';
import type { Folder } from '../workspace/workspace.ts';
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

/** How often a view is drawn anew that tells how much time is left, in milliseconds. */
const TICK = 60_000;

export class OutlineView implements vscode.Disposable {
  readonly tree: OutlineTree;
  readonly #name: ViewName;
  readonly #shown: ShownFolder;
  readonly #outlineOf: (folder: Folder) => Outline | undefined | Promise<Outline | undefined>;
  readonly #view: TreeView<Row>;
  readonly #subscriptions: vscode.Disposable;
  readonly #ticks: boolean;
  #clock: ReturnType<typeof setInterval> | undefined;

  /** `outlineOf` tells what to show now; undefined for what is shown already. A view that `ticks` tells the time. */
  constructor(
    name: ViewName,
    shown: ShownFolder,
    outlineOf: (folder: Folder) => Outline | undefined | Promise<Outline | undefined>,
    ticks = false,
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
      shown.onDidChange(() => this.update()),
      this.#view.onDidChangeVisibility(() => this.update()),
    );
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  /** Draws it anew where somebody looks. */
  update(): void {
    clearInterval(this.#clock);
    if (this.visible) {
      this.load().catch(logError);
      if (this.#ticks) this.#clock = setInterval(() => this.load().catch(logError), TICK);
    } else this.tree.forget();
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

  /** Selects the row that `rowNow` finds, and unfolds it where that is wanted; whether there was one. */
  select(rowNow: () => Row | undefined, unfolded = false): Promise<boolean> {
    return this.tree.select(this.#view, rowNow, unfolded);
  }

  dispose(): void {
    clearInterval(this.#clock);
    this.#subscriptions.dispose();
  }
}
