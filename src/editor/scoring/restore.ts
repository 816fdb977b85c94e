/** The scoring board as it was left in a window that is opened again, loaded only then. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/feature.ts';
import { logError } from '../workspace/report.ts';

export const boardsRestored: Feature = (live) =>
  vscode.window.registerWebviewPanelSerializer('because.scoring', {
    deserializeWebviewPanel: async (panel, state) => {
      try {
        const { boardsOf } = await import('./boards.ts');
        if (!live.closed) boardsOf(live).restore(panel, state);
      } catch (error) {
        logError(error);
      }
    },
  });
