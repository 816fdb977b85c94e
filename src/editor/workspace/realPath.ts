/** Where a file really lies: git knows it by that name alone, whatever symbolic links lead there. */
import * as vscode from 'vscode';
import { platform } from '../platform/node.ts';

/** The same file without a symbolic link in its path; the file as it is named where it is on no disk. */
export function realUri(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'file') return uri;
  const real = platform.realPath(uri.fsPath);
  return real === uri.fsPath ? uri : vscode.Uri.file(real);
}
