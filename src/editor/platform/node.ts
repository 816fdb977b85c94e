/** A computer: the one file of the editor that knows of node. */
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { folderOf, realPath } from '../../git/realPath.ts';
import { byteSource, sha256 } from '../../store/byteSource.ts';
import { cacheFileAt } from '../../store/cacheFile.ts';
import { NodeFiles } from '../../store/nodeFiles.ts';
import type { Platform } from './platform.ts';

export const platform: Platform = {
  isWindows: process.platform === 'win32',
  diskAt: ({ scheme, fsPath }, homes) => (scheme === 'file' ? new NodeFiles(fsPath, { homes }) : undefined),
  cacheAt(storage, context) {
    const name = createHash('sha256').update(context.toString()).digest('hex').slice(0, 32);
    return cacheFileAt(vscode.Uri.joinPath(storage, 'index', `${name}.cache`).fsPath);
  },
  bytesAt: async ({ scheme, fsPath }) => (scheme === 'file' ? byteSource(fsPath) : undefined),
  sha256,
  realPath,
  folderAt: folderOf,
};
