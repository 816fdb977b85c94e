/** Help in record files: what a field is for, and who or what an id stands for. */
import type * as vscode from 'vscode';
import { meaningAt } from '../../core/editing/meaning.ts';
import { type Hover, hover, markdown } from '../door/documents.ts';
import { bold, paragraphs, words } from '../door/words.ts';
import { rangeIn } from '../workspace/texts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { recordFile } from './file.ts';

/** What the word at a place means; undefined where that is for others to say. */
export async function hoverAt(
  workspace: Workspace,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Hover | undefined> {
  const file = recordFile(workspace, document);
  if (!file) return undefined;
  await file.folder.because.ready();
  const { library, me } = file.folder;
  const meaning = meaningAt(library, me, file, document.offsetAt(position));
  if (!meaning) return undefined;
  const lines = meaning.lines.map((line) => line && words(line));
  return hover([markdown(paragraphs([bold(meaning.heading), ...lines]))], rangeIn(document, meaning.span));
}
