/** Records and questions shared by the tests of cards: in hovers, in the preview, through the API. */
import * as vscode from 'vscode';
import type { BecauseExports } from '../../../src/editor/api/apiTypes.ts';
import { type OpenFolder, openFolder } from '../../support/editor.ts';
import type { Files } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';

const records: Files = {
  '.because/because.yml': 'keys: [PAY]\n',
  '.because/problems/missed.md': record(['title: Missed updates'], '30% of users miss urgent updates.\n'),
  '.because/initiatives/PAY-142.md': record([
    'id: PAY-142',
    'title: Urgent <b>updates</b> [now](command:workbench.action.closeWindow)',
    'status: building',
    'problem: missed',
    'issues: [PAY-143]',
    'outcom: typo',
  ]),
  '.because/evidence/acme.md': record(
    ['kind: quote', 'problem: missed', 'customer: Acme', 'date: 2026-11-17'],
    '> ![x](https://tracker.example/p.png) We heard it from a **shop**.\n',
  ),
  '.because/evidence/secret.md': record(
    ['kind: quote', 'problem: missed', 'customer: Tern', 'sensitive: true'],
    '> Keep this to yourself.\n',
  ),
  '.because/initiatives/PAY-13.md': '---\nid: PAY-13\ntitle: [\n---\n',
  '.because/initiatives/one.md': record(['id: PAY-20']),
  '.because/initiatives/two.md': record(['id: PAY-20']),
};

/** The extension's own exports, running. */
export async function product(): Promise<BecauseExports> {
  const extension = vscode.extensions.getExtension<BecauseExports>('because.because');
  if (!extension) throw new Error('The extension is not there.');
  return extension.activate();
}

/** A folder with these records and more files; the product is running and has read them. */
export async function openRecords(files: Files = {}, name?: string): Promise<OpenFolder> {
  const folder = await openFolder({ ...records, ...files }, name);
  await (await product()).getAPI(1).ready();
  return folder;
}
