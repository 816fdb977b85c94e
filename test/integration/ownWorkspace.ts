/** A workspace of a test's own beside the product's, where the editor does not tell what the product shows. */
import * as vscode from 'vscode';
import { Workspace } from '../../src/editor/workspace/workspace.ts';
import type { OpenFolder } from '../support/editor.ts';

/** The open folders as the product has them. What it keeps lies beside the folder. */
export function ownWorkspace(folder: OpenFolder): Workspace {
  const memento: vscode.Memento = { keys: () => [], get: () => undefined, update: () => Promise.resolve() };
  const globalStorageUri = vscode.Uri.joinPath(folder.uri, '..', 'storage');
  return new Workspace({ workspaceState: memento, globalStorageUri } as unknown as vscode.ExtensionContext);
}
