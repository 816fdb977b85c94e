/** The line of code somebody means: of the cursor, a selection, or the menu of the line numbers. */
import * as vscode from 'vscode';
import { anchorAt } from '../../core/records/anchor.ts';
import type { Anchor } from '../../core/records/kind.ts';
import { linesIn } from '../../core/records/trackedLine.ts';
import type { Folder } from '../workspace/folder.ts';
import { documentAt } from '../workspace/texts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Originals } from './originals.ts';
import { realPathIn } from './paths.ts';

/** A line of a document, as it was when somebody meant it. */
export interface SeenLine {
  readonly anchor: Anchor;
  readonly document: vscode.TextDocument;
  readonly version: number;
}

/** The line as the checked-out commit has it, in so far as it does; undefined where none was meant. */
export async function originalOf(workspace: Workspace, folder: Folder, seen: SeenLine | undefined) {
  return seen && new Originals(workspace).inCommit(folder, seen.anchor, seen.document);
}

/** The line a menu was opened on, or that is selected; a bare cursor means no line. */
export function lineOf(workspace: Workspace, folder: Folder, source: unknown): SeenLine | undefined {
  const editor = vscode.window.activeTextEditor;
  const clicked = lineNumberOf(source);
  const onLine = source instanceof vscode.Uri || editor?.selection.isEmpty === false;
  const document = clicked ? documentAt(clicked.uri) : onLine ? editor?.document : undefined;
  return lineIn(workspace, folder, document, clicked?.line ?? editor?.selection.start.line ?? 0);
}

/** The line of the cursor in a file of code, unless there is nothing on it. */
export function lineOfCursor(workspace: Workspace, folder: Folder): SeenLine | undefined {
  const editor = vscode.window.activeTextEditor;
  return lineIn(workspace, folder, editor?.document, editor?.selection.active.line ?? 0);
}

function lineIn(
  workspace: Workspace,
  folder: Folder,
  document: vscode.TextDocument | undefined,
  line: number,
): SeenLine | undefined {
  if (!document || workspace.folderOf(document.uri) !== folder || folder.pathOf(document.uri)) return undefined;
  const path = realPathIn(folder, document.uri);
  if (path === undefined) return undefined;
  const anchor = anchorAt(linesIn(document), line, path);
  return anchor && { anchor, document, version: document.version };
}

/** The menu of the line numbers passes where it was opened. */
export function lineNumberOf(source: unknown): { uri: string; line: number } | undefined {
  if (typeof source !== 'object' || source === null || !('lineNumber' in source) || !('uri' in source))
    return undefined;
  return { uri: String(source.uri), line: Number(source.lineNumber) - 1 };
}
