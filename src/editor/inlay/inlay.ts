/** The why behind the line of the cursor, for those who want it: its code is loaded only then. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/live.ts';
import { logError } from '../workspace/report.ts';
import { onDidChangeSetting, setting } from '../workspace/settings.ts';

export const inlay: Feature = ({ workspace }) => {
  let shown: vscode.Disposable | undefined;
  let latest = 0;
  const end = () => {
    shown?.dispose();
    shown = undefined;
  };
  const follow = async () => {
    const turn = ++latest;
    const isWanted = setting('inlay') === 'currentLine';
    if (isWanted === (shown !== undefined)) return;
    end();
    if (!isWanted) return;
    const { CurrentLine } = await import('./currentLine.ts');
    // Set otherwise, or closed, meanwhile.
    if (turn === latest) shown = new CurrentLine(workspace);
  };
  const soon = () => void follow().catch(logError);
  soon();
  return vscode.Disposable.from(onDidChangeSetting('inlay', soon), {
    dispose: () => {
      latest++;
      end();
    },
  });
};
