/** What is said where nothing tells why, and the one step that would change that. */

import * as vscode from 'vscode';
import { oneLine } from '../../core/text/foreignText.ts';
import type { Beginning } from '../../core/work/chain.ts';
import { shortHash, subjectOf } from '../../core/work/commitText.ts';
import type { Commit } from '../../core/work/facts.ts';
import { earlierWords } from '../../core/work/lookBack.ts';
import { showInformationMessage } from '../door/messages.ts';
import type { Place } from './place.ts';

/** Nothing tells why: says so, and offers the one step that would change that. */
export async function offerToLink({ folder }: Place, beginning: Beginning): Promise<void> {
  const [words, button, command] =
    'commit' in beginning
      ? [wordsOf(beginning), vscode.l10n.t('Link Commit'), 'because.linkCommit']
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

function wordsOf({ commit, earlier }: Extract<Beginning, { commit: Commit }>): string {
  const { hash, author } = commit;
  const subject = subjectOf(commit).slice(0, 100);
  const words = vscode.l10n.t(
    'Nothing says why. {0} “{1}” by {2} names no initiative.',
    shortHash(hash),
    subject,
    oneLine(author),
  );
  return earlier && earlier !== 'pending' && earlier.looked > 0 ? `${words} ${earlierWords(commit, earlier)}` : words;
}
