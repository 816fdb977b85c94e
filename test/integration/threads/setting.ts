/** A folder with a line of code, an initiative and a risk, for the tests of threads. */
import * as vscode from 'vscode';
import { Moves } from '../../../src/editor/threads/moves.ts';
import { Threads } from '../../../src/editor/threads/threads.ts';
import { eventually, type OpenFolder, openFolder } from '../../support/editor.ts';
import type { Files } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';
import { ownWorkspace } from '../ownWorkspace.ts';

export const RISK = '.because/risks/slow.md';

export const riskText = (state: string, line = 2): string =>
  record(
    [
      'title: Too slow # for now',
      'initiative: PAY-142',
      'likelihood: 5',
      'impact: 4',
      `state: ${state}`,
      `anchor: {path: src/send.ts, line: ${line}, text: "send(message);"}`,
      'by: ada',
    ],
    'It will hurt.\n',
  );

export const CODE = 'import { send } from "x";\nsend(message);\ndone();\n';

export const files: Files = {
  '.because/because.yml':
    'team:\n  members:\n    - {id: ada, name: Ada Lovelace}\n    - {id: grace, name: Grace Hopper, role: pm}\nkeys: [PAY]\n',
  '.because/initiatives/PAY-142.md': record(['title: Urgent updates']),
  [RISK]: riskText('open'),
  'src/send.ts': CODE,
  'src/other.ts': 'other();\n',
};

/** Opens such a folder; the product is running. */
export async function openRisks(more: Files = {}, name?: string): Promise<OpenFolder> {
  const folder = await openFolder({ ...files, ...more }, name);
  await vscode.extensions.getExtension('because.because')?.activate();
  return folder;
}

/** Threads of their own beside the product's, since the editor does not tell what threads there are. */
export interface Watched extends vscode.Disposable {
  readonly threads: Threads;
  /** The threads in a file as `line label`, once they are as wanted. */
  shows(uri: vscode.Uri, wanted: (lines: readonly string[]) => boolean, what: string): Promise<readonly string[]>;
}

export async function watchThreads(folder: OpenFolder): Promise<Watched> {
  const workspace = ownWorkspace(folder);
  const moves = new Moves(workspace);
  const threads = new Threads(workspace, moves);
  await workspace.ready();
  const lines = (uri: vscode.Uri) =>
    threads.in(uri).map(({ thread }) => `${thread.range ? thread.range.start.line + 1 : 'file'} ${thread.label}`);
  return {
    threads,
    shows: (uri, wanted, what) =>
      eventually(() => {
        const now = lines(uri);
        return wanted(now) && now;
      }, what),
    dispose: () => vscode.Disposable.from(threads, moves, workspace).dispose(),
  };
}
