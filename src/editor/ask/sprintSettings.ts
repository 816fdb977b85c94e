/** What the Sprint view of a folder shows, as the person left it. */
import type * as vscode from 'vscode';
import { type Order, orders } from '../../core/outline/order.ts';
import { choiceIn, type ScopeChoice } from '../../core/outline/scope.ts';
import { type Grouping, groupings } from '../../core/outline/sprint.ts';
import type { Folder } from '../workspace/folder.ts';

export interface SprintSettings {
  readonly choice: ScopeChoice;
  readonly filter: string;
  readonly grouping: Grouping;
  readonly order: Order;
  /** The shipped initiatives whose moment the person has put away. */
  readonly hushed: readonly string[];
}

const keyOf = (folder: Folder | undefined): string => `sprint:${folder?.root.toString() ?? ''}`;

/** What was kept; the usual where nothing was, or nothing that makes sense. */
export function settingsKept(memory: vscode.Memento, folder: Folder | undefined): SprintSettings {
  const { choice, filter, grouping, order, hushed }: { readonly [name: string]: unknown } = Object(
    memory.get(keyOf(folder)),
  );
  return {
    choice: choiceIn(choice) ?? { kind: 'current' },
    filter: typeof filter === 'string' ? filter : '',
    grouping: groupings.find((each) => each === grouping) ?? 'none',
    order: orders.find((each) => each === order) ?? 'key',
    hushed: Array.isArray(hushed) ? hushed.filter((each) => typeof each === 'string') : [],
  };
}

/** Keeps what is shown from now on. */
export function keepSettings(
  memory: vscode.Memento,
  folder: Folder | undefined,
  settings: SprintSettings,
): Thenable<void> {
  return memory.update(keyOf(folder), settings);
}
