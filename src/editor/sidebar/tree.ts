/** Shows an outline as a native tree: rows are kept over changes, and only what changed is drawn again. */
import * as vscode from 'vscode';
import { childrenOf, looksAlike, type OutlineNode } from '../../core/outline/node.ts';
import { Row } from '../ask/row.ts';
import type { TreeItem } from '../door/views.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import { itemOf, tooltipOf } from './item.ts';

/** How often a row that the workbench does not know yet is selected again, and the milliseconds between at most. */
const SELECT_TRIES = 10;
const A_MOMENT = 200;

/** Levels that are unfolded below a row: an initiative and its Why, whose problems open by themselves. */
const UNFOLDED = 2;

export class OutlineTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<Row[] | undefined>();
  readonly #load: () => Promise<void>;
  #folder: Folder | undefined;
  #roots: readonly Row[] | undefined;
  #answering = false;
  /** Who waits for the workbench to ask for the top rows. */
  readonly #waiting: (() => void)[] = [];

  readonly onDidChangeTreeData = this.#changes.event;

  /** `load` calls `show`; it is called when rows are wanted and there are none yet. */
  constructor(load: () => Promise<void>) {
    this.#load = load;
  }

  /** Shows these rows from now on. */
  show(folder: Folder | undefined, nodes: readonly OutlineNode[]): void {
    const before = this.#folder === folder ? this.#roots : undefined;
    this.#folder = folder;
    const changed: Row[] = [];
    this.#roots = folder ? merge(before ?? [], nodes, (node) => new Row(node, folder, undefined), changed) : [];
    if (this.#answering) return;
    if (!before || !isSame(before, this.#roots)) this.#changes.fire(undefined);
    else if (changed.length > 0) this.#changes.fire(changed);
  }

  /**
   * Selects a row of the view that shows this tree; `rowNow` finds it, since rows may be made anew meanwhile. A view that
   * has just come to the front may still be drawing its rows, and then knows none of them: it is asked again when it has
   * been given its rows once more, or after a moment. Resolves to whether the row was selected.
   */
  async select(
    view: Pick<vscode.TreeView<Row>, 'reveal' | 'visible'>,
    rowNow: () => Row | undefined,
    unfolded = false,
  ): Promise<boolean> {
    let wasSeen = false;
    for (let tries = 0; tries < SELECT_TRIES; tries++) {
      const row = rowNow();
      // Whoever has gone elsewhere meanwhile is not brought back; a view that is still coming to the front was not seen yet.
      if (!row || (wasSeen && !view.visible)) return false;
      wasSeen = view.visible;
      const given = this.#rowsGiven();
      try {
        await view.reveal(row, { select: true, focus: true, ...(unfolded && { expand: UNFOLDED }) });
        return true;
      } catch (error) {
        logError(error);
        await given;
      }
    }
    return false;
  }

  /** Resolves when the workbench was next given the top rows, or after a moment. */
  #rowsGiven(): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, A_MOMENT);
      this.#waiting.push(() => {
        clearTimeout(late);
        resolve();
      });
    });
  }

  /** Forgets all rows: nobody looks. They are made again when somebody does. */
  forget(): void {
    if (!this.#roots) return;
    this.#roots = undefined;
    this.#changes.fire(undefined);
  }

  /** The row at the end of a path of nodes that `show` was given. */
  rowAt(path: readonly OutlineNode[]): Row | undefined {
    let rows = this.#roots ?? [];
    let found: Row | undefined;
    for (const { id } of path) {
      found = rows.find(({ node }) => node.id === id);
      if (!found) return undefined;
      rows = unfolded(found);
    }
    return found;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return [...unfolded(row)];
    if (!this.#roots) await this.#answer();
    for (const tell of this.#waiting.splice(0)) tell();
    return [...(this.#roots ?? [])];
  }

  /** What `show` is given now is the answer itself, so nobody need be told to ask again. */
  async #answer(): Promise<void> {
    this.#answering = true;
    try {
      await this.#load();
    } finally {
      this.#answering = false;
    }
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  getTreeItem(row: Row): TreeItem {
    return itemOf(row);
  }

  resolveTreeItem(item: TreeItem, row: Row): TreeItem {
    item.tooltip = tooltipOf(row);
    return item;
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

function unfolded(row: Row): readonly Row[] {
  row.children ??= childrenOf(row.node).map((node) => new Row(node, row.folder, row));
  return row.children;
}

/** The rows of the new nodes, those that were there already kept; `changed` gathers which of them must be drawn again. */
function merge(
  before: readonly Row[],
  nodes: readonly OutlineNode[],
  make: (node: OutlineNode) => Row,
  changed: Row[],
): readonly Row[] {
  const known = new Map(before.map((row) => [row.node.id, row]));
  return nodes.map((node) => {
    const row = known.get(node.id);
    if (!row) return make(node);
    const isChanged = !looksAlike(row.node, node);
    row.node = node;
    const children = row.children;
    // Rows nobody unfolded have no children to compare; they are made anew when somebody does.
    if (children) row.children = merge(children, childrenOf(node), (child) => new Row(child, row.folder, row), changed);
    if (isChanged || (children && row.children && !isSame(children, row.children))) changed.push(row);
    return row;
  });
}

function isSame(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
