/** `Because: Trust`: how promises, scope, answers, sessions and thanks went over the last sprints, as a text to read. */
import { t } from '../../core/base/l10n.ts';
import { pageRequest } from '../../core/outline/requests.ts';
import { showTold } from '../ask/toldTexts.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';

export const trustCommand: Opens = ({ workspace }) =>
  gestureCommand(pageRequest, async (input, source) => {
    await workspace.ready();
    const folder = folderMeant(workspace, { address: input?.folder, source });
    await showTold(folder, { what: 'trust', title: t('Trust'), input: {} });
  });
