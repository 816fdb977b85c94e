/** What the Sprint view of a folder shows, as the person left it. */
import type * as vscode from 'vscode';
import { sprintSettings } from '../../core/outline/requests.ts';
import type { Choice } from '../../core/outline/scope.ts';
import type { Grouping } from '../../core/outline/sprint.ts';
import type { Folder } from '../workspace/workspace.ts';

export interface SprintSettings {
  readonly choice: Choice;
  readonly filter: string;
  readonly grouping: Grouping;
}

const defaults: SprintSettings = { choice: { kind: 'current' }, filter: '', grouping: 'none' };

const keyOf = (folder: Folder | undefined): string => `sprint:${folder?.root.toString() ?? ''}`;

/** What was kept; the usual where nothing was, or nothing that makes sense. */
export function settingsKept(memory: vscode.Memento, folder: Folder | undefined): SprintSettings {
  const parsed = sprintSettings.safeParse(memory.get(keyOf(folder)) ?? defaults);
  return parsed.success ? parsed.data : defaults;
}

/** Keeps what is shown from now on. */
export function keepSettings(
  memory: vscode.Memento,
  folder: Folder | undefined,
  settings: SprintSettings,
): Thenable<void> {
  return memory.update(keyOf(folder), settings);
}
