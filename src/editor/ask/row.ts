/** One row of a tree, as the editor and the menus hold it. */
import type { OutlineNode } from '../../core/outline/node.ts';
import type { Folder, Located } from '../workspace/folder.ts';

/** Menus are given the row: `located` is the record it stands for or belongs to. */
export class Row {
  node: OutlineNode;
  readonly folder: Folder;
  readonly parent: Row | undefined;
  /** Made when somebody unfolded the row. */
  children: readonly Row[] | undefined;

  constructor(node: OutlineNode, folder: Folder, parent: Row | undefined) {
    this.node = node;
    this.folder = folder;
    this.parent = parent;
  }

  get located(): Located | undefined {
    return this.node.record && { folder: this.folder, record: this.node.record };
  }
}
