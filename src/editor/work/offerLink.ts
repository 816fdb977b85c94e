/** What is said where nothing tells why, and the one step that would change that. */

import * as vscode from 'vscode';
import { oneLine } from '../../core/text/foreignText.ts';
import { nothingText } from '../../core/work/lookBack.ts';
import type { Answer } from '../../questions/explainCommit.ts';
import { showInformationMessage } from '../door/messages.ts';
import type { Place } from './place.ts';

/** Nothing tells why: says so, and offers the one step that would change that. */
export async function offerToLink({ folder }: Place, { beginning, why }: Answer): Promise<void> {
  const [words, button, command] =
    'commit' in beginning
      ? [nothingText(beginning, why), vscode.l10n.t('Link Commit'), 'because.linkCommit']
      : [
          beginning.branch === undefined
            ? vscode.l10n.t('This line is not committed yet, and no branch is checked out that could tell why.')
            : vscode.l10n.t('This line is not committed yet, and {0} says no why.', oneLine(beginning.branch)),
          vscode.l10n.t('Link Branch'),
          'because.linkBranch',
        ];
  const input = 'commit' in beginning ? { commit: beginning.commit.hash } : { branch: beginning.branch };
  const isLinkable = 'commit' in beginning || beginning.branch !== undefined;
  const chosen = await showInformationMessage(words, ...(isLinkable ? [button] : []));
  if (chosen !== button) return;
  await vscode.commands.executeCommand(command, { ...input, folder: folder.root.toString() });
}
