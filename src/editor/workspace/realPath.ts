/** Where a file really lies: git knows it by that name alone, whatever symbolic links lead there. */
import * as vscode from 'vscode';
import { platform } from '../platform/node.ts';

/** The same file without a symbolic link in its path; the file as it is named where it is on no disk. */
export function realUri(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'file') return uri;
  const real = platform.realPath(uri.fsPath);
  // Only another case, as of a drive's letter, is no other place.
  return real.toLowerCase() === uri.fsPath.toLowerCase() ? uri : vscode.Uri.file(real);
}
