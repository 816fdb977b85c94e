/** An objection that somebody has made, on its way to an answer. */
import type * as vscode from 'vscode';
import type { Initiative } from '../../core/kinds/all.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

/** An objection that is written down. */
export interface Objected {
  readonly workspace: Workspace;
  readonly memory: vscode.Memento;
  readonly folder: Folder;
  readonly initiative: Initiative;
  /** The objection's id. */
  readonly objection: string;
}
