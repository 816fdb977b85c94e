/** The signs at the end of rows that must not wait, drawn as the editor draws those of files. */
import * as vscode from 'vscode';
import { registerFileDecorationProvider } from '../door/register.ts';
import { plain } from '../door/words.ts';

/** No file has such an address, so the sign is seen on our rows alone. */
const SCHEME = 'because-sign';

/** What a row goes by whose sign says these words. */
export const signOf = (words: string): vscode.Uri => vscode.Uri.from({ scheme: SCHEME, path: '/', query: words });

/** Draws the sign of such a row. */
export const signs = (): vscode.Disposable =>
  registerFileDecorationProvider(({ scheme, query }) =>
    scheme === SCHEME ? { badge: plain('!'), tooltip: plain(query) } : undefined,
  );
