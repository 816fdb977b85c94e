/** Where a file really lies: git knows it by that name alone, whatever symbolic links lead there. */
import { realpathSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** The same file without a symbolic link in its path; the file as it is named where it is on no disk. */
export function realUri(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'file') return uri;
  const real = realPath(uri.fsPath);
  // Only another case, as of a drive's letter, is no other place.
  return real.toLowerCase() === uri.fsPath.toLowerCase() ? uri : vscode.Uri.file(real);
}

/** Also of a file that is not there any more, or not yet: then its folder is looked at. */
function realPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    const above = path.dirname(file);
    return above === file ? file : path.join(realPath(above), path.basename(file));
  }
}
