/** `Unlinked Work`: the branches and commits without a why, of which one is linked. */

import * as vscode from 'vscode';
import { emptyRequest } from '../../core/outline/requests.ts';
import { unlinkedWork } from '../../questions/unlinkedWork.ts';
import type { Choice } from '../ask/quickInput.ts';
import { separator } from '../ask/quickInput.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { showQuickPick } from '../door/picks.ts';
import { commandId } from '../doors/commands.ts';
import { branchChoice, commitChoice, type WorkChoice } from './choices.ts';

export const unlinkedList: Opens = ({ workspace }) =>
  gestureCommand(emptyRequest, async () => {
    const folder = folderMeant(workspace);
    const found = folder.because
      .ask(unlinkedWork, {})
      .then(({ branches: some, commits }) => [
        ...(some.length > 0 ? [separator(vscode.l10n.t('Branches')), ...some.map(branchChoice)] : []),
        ...(commits.length > 0 ? [separator(vscode.l10n.t('Commits')), ...commits.map(commitChoice)] : []),
      ]);
    const picked = await showQuickPick<Choice | WorkChoice>(found, {
      title: vscode.l10n.t('Unlinked Work'),
      placeHolder: vscode.l10n.t('Not linked yet. Pick one to link it.'),
      matchOnDescription: true,
    });
    if (!picked || !('work' in picked)) return undefined;
    const command = picked.work === 'branch' ? 'linkBranch' : 'linkCommit';
    return vscode.commands.executeCommand(commandId(command), {
      [picked.work]: picked.value,
      folder: folder.root.toString(),
    });
  });
