/** The brief before a session: as a Markdown preview to read, or in the clipboard to send. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { sessionRequest } from '../../core/outline/requests.ts';
import { sessionBrief } from '../../questions/sessionBrief.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import type { Folder } from '../workspace/workspace.ts';
import { briefAddress } from './briefTexts.ts';
import { sessionMeant } from './sessionMeant.ts';

/** Done with the brief of the session that is meant. */
const withBrief =
  (
    done: (brief: { readonly folder: Folder; readonly id: string; title: string; markdown: string }) => unknown,
  ): Opens =>
  ({ workspace }) =>
    gestureCommand(sessionRequest, async (input, source) => {
      const meant = await sessionMeant(workspace, t('Read Brief'), { input, source });
      if (!meant) return undefined;
      const { folder, id } = meant;
      const { title, markdown } = await folder.because.ask(sessionBrief, { session: id });
      await done({ folder, id, title, markdown });
      return { session: id };
    });

export const readBrief = withBrief(({ folder, id, title }) => {
  const address = briefAddress(folder, { id, title });
  // Locked: it stays the brief while notes are taken beside it.
  return vscode.commands.executeCommand('markdown.showPreview', address, [address], { locked: true });
});

export const copyBrief = withBrief(async ({ markdown, title }) => {
  await vscode.env.clipboard.writeText(markdown);
  setStatusBarMessage(t('Copied the brief: {0}', title), 3000);
});
