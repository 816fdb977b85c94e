/** What integration tests do to the real editor: open a folder of their own, wait for events, clean up. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { PATIENCE } from './eventually.ts';
import { type Files, type Folder, makeFolder } from './folder.ts';

export { eventually } from './eventually.ts';

/** A folder on disk that is open in this window. */
export interface OpenFolder extends Folder {
  readonly uri: vscode.Uri;
  readonly workspaceFolder: vscode.WorkspaceFolder;
  /** The address of a file in it. */
  at(relativePath: string): vscode.Uri;
}

const opened: Folder[] = [];

/** Makes a temporary folder with these files and adds it to the window; it goes away after the test. */
export async function openFolder(files: Files = {}, name?: string): Promise<OpenFolder> {
  return addFolder(await makeFolder(files, name));
}

/** Adds a folder that is already on disk (a copy of the demo, a git clone) to the window, for this test. */
export async function addFolder(folder: Folder): Promise<OpenFolder> {
  opened.push(folder);
  const uri = vscode.Uri.file(folder.path);
  await changeFolders((vscode.workspace.workspaceFolders ?? []).length, 0, [{ uri }]);
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri);
  if (!workspaceFolder) throw new Error(`${folder.path} was not opened.`);
  return {
    ...folder,
    uri,
    workspaceFolder,
    at: (relativePath) => vscode.Uri.file(path.join(folder.path, relativePath)),
  };
}

/** The first value an event gives that `matches`; rejects after `within` milliseconds. */
export function next<T>(
  event: vscode.Event<T>,
  matches: (value: T) => boolean = () => true,
  within = PATIENCE,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      listener.dispose();
      reject(new Error(`No such event within ${within} ms.`));
    }, within);
    const listener = event((value) => {
      if (!matches(value)) return;
      clearTimeout(late);
      listener.dispose();
      resolve(value);
    });
  });
}

/** Closes every editor and removes every folder; runs after each test. */
export async function closeEverything(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const count = opened.length === 0 ? 0 : (vscode.workspace.workspaceFolders ?? []).length;
  if (count > 0) await changeFolders(0, count, []);
  for (const folder of opened.splice(0)) await folder.remove();
}

async function changeFolders(start: number, removed: number, added: { uri: vscode.Uri }[]): Promise<void> {
  const changed = next(vscode.workspace.onDidChangeWorkspaceFolders);
  if (!vscode.workspace.updateWorkspaceFolders(start, removed, ...added))
    throw new Error('VS Code refused to change its folders.');
  await changed;
}
