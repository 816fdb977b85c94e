/**
 * Offers completion at the first letter of a field or value. Code asks for completion while words are typed; Markdown,
 * by default, does not, and a record is written like code.
 */
import * as vscode from 'vscode';
import type { Feature } from '../commands/live.ts';
import { logError } from '../workspace/report.ts';
import { type RecordFile, recordFile } from './file.ts';

/** The characters after which there is something new to offer. */
export const TRIGGERS: readonly string[] = [' ', '[', '{', ',', '"', "'", '-'];

export const firstLetter: Feature = ({ workspace }) => {
  // Where a typed character has just asked for completion: the next letter narrows that down.
  let asked: number | undefined;
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, second] = contentChanges;
    if (!change || second || reason !== undefined || document !== vscode.window.activeTextEditor?.document) return;
    const { text, rangeOffset, rangeLength } = change;
    const isFollowUp = rangeOffset === asked;
    asked = TRIGGERS.includes(text) ? rangeOffset + 1 : undefined;
    if (isFollowUp || rangeLength > 0 || !/^[a-z]$/i.test(text) || !isFirst(document, rangeOffset)) return;
    const file = asksItself(document) ? undefined : recordFile(workspace, document);
    if (file) offer(file, rangeOffset + 1, text).catch(logError);
  });
};

/** Asks for completion where there is something to offer: where there is not, asking would only say so. */
async function offer(file: RecordFile, offset: number, letter: string): Promise<void> {
  const { isOffered } = await import('./completion.ts');
  if (isOffered(file, offset, letter)) await vscode.commands.executeCommand('editor.action.triggerSuggest');
}

function isFirst(document: vscode.TextDocument, offset: number): boolean {
  const position = document.positionAt(offset);
  return position.character === 0 || /[\s[{,"']/.test(document.lineAt(position).text[position.character - 1] ?? '');
}

/** Whether the person has completion while typing switched on. */
function asksItself(document: vscode.TextDocument): boolean {
  const set = vscode.workspace.getConfiguration('editor', document).get<unknown>('quickSuggestions');
  const other = typeof set === 'object' && set !== null && 'other' in set ? set.other : set;
  return other === true || other === 'on' || other === 'inline';
}
