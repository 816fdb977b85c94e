/** The sidebar: Sprint, Current Work, Needs You and Discovery, and what the status bar says of them. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/live.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import { CurrentWorkView } from './currentWorkView.ts';
import { discoveryView } from './discoveryView.ts';
import { NeedsView } from './needsView.ts';
import { reminder } from './reminder.ts';
import { ShownFolder } from './shown.ts';
import { signs } from './signs.ts';
import { SprintView } from './sprintView.ts';
import { keepState, keepWorkSaid } from './state.ts';
import { statusBar } from './statusBar.ts';

export const sidebar: Feature = (live) => {
  const { workspace, memory } = live;
  const shown = live.the(ShownFolder, () => new ShownFolder(workspace));
  live.the(CurrentWorkView, () => new CurrentWorkView(shown));
  live.the(SprintView, () => new SprintView(workspace, shown, memory));
  live.the(NeedsView, () => new NeedsView(shown));
  return vscode.Disposable.from(
    discoveryView(shown),
    keepState(workspace, shown),
    keepWorkSaid(shown, memory),
    signs(),
    reminder(shown, live.context.globalState),
    statusBar(shown, isOnMain),
  );
};

/** Whether everything is merged into the branch that is checked out; no where git does not tell. */
async function isOnMain({ because }: Folder): Promise<boolean> {
  try {
    const { currentWork } = await import('../../questions/currentWork.ts');
    return (await because.ask(currentWork, {})).isMain;
  } catch (error) {
    logError(error);
    return false;
  }
}
