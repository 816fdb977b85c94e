/** The sidebar: Current Work and Sprint, and what the status bar says of them. */
import * as vscode from 'vscode';
import type { UnlinkedWork } from '../../core/work/unlinked.ts';
import type { Feature } from '../commands/feature.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { CurrentWorkView } from './currentWorkView.ts';
import { ShownFolder } from './shown.ts';
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
  (live) => {
    const { workspace, memory } = live;
    const shown = live.the(ShownFolder, () => new ShownFolder(workspace));
    live.the(CurrentWorkView, () => {
      return new CurrentWorkView(shown, async (folder) => (await recent()).unlinkedIn(workspace, folder));
    });
    live.the(SprintView, () => new SprintView(shown, memory));
    return vscode.Disposable.from(
      keepState(workspace, shown),
      statusBar(shown, async (folder) => (await recent()).mainBranch(workspace, folder)),
    );
  };
