/** Views, their rows, the status bar's item and panels, whose texts may hold foreign words. */
import * as vscode from 'vscode';
import type { Markdown } from './documents.ts';
import { type Plain, plain } from './words.ts';

export type TreeView<Row> = Omit<vscode.TreeView<Row>, 'title' | 'message' | 'description' | 'badge'> & {
  message: Plain;
  description: Plain;
  badge: { readonly value: number; readonly tooltip: Plain } | undefined;
};

interface TreeViewOptions<Row> extends Omit<vscode.TreeViewOptions<Row>, 'treeDataProvider'> {
  readonly treeDataProvider: Omit<vscode.TreeDataProvider<Row>, 'getTreeItem' | 'resolveTreeItem'> & {
    getTreeItem(row: Row): TreeItem;
    resolveTreeItem(item: TreeItem, row: Row): TreeItem;
  };
}

export const createTreeView = <Row>(id: string, options: TreeViewOptions<Row>): TreeView<Row> =>
  vscode.window.createTreeView(id, options) as TreeView<Row>;

export type TreeItem = Omit<vscode.TreeItem, 'label' | 'description' | 'tooltip' | 'accessibilityInformation'> & {
  label: Plain;
  description: Plain;
  tooltip?: Markdown;
  accessibilityInformation: { readonly label: Plain };
};

/** The texts of a row of a tree, and how it is said aloud. */
interface RowTexts {
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
}

/** A row of a tree; its tooltip is added when somebody rests on it. */
export function treeItem(texts: RowTexts, fold: vscode.TreeItemCollapsibleState): TreeItem {
  const item = new vscode.TreeItem(plain(texts.label), fold);
  item.description = plain(texts.description);
  item.accessibilityInformation = { label: plain(texts.spoken) };
  return item as TreeItem;
}

export type StatusBarItem = Omit<vscode.StatusBarItem, 'text' | 'tooltip' | 'accessibilityInformation'> & {
  text: Plain;
  tooltip: Plain | Markdown | undefined;
  accessibilityInformation: { readonly label: Plain; readonly role: string } | undefined;
};

export const createStatusBarItem = (id: string, side: vscode.StatusBarAlignment, priority: number): StatusBarItem =>
  vscode.window.createStatusBarItem(id, side, priority) as StatusBarItem;

/** Gives a panel its title. */
export function titlePanel(panel: vscode.WebviewPanel, title: string): void {
  panel.title = plain(title);
}
