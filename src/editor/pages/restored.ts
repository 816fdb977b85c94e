/** Pages as they were left in a window that is opened again, each loaded only then. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/feature.ts';
import { pageNames, viewType } from '../doors/pages.ts';
import { logError } from '../workspace/report.ts';

export const pagesRestored: Feature = (live) =>
  vscode.Disposable.from(
    ...pageNames.map((name) =>
      vscode.window.registerWebviewPanelSerializer(viewType(name), {
        deserializeWebviewPanel: async (panel, state) => {
          try {
            const { panelsOf } = await import('./panels.ts');
            (await panelsOf(live, name)).restore(panel, state);
          } catch (error) {
            logError(error);
          }
        },
      }),
    ),
  );
