/** Records and questions shared by the tests of writing records. */
import * as vscode from 'vscode';
import { next, type OpenFolder, openFolder } from '../../support/editor.ts';
import type { Files } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';

const records: Files = {
  '.because/because.yml':
    'team: {members: [{id: ada, name: Ada Lovelace}, {id: grace, name: Grace Hopper, role: pm}]}\n',
  '.because/sprints/s1.md': record(['id: s1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
  '.because/problems/missed-updates.md': record(
    ['title: Missed <b>updates</b>', 'segment: all'],
    '30% of users miss urgent updates [x](command:evil). How should we solve this?\n',
  ),
  '.because/evidence/acme.ev-00000001.md': record(
    ['id: ev-00000001', 'kind: quote', 'problem: missed-updates'],
    '> x\n',
  ),
};

/** A folder with these records and more files; the product is running and has told its findings once. */
export async function openRecords(files: Files = {}, name?: string): Promise<OpenFolder> {
  const folder = await openFolder({ ...records, ...files }, name);
  await vscode.extensions.getExtension('because.because')?.activate();
  return folder;
}

/** Opens a file in an editor. */
export async function show(folder: OpenFolder, path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(folder.at(path)));
}

/** What the product says about a file: `code: text it stands at`. */
export function told(uri: vscode.Uri): string[] {
  return ours(uri).map(({ code }) => String(code));
}

export function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'because');
}

/** Waits until exactly these codes are told about a file. */
export async function untilTold(uri: vscode.Uri, ...codes: string[]): Promise<vscode.Diagnostic[]> {
  const wanted = codes.toSorted().join();
  const isTold = () => told(uri).toSorted().join() === wanted;
  try {
    if (!isTold()) await next(vscode.languages.onDidChangeDiagnostics, isTold);
  } catch (error) {
    throw new Error(`Told are ${told(uri).join() || 'no findings'}, not ${wanted}.`, { cause: error });
  }
  return ours(uri);
}

/** Replaces a piece of the document in the editor, as typing does. */
export async function replace(editor: vscode.TextEditor, old: string, text: string): Promise<void> {
  const start = editor.document.getText().indexOf(old);
  const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + old.length));
  await editor.edit((edit) => edit.replace(range, text));
}
