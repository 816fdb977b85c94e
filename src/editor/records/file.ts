/** The files of records in the editor: which documents they are, and how features listen to them alone. */
import * as vscode from 'vscode';
import { TEAM_FILE } from '../../core/kinds/team.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

/** A record's file as it stands in the editor. */
export interface RecordFile {
  readonly folder: Folder;
  /** Below the context folder. */
  readonly path: string;
  readonly text: string;
  /** YAML alone, as because.yml is. */
  readonly whole: boolean;
}

/** The record's file a document is; undefined for any other document. */
export function recordFile(workspace: Workspace, document: vscode.TextDocument): RecordFile | undefined {
  const folder = workspace.folderOf(document.uri);
  const path = folder?.pathOf(document.uri);
  if (!folder || path === undefined) return undefined;
  const whole = path === TEAM_FILE;
  return whole || isRecord(path) ? { folder, path, text: document.getText(), whole } : undefined;
}

/** Every Markdown file there is a record, but hidden ones and what explains the folder to people. */
function isRecord(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.endsWith('.md') && !name.startsWith('.') && name !== 'README.md';
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
