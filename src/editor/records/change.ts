/** Changes of fields as edits of an open text: the smallest piece that differs, so that cursors stay where they are. */
import * as vscode from 'vscode';
import type { FieldChange } from '../../because.ts';
import { difference, type Piece } from '../../core/base/difference.ts';
import type { FieldPath } from '../../core/records/record.ts';
import type { RecordFile } from './file.ts';

/** Stands for the value that a person will write: a word no record holds. */
const BLANK = 'BECAUSE-7f3k9q2m-BLANK';

/** The edit that sets fields of a record's text, and no other byte. Throws what setting them throws. */
export function fieldEdit({ folder, path, text }: RecordFile, changes: readonly FieldChange[]): Piece {
  return difference(text, folder.because.edited(path, text, changes));
}

/** The snippet that writes a field's name and leaves its value to the person. */
export function fieldSnippet(file: RecordFile, field: FieldPath, values: readonly string[]): SnippetPiece {
  const { start, end, text } = fieldEdit(file, [[field, BLANK]]);
  const snippet = new vscode.SnippetString();
  const [before = '', after = ''] = text.split(BLANK);
  snippet.appendText(before);
  if (values.length > 0) snippet.appendChoice([...values]);
  else snippet.appendTabstop(0);
  return { start, end, snippet: snippet.appendText(after) };
}

export interface SnippetPiece {
  readonly start: number;
  readonly end: number;
  readonly snippet: vscode.SnippetString;
}
