/** Quick fixes of findings: each changes the text at hand, saved or not, and no byte more than it must. */

import * as vscode from 'vscode';
import { difference, type Piece } from '../../core/base/difference.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { BLANK, type Fix, fixesFor, type Remedy } from '../../core/editing/fixes.ts';
import type { FieldChange } from '../../core/library/change.ts';
import { today } from '../../core/library/query.ts';
import { wordsRequest } from '../../core/outline/requests.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Span } from '../../core/text/positions.ts';
import type { RewritePart } from '../../core/wording/wording.ts';
import { command, gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { type CodeAction, codeAction } from '../door/documents.ts';
import { commandId } from '../doors/commands/all.ts';
import type { Folder } from '../workspace/folder.ts';
import { rangeIn } from '../workspace/texts.ts';
import { rangeOf, type Workspace } from '../workspace/workspace.ts';
import { type RecordFile, recordFile } from './file.ts';

/** The command behind the quick fix that makes a missing record; no person calls it. */
export const createReferred: Opens = ({ workspace }) => command((missing) => create(workspace, missing as Missing));

/** Opens a record beside the page that tells a finding of the wording checks: with the words another way, or else selected. */
export const rewriteWords: Opens = ({ workspace }) =>
  gestureCommand(wordsRequest, async (input) => {
    if (!input) return undefined;
    await workspace.ready();
    const folder = folderMeant(workspace, { address: input.folder, given: { id: input.id } });
    const known = folder.library.find(input.id);
    if (!known) throw new BecauseError('not-found', t('No record has the id {0}.', input.id));
    const editor = await vscode.window.showTextDocument(folder.uriOf(known), {
      viewColumn: vscode.ViewColumn.Beside,
    });
    const file = recordFile(workspace, editor.document);
    const record = file && (await recordOf(file));
    const finding = record && folder.library.findings(record).filter(({ code }) => code === input.check)[input.nth];
    if (!record || !finding) return { id: input.id };
    const fix = fixesFor(folder.library, record, finding).find(({ remedy }) => remedy.do === 'rewrite');
    const place = rangeOf(record.source.text, finding.span);
    editor.selection = new vscode.Selection(place.start, place.end);
    editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    if (fix?.remedy.do === 'rewrite') await editor.insertSnippet(rewriteSnippet(fix.remedy.parts), place);
    return { id: input.id };
  });

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
      edit.set(document.uri, [new vscode.SnippetTextEdit(place, rewriteSnippet(remedy.parts))]);
    } else if (remedy.do === 'set') {
      const piece = fieldEdit(file, [[remedy.path, remedy.value]]);
      edit.replace(document.uri, rangeIn(document, piece), piece.text);
    } else if (remedy.do === 'fill') {
      const piece = fieldSnippet(file, [remedy.path, remedy.value], remedy.values);
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

/** The words of a rewrite, with a place for each that the person puts there. */
function rewriteSnippet(parts: readonly RewritePart[]): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  for (const part of parts) {
    if (typeof part === 'string') snippet.appendText(part);
    else snippet.appendPlaceholder(part.hole);
  }
  return snippet;
}

/** The edit that sets fields of a record's text, and no other byte. Throws what setting them throws. */
function fieldEdit({ folder, path, text }: RecordFile, changes: readonly FieldChange[]): Piece {
  return difference(text, folder.because.edited(path, text, changes));
}

/** The snippet that writes a field, and leaves to the person what is blank in its value. */
function fieldSnippet(
  file: RecordFile,
  change: FieldChange,
  values: readonly string[],
): { readonly snippet: vscode.SnippetString } & Span {
  const { start, end, text } = fieldEdit(file, [change]);
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
