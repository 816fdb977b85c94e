/** Saving a text of ours where the person wants it. */
import * as vscode from 'vscode';
import { oneLine } from '../../core/text/foreignText.ts';

/** Asks where, with a name proposed, never a place; the file, or undefined where the person turned away. */
export async function saveAs(root: vscode.Uri, name: string, text: string): Promise<vscode.Uri | undefined> {
  const file = oneLine(name).replaceAll(/[\\/:*?"<>|]/g, '-');
  const uri = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(root, file) });
  if (uri) await writeText(uri, text);
  return uri;
}

export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
