/** Completion in record files: fields, right values, ids by id and title, and whole records in empty files. */
import * as vscode from 'vscode';
import { fieldAt } from '../../core/editing/fieldHelp.ts';
import { kindWritten, type Place, placeAt } from '../../core/editing/place.ts';
import { suggest } from '../../core/editing/suggest.ts';
import type { Suggestion, Suggestions } from '../../core/editing/values.ts';
import { fieldsOf } from '../../core/kinds/all.ts';
import { CompletionItem, markdown } from '../door/documents.ts';
import { paragraphs, words } from '../door/words.ts';
import { commandId } from '../doors/commands/all.ts';
import { newName } from '../doors/commands/records.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type RecordFile, recordFile } from './file.ts';

const KINDS: Readonly<Record<Suggestion['icon'], vscode.CompletionItemKind>> = {
  field: vscode.CompletionItemKind.Property,
  choice: vscode.CompletionItemKind.EnumMember,
  record: vscode.CompletionItemKind.Reference,
  person: vscode.CompletionItemKind.User,
  day: vscode.CompletionItemKind.Value,
  snippet: vscode.CompletionItemKind.Snippet,
};

/** What can be written at a place; undefined outside of fields. */
export async function completionsAt(
  workspace: Workspace,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionList<CompletionItem> | undefined> {
  const file = recordFile(workspace, document);
  const place = file && placeAt(file.text, document.offsetAt(position), file.whole);
  if (!file || !place) return undefined;
  const { because } = file.folder;
  await because.ready();
  const kind = kindWritten(file);
  const me = asksForPerson(kind, place) ? await because.me() : undefined;
  if (token.isCancellationRequested) return undefined;
  const { path, text } = file;
  const found = suggest({ library: because.library, kind, path, text, now: because.now(), me }, place);
  return found && listOf(document, position, file, found);
}

/** Whether anything that can be written there has this letter. */
export function isOffered(file: RecordFile, offset: number, letter: string): boolean {
  const { folder, path, text, whole } = file;
  const place = placeAt(text, offset, whole);
  if (!place) return false;
  const { library, now } = folder.because;
  const found = suggest({ library, kind: kindWritten(file), path, text, now: now() }, place);
  return found?.all.some(({ label, filter = label }) => filter.toLowerCase().includes(letter.toLowerCase())) ?? false;
}

function asksForPerson(kind: string, place: Place): boolean {
  return place.at === 'value' && fieldAt(fieldsOf(kind), place.path)?.type === 'member';
}

function listOf(
  document: vscode.TextDocument,
  position: vscode.Position,
  { text }: RecordFile,
  { span, all, partial }: Suggestions,
): vscode.CompletionList<CompletionItem> {
  const start = document.positionAt(span.start);
  const end = document.positionAt(span.end);
  const range = { inserting: new vscode.Range(start, position), replacing: new vscode.Range(start, end) };
  const typed = text.slice(span.start, span.end);
  return new vscode.CompletionList(
    all.map((one, index) => itemOf(one, index, range, typed)),
    partial,
  );
}

function itemOf(
  one: Suggestion,
  index: number,
  range: { inserting: vscode.Range; replacing: vscode.Range },
  typed: string,
): CompletionItem {
  const item = new CompletionItem({ label: one.label, description: one.description ?? '' }, KINDS[one.icon]);
  item.range = range;
  item.insertText = one.snippet ? new vscode.SnippetString(one.insert) : one.insert;
  item.sortText = String(index).padStart(4, '0');
  if (one.filter) item.filterText = one.filter;
  item.preselect = typed !== '' && (one.label === typed || one.insert === typed);
  if (one.help) item.explain({ documentation: markdown(paragraphs(one.help.map(words))) });
  if (one.create) item.command = { command: commandId(newName(one.create)), title: '' };
  if (one.more) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
