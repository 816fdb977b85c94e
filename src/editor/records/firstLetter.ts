/**
 * Offers completion at the first letter of a field or value. Code asks for completion while words are typed; Markdown,
 * by default, does not, and a record is written like code.
 */
import * as vscode from 'vscode';
import { recordNamed } from '../../core/editing/named.ts';
import { placeAt } from '../../core/editing/place.ts';
import { suggest } from '../../core/editing/suggest.ts';
import { kindNameOf } from '../../core/records/all.ts';
import type { Feature } from '../feature.ts';
import { logError } from '../report.ts';
import type { Workspace } from '../workspace.ts';
import { TRIGGERS } from './completion.ts';
import { recordFile } from './file.ts';

export const firstLetter: Feature = (workspace) => {
  // Where a typed character has just asked for completion: the next letter narrows that down.
  let asked: number | undefined;
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, second] = contentChanges;
    if (!change || second || reason !== undefined || document !== vscode.window.activeTextEditor?.document) return;
    const { text, rangeOffset, rangeLength } = change;
    const isFollowUp = rangeOffset === asked;
    asked = TRIGGERS.includes(text) ? rangeOffset + 1 : undefined;
    if (isFollowUp || rangeLength > 0 || !/^[a-z]$/i.test(text) || !isFirst(document, rangeOffset)) return;
    if (asksItself(document) || !isOffered(workspace, document, rangeOffset + 1, text)) return;
    vscode.commands.executeCommand('editor.action.triggerSuggest').then(undefined, logError);
  });
};

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

/** Whether there is something to offer: where there is not, asking would only say so. */
function isOffered(workspace: Workspace, document: vscode.TextDocument, offset: number, letter: string): boolean {
  const file = recordFile(workspace, document);
  const place = file && placeAt(file.text, offset, file.whole);
  if (!file || !place) return false;
  const { path, text } = file;
  const { library, now } = file.folder.because;
  const kind = kindNameOf({ path, raw: { record: recordNamed(text) } });
  const found = suggest({ library, kind, path, text, now: now() }, place);
  return found?.all.some(({ label, filter = label }) => filter.toLowerCase().includes(letter.toLowerCase())) ?? false;
}
