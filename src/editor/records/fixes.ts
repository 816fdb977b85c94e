/** Quick fixes of findings: each changes the text at hand, saved or not, and no byte more than it must. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { type Fix, fixesFor, type Remedy } from '../../core/editing/fixes.ts';
import type { Advice, ContextRecord } from '../../core/records/record.ts';
import { command } from '../commands/commands.ts';
import type { Feature } from '../commands/feature.ts';
import { type CodeAction, codeAction } from '../door/documents.ts';
import { type Folder, rangeOf, type Workspace } from '../workspace/workspace.ts';
import { fieldEdit, fieldSnippet } from './change.ts';
import { CREATE_REFERRED, type RecordFile, recordFile } from './file.ts';

/** The command behind the fix that makes a missing record. */
export const createReferred: Feature = (workspace) =>
  command(CREATE_REFERRED, (folder, kind, id) => create(workspace, String(folder), String(kind), String(id)));

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
  return library.findings(record).flatMap((finding) => {
    const place = rangeOf(record.source.text, finding.span);
    if (!place.intersection(range)) return [];
    const told = diagnostics.filter(({ source, code }) => source === 'because' && code === finding.code);
    return fixesFor(library, record, finding).flatMap(
      (fix) => actionOf(document, file, { record, finding, place, told, fix }) ?? [],
    );
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
  readonly record: ContextRecord;
  readonly finding: Advice;
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
  if (remedy.do === 'create') return { command: CREATE_REFERRED, arguments: [folder, remedy.kind, remedy.id] };
  if (remedy.do !== 'evidence') return undefined;
  return { command: 'because.addEvidence', arguments: [{ folder, initiative: remedy.initiative }] };
}

/** Undefined where the text cannot be changed without loss: then there is no such fix. */
function editOf(
  document: vscode.TextDocument,
  file: RecordFile,
  place: vscode.Range,
  remedy: Remedy,
): vscode.WorkspaceEdit | undefined {
  const rangeIn = ({ start, end }: { readonly start: number; readonly end: number }) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  const edit = new vscode.WorkspaceEdit();
  try {
    if (remedy.do === 'replace') edit.replace(document.uri, place, remedy.text);
    else if (remedy.do === 'set') {
      const piece = fieldEdit(file, [[remedy.path, remedy.value]]);
      edit.replace(document.uri, rangeIn(piece), piece.text);
    } else if (remedy.do === 'fill') {
      const piece = fieldSnippet(file, remedy.path, remedy.values);
      const snippet = new vscode.SnippetTextEdit(rangeIn(piece), piece.snippet);
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

/** Writes the record that a reference misses, and opens it. */
async function create(workspace: Workspace, root: string, kind: string, id: string): Promise<void> {
  const folder = workspace.folders.find((one) => one.root.toString() === root);
  await vscode.commands.executeCommand('because.newRecord', { folder: root, kind, id });
  const record = folder?.library.find(id);
  if (folder && record) await vscode.window.showTextDocument(folder.uriOf(record));
}
