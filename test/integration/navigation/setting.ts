/** Records and questions shared by the tests of navigation. */
import * as vscode from 'vscode';
import { type OpenFolder, openFolder } from '../../support/editor.ts';
import type { Files } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';

export const records: Files = {
  '.because/because.yml': 'keys: [PAY]\n',
  '.because/sprints/s1.md': record(['id: s1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
  '.because/problems/missed-updates.md': record(['title: Missed updates'], '30% of users miss urgent updates.\n'),
  '.because/initiatives/PAY-142.md': record(
    [
      'id: PAY-142',
      'title: Urgent updates reach people',
      'problem: "missed-updates"',
      'sprint: s1',
      'issues: [PAY-143]',
    ],
    'PAY-142 is for everybody.\n',
  ),
  '.because/initiatives/PAY-7.md': record(['id: PAY-7', 'title: Receipts', 'dependsOn: [PAY-142]', 'status: shipped']),
  '.because/risks/old.ri-12345678.md': record(['id: ri-12345678', "initiative: 'PAY-142'", 'archived: true']),
};

/** A folder with these records and more files; the product is running. */
export async function openRecords(files: Files = {}, name?: string): Promise<OpenFolder> {
  const folder = await openFolder({ ...records, ...files }, name);
  await vscode.extensions.getExtension('because.because')?.activate();
  return folder;
}

/** The position right after the first place of a text. */
export function endOf(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + text.length);
}

export const open = (uri: vscode.Uri) => vscode.workspace.openTextDocument(uri);

/** The links of the product in a document, as `text → line of the record`. */
export async function linksIn(document: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    document.uri,
    10_000,
  );
  return found
    .filter(({ target }) => target?.path.includes('/.because/'))
    .map(({ range, target }) => `${document.getText(range)} → ${nameOf(target)}`);
}

export function nameOf(uri: vscode.Uri | undefined): string {
  return uri ? `${uri.path.split('/').at(-1)}${uri.fragment && `#${uri.fragment}`}` : '';
}
