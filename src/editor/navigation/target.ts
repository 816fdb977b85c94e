/** What a place in a document speaks of: an issue key in any text, a reference or the id in a record's own fields. */
import * as vscode from 'vscode';
import { beginningOf } from '../../core/library/naming.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Span } from '../../core/text/positions.ts';
import type { Folder } from '../workspace/folder.ts';
import { rangeOf, type Workspace } from '../workspace/workspace.ts';

/** Characters; what is longer was not written by a person. */
export const LONGEST_LINE = 10_000;

export interface Target {
  readonly folder: Folder;
  /** As it is written there: a record's id, or a key under an initiative. */
  readonly id: string;
  readonly range: vscode.Range;
  /** The record meant, where there is one. */
  readonly record: ContextRecord | undefined;
}

/** What stands at a place; undefined where nothing known does. */
export async function targetAt(
  workspace: Workspace,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Target | undefined> {
  const folder = workspace.folderFor(document.uri);
  if (!folder) return undefined;
  await folder.because.ready();
  return inFields(folder, document, position) ?? inText(folder, document, position);
}

function inFields(folder: Folder, document: vscode.TextDocument, position: vscode.Position): Target | undefined {
  const file = folder.recordAt(document.uri);
  if (!file) return undefined;
  const at = (span: Span | undefined): vscode.Range | undefined => {
    const range = span && rangeOf(file.source.text, span);
    return range?.contains(position) ? range : undefined;
  };
  const { library } = folder;
  for (const { id, field } of file.references) {
    const range = at(file.source.locate(field, 'value'));
    if (range) return { folder, id, range: withoutQuotes(document, range), record: library.find(id) };
  }
  const own = at(file.source.locate(['id'], 'value'));
  return own && { folder, id: file.id, range: withoutQuotes(document, own), record: file };
}

function inText(folder: Folder, document: vscode.TextDocument, { line, character }: vscode.Position) {
  const match = folder.library.keys.at(document.lineAt(line).text, character);
  if (!match) return undefined;
  const record = folder.library.initiativeOf(match.key) ?? folder.library.find(match.key);
  return { folder, id: match.key, range: new vscode.Range(line, match.start, line, match.end), record };
}

function withoutQuotes(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  return /^(["']).*\1$/.test(document.getText(range))
    ? new vscode.Range(range.start.translate(0, 1), range.end.translate(0, -1))
    : range;
}

/** Where a record begins for a reader: at its id, else its title, else the top of its file. */
export function locationOf(folder: Folder, record: ContextRecord): vscode.Location {
  return new vscode.Location(folder.uriOf(record), rangeOf(record.source.text, beginningOf(record)));
}
