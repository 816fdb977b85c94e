/** What is said where nothing tells why, and the one step that would change that. */

import * as vscode from 'vscode';
import type { Unexplained } from '../../questions/told.ts';
import { showInformationMessage } from '../door/messages.ts';
import { commandId } from '../doors/commands.ts';
import type { WorkPlace } from './place.ts';

/** Nothing tells why: says so, and offers the one step that would change that. */
export async function offerToLink({ folder }: WorkPlace, { words, commit, branch }: Unexplained): Promise<void> {
  const [button, command, input] =
    commit === undefined
      ? [vscode.l10n.t('Link Branch'), commandId('linkBranch'), { branch }]
      : [vscode.l10n.t('Link Commit'), commandId('linkCommit'), { commit }];
  const isLinkable = commit !== undefined || branch !== undefined;
  const chosen = await showInformationMessage(words, ...(isLinkable ? [button] : []));
  if (chosen !== button) return;
  await vscode.commands.executeCommand(command, { ...input, folder: folder.root.toString() });
}
