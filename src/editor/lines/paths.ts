/** How files are called in their workspace folder, whichever name they are opened by. */
import type * as vscode from 'vscode';
import type { Folder } from '../workspace/folder.ts';
import { realUri } from '../workspace/realPath.ts';

/** The path of a file from its workspace folder. */
export function pathIn(folder: Folder, uri: vscode.Uri): string | undefined {
  const prefix = `${folder.root.path}/`;
  const same = uri.scheme === folder.root.scheme && uri.authority === folder.root.authority;
  return same && uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
}

/** The path of a file from its workspace folder, without symbolic links where both lie in it. */
export function realPathIn(folder: Folder, uri: vscode.Uri): string | undefined {
  const [root, real] = [folder.realRoot.path, realUri(uri).path];
  return uri.scheme === folder.root.scheme && real.startsWith(`${root}/`)
    ? real.slice(root.length + 1)
    : pathIn(folder, uri);
}

/** The names a file goes by in its workspace folder: where it really lies, and by which it is opened. */
export function namesIn(folder: Folder, uri: vscode.Uri): readonly string[] {
  const names = [realPathIn(folder, uri), pathIn(folder, uri)];
  return [...new Set(names.filter((name) => name !== undefined))];
}
