/** A folder with initiatives and estimates, and a scoring board of it whose page is the test. */
import * as vscode from 'vscode';
import { pageFolder } from '../../../src/editor/pages/panels.ts';
import { logError } from '../../../src/editor/workspace/report.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { PageChannel } from '../../../src/webviews/frame/channel.ts';
import { failures, portOf } from '../../../src/webviews/frame/document.ts';
import { Board } from '../../../src/webviews/scoring/host.ts';
import { type Scoring, scoring } from '../../../src/webviews/scoring/protocol.ts';
import { eventually, type OpenFolder, openFolder } from '../../support/editor.ts';
import type { Files } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';

/** Grace's numbers and words, which nothing else in the folder holds. */
export const HIDDEN = ['7717', '0.4242', '63.63', '88.77', 'secretReason'] as const;

export const files: Files = {
  '.vscode/settings.json': '{ "because.me": "ada" }',
  '.because/because.yml':
    'team:\n  members:\n    - {id: ada, name: Ada Lovelace}\n    - {id: grace, name: Grace Hopper}\nkeys: [PAY]\n',
  '.because/sprints/s1.md': record(['starts: 2026-01-01', 'ends: 2026-01-14']),
  '.because/initiatives/PAY-1.md': record(['title: The first', 'sprint: s1']),
  '.because/initiatives/PAY-2.md': record(['title: The second', 'sprint: s1']),
  '.because/estimates/PAY-1/grace.md': record(
    ['initiative: PAY-1', 'by: grace', 'reach: 7717', 'impact: 0.4242', 'confidence: 63.63', 'effort: 88.77'],
    'secretReason, in words.\n',
  ),
};

/** Opens such a folder; the product is running. */
export async function openScored(more: Files = {}, name?: string): Promise<OpenFolder> {
  const folder = await openFolder({ ...files, ...more }, name);
  await vscode.extensions.getExtension('because.because')?.activate();
  return folder;
}

type EventName = keyof Scoring['events'];

export interface WatchedBoard extends vscode.Disposable {
  readonly board: Board;
  readonly page: PageChannel<Scoring>;
  /** Everything that was posted to the page. */
  readonly posted: readonly unknown[];
  /** Whether the board still listens to its page. */
  readonly listens: () => boolean;
  /** The values of an event so far, once there are as many as wanted. */
  told(name: EventName, count: number): Promise<readonly unknown[]>;
}

/** A board like the product's, with a webview that is none. */
export async function watchBoard(folder: OpenFolder): Promise<WatchedBoard> {
  const memento: vscode.Memento = { keys: () => [], get: () => undefined, update: () => Promise.resolve() };
  const globalStorageUri = vscode.Uri.joinPath(folder.uri, '..', 'storage');
  const context = { workspaceState: memento, globalStorageUri } as unknown as vscode.ExtensionContext;
  const workspace = new Workspace(context);
  await workspace.ready();
  const scored = workspace.folderOf(folder.uri);
  if (!scored) throw new Error('The folder is not open.');
  const toHost = new Set<(message: unknown) => void>();
  const toPage = new Set<(message: unknown) => void>();
  const posted: unknown[] = [];
  const webview: Parameters<typeof portOf>[0] = {
    postMessage(message: unknown) {
      // As between real windows, only what survives as text arrives.
      const copy: unknown = JSON.parse(JSON.stringify(message));
      posted.push(copy);
      setImmediate(() => {
        for (const listener of [...toPage]) listener(copy);
      });
      return Promise.resolve(true);
    },
    onDidReceiveMessage(listener) {
      toHost.add(listener);
      return new vscode.Disposable(() => toHost.delete(listener));
    },
  };
  const telling = { failureOf: failures(logError), log: logError };
  const board = new Board(pageFolder(workspace, scored), portOf(webview, logError), telling);
  const page = new PageChannel(
    scoring,
    {
      post: (message) => {
        for (const listener of [...toHost]) listener(JSON.parse(JSON.stringify(message)));
      },
      onMessage(listener) {
        toPage.add(listener);
        return () => toPage.delete(listener);
      },
    },
    { state: { get: () => undefined, set: () => undefined }, log: logError },
  );
  const heard = { board: [], items: [], detail: [], show: [] } as Record<EventName, unknown[]>;
  for (const name of Object.keys(heard) as EventName[]) page.on(name, (value) => heard[name].push(value));
  return {
    board,
    page,
    posted,
    listens: () => toHost.size > 0,
    told: (name, count) => eventually(() => heard[name].length >= count && heard[name], `The event ${name}`),
    dispose() {
      board.dispose();
      workspace.dispose();
    },
  };
}
