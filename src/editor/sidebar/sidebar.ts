/** The sidebar: Current Work and Sprint, and the gestures that belong to them. */
import * as vscode from 'vscode';
import type { UnlinkedWork } from '../../core/work/unlinked.ts';
import { command } from '../commands/commands.ts';
import type { Feature } from '../commands/feature.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { CurrentWorkView } from './currentWorkView.ts';
import { recordCommands } from './recordCommands.ts';
import { ShownFolder } from './shown.ts';
import { sprintCommands } from './sprintCommands.ts';
import { SprintView } from './sprintView.ts';
import { keepState } from './state.ts';
import { statusBar } from './statusBar.ts';

/** What the sidebar shows of git, found out when it is shown. */
interface Recent {
  unlinkedIn(workspace: Workspace, folder: Folder): Promise<UnlinkedWork>;
  mainBranch(workspace: Workspace, folder: Folder): Promise<string | undefined>;
}

/** The sidebar; `recent` is asked for what lately happened in git. */
export const sidebar =
  (recent: () => Promise<Recent>): Feature =>
  (workspace, context) => {
    const shown = new ShownFolder(workspace);
    const currentWork = new CurrentWorkView(shown, async (folder) => (await recent()).unlinkedIn(workspace, folder));
    const sprint = new SprintView(shown, context.workspaceState);
    return vscode.Disposable.from(
      shown,
      currentWork,
      sprint,
      keepState(workspace, shown),
      sprintCommands(sprint),
      recordCommands(workspace, { currentWork, sprint }),
      command('because.showUnlinked', () => currentWork.showUnlinked(true)),
      command('because.hideUnlinked', () => currentWork.showUnlinked(false)),
      statusBar(shown, async (folder) => (await recent()).mainBranch(workspace, folder)),
    );
  };
