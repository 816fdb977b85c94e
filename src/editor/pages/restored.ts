/** Pages as they were left in a window that is opened again, each loaded only then. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/live.ts';
import { pageNames, viewType } from '../doors/pages.ts';
import { logError } from '../workspace/report.ts';

export const pagesRestored: Feature = (live) =>
  vscode.Disposable.from(
    ...pageNames.map((name) =>
      vscode.window.registerWebviewPanelSerializer(viewType(name), {
        deserializeWebviewPanel: (panel, state) =>
          import('./panels.ts')
            .then(({ panelsOf }) => panelsOf(live, name))
            .then((panels) => panels.restore(panel, state))
            .catch(logError),
      }),
    ),
  );
