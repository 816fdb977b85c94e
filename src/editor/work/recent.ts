/** The work that says no why, as git knows it at this moment. */

import * as vscode from 'vscode';
import { emptyRequest } from '../../core/outline/requests.ts';
import type { UnlinkedWork } from '../../core/work/unlinked.ts';
import { defaultBranch } from '../../git/branches.ts';
import { unlinkedWork } from '../../questions/unlinkedWork.ts';
import type { Choice } from '../ask/quickInput.ts';
import { separator } from '../ask/quickInput.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { showQuickPick } from '../door/picks.ts';
import { commandId } from '../doors/commands.ts';
import { logError } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { branchChoice, commitChoice, type WorkChoice } from './choices.ts';
import { fileAsked, folderAt, gitAt } from './place.ts';

/** Looks at the branches and the newest commits where the folder lies. Throws `untrusted`, `no-git`, `git-failed`. */
export async function unlinkedIn(workspace: Workspace, folder: Folder): Promise<UnlinkedWork> {
  fileAsked(workspace, { uri: folder.root });
  return folder.because.ask(unlinkedWork, {});
}

/** The branch that everything is merged into where the folder lies; undefined where git does not tell. */
export async function mainBranch(workspace: Workspace, folder: Folder): Promise<string | undefined> {
  try {
    return (await defaultBranch(gitAt(workspace, { uri: folder.root })))?.name;
  } catch (error) {
    logError(error);
    return undefined;
  }
}

/** `Unlinked Work`: the same as a list, of which one is linked. */
export const unlinkedList: Opens = ({ workspace }) =>
  gestureCommand(emptyRequest, async () => {
    const folder = folderAt(workspace);
    const found = unlinkedIn(workspace, folder).then(({ branches: some, commits }) => [
      ...(some.length > 0 ? [separator(vscode.l10n.t('Branches')), ...some.map(branchChoice)] : []),
      ...(commits.length > 0 ? [separator(vscode.l10n.t('Commits')), ...commits.map(commitChoice)] : []),
    ]);
    const picked = await showQuickPick<Choice | WorkChoice>(found, {
      title: vscode.l10n.t('Unlinked Work'),
      placeHolder: vscode.l10n.t('These say no why. Which one do you want to link?'),
      matchOnDescription: true,
    });
    if (!picked || !('work' in picked)) return undefined;
    const command = picked.work === 'branch' ? 'linkBranch' : 'linkCommit';
    return vscode.commands.executeCommand(commandId(command), {
      [picked.work]: picked.value,
      folder: folder.root.toString(),
    });
  });
