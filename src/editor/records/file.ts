/** The files of records in the editor: which documents they are, and how features listen to them alone. */
import * as vscode from 'vscode';
import type { RecordText } from '../../core/editing/place.ts';
import { isRecordPath, TEAM_FILE } from '../../core/kinds/team.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A record's file as it stands in the editor. */
export interface RecordFile extends RecordText {
  readonly folder: Folder;
}

/** The record's file a document is; undefined for any other document. */
export function recordFile(workspace: Workspace, document: vscode.TextDocument): RecordFile | undefined {
  const folder = workspace.folderOf(document.uri);
  const path = folder?.pathOf(document.uri);
  if (!folder || path === undefined) return undefined;
  return isRecordPath(path) ? { folder, path, text: document.getText(), whole: path === TEAM_FILE } : undefined;
}

/** Registers what answers for record files alone, so that no other document pays for it; again when folders change. */
export function forRecordFiles(
  workspace: Workspace,
  register: (selector: vscode.DocumentSelector) => vscode.Disposable,
): vscode.Disposable {
  const registerAll = () =>
    register(
      workspace.folders.map(({ context }) => ({
        pattern: new vscode.RelativePattern(context, `{${TEAM_FILE},**/*.md}`),
      })),
    );
  let registered = registerAll();
  const listener = workspace.onDidChange((folder) => {
    if (folder) return;
    registered.dispose();
    registered = registerAll();
  });
  return new vscode.Disposable(() => {
    listener.dispose();
    registered.dispose();
  });
}
