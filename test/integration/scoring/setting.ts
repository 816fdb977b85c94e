/** A folder with initiatives to score, for the tests of the quick paths. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type OpenFolder, openFolder } from '../../support/editor.ts';
import type { Files } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';

export const INITIATIVE = '.because/initiatives/PAY-142.md';
const TEAM = 'team:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\n    - {id: grace, role: pm}\n';

const files: Files = {
  '.because/because.yml': `${TEAM}keys: [PAY]\n`,
  [INITIATIVE]: record([
    'title: Urgent updates',
    'status: candidate',
    'problem: missed',
    'rice: {reach: 240, impact: 3, confidence: 80, effort: 6} # agreed',
    'slices:',
    '  - {title: Push, must: true, effort: 2, share: 60}',
    '  - {title: Call, effort: 4, share: 40}',
  ]),
  '.because/initiatives/PAY-7.md': record(['title: Receipts', 'status: building']),
  '.because/problems/missed.md': record(['title: Missed updates', 'status: open'], 'People miss updates.\n'),
  '.because/evidence/said.md': record(['title: Said so', 'problem: missed', 'kind: quote', 'stance: supports']),
  '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
};

/** Opens such a folder, where Ada works; the product is running. */
export async function openScoring(more: Files = {}): Promise<OpenFolder> {
  const folder = await openFolder({ ...files, '.vscode/settings.json': '{"because.me": "ada"}\n', ...more });
  await vscode.extensions.getExtension('because.because')?.activate();
  return folder;
}

export interface Written {
  readonly id: string;
  readonly path: string;
}

/** Calls a command as other programs do. */
export const call = <T = Written>(command: string, input: object): Promise<T> =>
  Promise.resolve(vscode.commands.executeCommand<T>(`because.${command}`, input));

export const rejects = (command: string, input: object, words: RegExp): Promise<void> =>
  assert.rejects(call(command, input), (error: Error) => {
    assert.match(error.message, words);
    return true;
  });

/** A file of the context folder, without the moments it was written in. */
export async function text(folder: OpenFolder, path: string): Promise<string> {
  const read = await folder.read(`.because/${path}`);
  return read
    .replace(/(created|resolved): \S+Z/g, '$1: now')
    .replace(/(agreed|opened|revealed|taken): [\d-]+/g, '$1: today');
}
