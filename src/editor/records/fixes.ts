/** Quick fixes of findings: each changes the text at hand, saved or not, and no byte more than it must. */

import * as vscode from 'vscode';
import { difference, type Piece } from '../../core/base/difference.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { type Fix, fixesFor, type Remedy } from '../../core/editing/fixes.ts';
import type { FieldChange } from '../../core/library/change.ts';
import { today } from '../../core/library/query.ts';
import type { ContextRecord, FieldPath } from '../../core/records/record.ts';
import type { Span } from '../../core/text/positions.ts';
import { command } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { type CodeAction, codeAction } from '../door/documents.ts';
import { commandId } from '../doors/commands.ts';
import { rangeIn } from '../workspace/texts.ts';
import { type Folder, rangeOf, type Workspace } from '../workspace/workspace.ts';
import { type RecordFile, recordFile } from './file.ts';

/** The command behind the quick fix that makes a missing record; no person calls it. */
export const createReferred: Opens = ({ workspace }) => command((missing) => create(workspace, missing as Missing));

interface Missing {
  readonly folder: string;
  readonly kind: string;
  readonly id: string;
}

/** The fixes of the findings that touch a range. */
export async function fixesAt(
  workspace: Workspace,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<CodeAction[] | undefined> {
  const file = recordFile(workspace, document);
  if (!file) return undefined;
  const record = await recordOf(file);
  if (!record) return undefined;
  const { library } = file.folder;
  return library.findings(record, today(library, file.folder.because.now())).flatMap((finding) => {
    const place = rangeOf(record.source.text, finding.span);
    if (!place.intersection(range)) return [];
    const told = diagnostics.filter(({ source, code }) => source === 'because' && code === finding.code);
    return fixesFor(library, record, finding).flatMap((fix) => actionOf(document, file, { place, told, fix }) ?? []);
  });
}

/** The record as the text at hand says it; what is typed right now may not have been read yet. */
async function recordOf({ folder, path, text }: RecordFile): Promise<ContextRecord | undefined> {
  await folder.because.ready();
  const known = folder.library.files.get(path);
  if (known && withoutMark(known.source.text) === text) return known;
  await folder.because.refresh([path]);
  return folder.library.files.get(path);
}

const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);

interface Mending {
  readonly place: vscode.Range;
  readonly told: readonly vscode.Diagnostic[];
  readonly fix: Fix;
}

function actionOf(
  document: vscode.TextDocument,
  file: RecordFile,
  { place, told, fix }: Mending,
): CodeAction | undefined {
  const action = codeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [...told];
  action.isPreferred = fix.preferred;
  const done = commandOf(file.folder, fix.remedy);
  if (done) action.command = { title: fix.title, ...done };
  else {
    const edit = editOf(document, file, place, fix.remedy);
    if (!edit) return undefined;
    action.edit = edit;
  }
  return action;
}

function commandOf({ root }: Folder, remedy: Remedy): Pick<vscode.Command, 'command' | 'arguments'> | undefined {
  const folder = root.toString();
  if (remedy.do === 'create') {
    const missing: Missing = { folder, kind: remedy.kind, id: remedy.id };
    return { command: commandId('createReferred'), arguments: [missing] };
  }
  if (remedy.do === 'validate')
    return { command: commandId('validatePersona'), arguments: [{ folder, persona: remedy.persona }] };
  if (remedy.do !== 'evidence') return undefined;
  return { command: commandId('addEvidence'), arguments: [{ folder, initiative: remedy.initiative }] };
}

/** Undefined where the text cannot be changed without loss: then there is no such fix. */
function editOf(
  document: vscode.TextDocument,
  file: RecordFile,
  place: vscode.Range,
  remedy: Remedy,
): vscode.WorkspaceEdit | undefined {
  const edit = new vscode.WorkspaceEdit();
  try {
    if (remedy.do === 'replace') edit.replace(document.uri, place, remedy.text);
    else if (remedy.do === 'rewrite') {
      const snippet = new vscode.SnippetString();
      for (const part of remedy.parts) {
        if (typeof part === 'string') snippet.appendText(part);
        else snippet.appendPlaceholder(part.hole);
      }
      edit.set(document.uri, [new vscode.SnippetTextEdit(place, snippet)]);
    } else if (remedy.do === 'set') {
      const piece = fieldEdit(file, [[remedy.path, remedy.value]]);
      edit.replace(document.uri, rangeIn(document, piece), piece.text);
    } else if (remedy.do === 'fill') {
      const piece = fieldSnippet(file, remedy.path, remedy.values);
      const snippet = new vscode.SnippetTextEdit(rangeIn(document, piece), piece.snippet);
      // Indented as the file is, by the edit itself.
      snippet.keepWhitespace = true;
      edit.set(document.uri, [snippet]);
    }
  } catch (error) {
    if (error instanceof BecauseError) return undefined;
    throw error;
  }
  return edit;
}

/** Stands for the value that a person will write: a word no record holds. */
const BLANK = 'BECAUSE-7f3k9q2m-BLANK';

/** The edit that sets fields of a record's text, and no other byte. Throws what setting them throws. */
function fieldEdit({ folder, path, text }: RecordFile, changes: readonly FieldChange[]): Piece {
  return difference(text, folder.because.edited(path, text, changes));
}

/** The snippet that writes a field's name and leaves its value to the person. */
function fieldSnippet(
  file: RecordFile,
  field: FieldPath,
  values: readonly string[],
): { readonly snippet: vscode.SnippetString } & Span {
  const { start, end, text } = fieldEdit(file, [[field, BLANK]]);
  const snippet = new vscode.SnippetString();
  const [before = '', after = ''] = text.split(BLANK);
  snippet.appendText(before);
  if (values.length > 0) snippet.appendChoice([...values]);
  else snippet.appendTabstop(0);
  return { start, end, snippet: snippet.appendText(after) };
}

/** Writes the record that a reference misses, and opens it. */
async function create({ folders }: Workspace, missing: Missing): Promise<void> {
  const folder = folders.find(({ root }) => root.toString() === missing.folder);
  await vscode.commands.executeCommand(commandId('newRecord'), missing);
  const record = folder?.library.find(missing.id);
  if (folder && record) await vscode.window.showTextDocument(folder.uriOf(record));
}
