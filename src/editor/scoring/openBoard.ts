/** The scoring board's door: opened by command or found after a restart, and loaded only then. */
import * as vscode from 'vscode';
import { boardRequest } from '../../core/outline/requests.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Feature } from '../commands/feature.ts';
import { logError } from '../workspace/report.ts';
import type { ScoringBoards } from './boards.ts';

export const scoringBoard: Feature = (workspace, { extensionUri }) => {
  let boards: ScoringBoards | undefined;
  let closed = false;
  const load = async (): Promise<ScoringBoards> => {
    const loaded = await import('./boards.ts');
    if (closed) throw new vscode.CancellationError();
    boards ??= new loaded.ScoringBoards(workspace, extensionUri);
    return boards;
  };
  return vscode.Disposable.from(
    gestureCommand('because.openBoard', boardRequest, async (input, source) => (await load()).open(input, source)),
    vscode.window.registerWebviewPanelSerializer('because.scoring', {
      deserializeWebviewPanel: (panel, state) => load().then((all) => all.restore(panel, state), logError),
    }),
    new vscode.Disposable(() => {
      closed = true;
      boards?.dispose();
    }),
  );
};
