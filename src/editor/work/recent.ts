/** `Unlinked Work`: the branches and commits without a why, of which one is linked. */
import { t } from '../../core/base/l10n.ts';
import { emptyRequest } from '../../core/outline/requests.ts';
import { unlinkedWork } from '../../questions/unlinkedWork.ts';
import { type Choice, grouped } from '../ask/steps.ts';
import { callFor } from '../commands/calls.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { showQuickPick } from '../door/picks.ts';
import { branchChoice, commitChoice, type WorkChoice } from './choices.ts';

export const unlinkedList: Opens = ({ workspace }) =>
  gestureCommand(emptyRequest, async () => {
    const folder = folderMeant(workspace);
    const found = folder.because
      .ask(unlinkedWork, {})
      .then(({ branches, commits }) =>
        grouped([t('Branches'), branches.map(branchChoice)], [t('Commits'), commits.map(commitChoice)]),
      );
    const picked = await showQuickPick<Choice | WorkChoice>(found, {
      title: t('Unlinked Work'),
      placeHolder: t('Not linked yet. Pick one to link it.'),
    });
    if (!picked || !('work' in picked)) return undefined;
    const command = picked.work === 'branch' ? 'linkBranch' : 'linkCommit';
    return callFor(folder, command, { [picked.work]: picked.value });
  });
