/** The brief before a session: as a Markdown preview to read, or in the clipboard to send. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { sessionRequest } from '../../core/outline/requests.ts';
import { sessionBrief } from '../../questions/sessionBrief.ts';
import { showTold } from '../ask/toldTexts.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import type { Folder } from '../workspace/folder.ts';
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

export const readBrief = withBrief(({ folder, id, title }) =>
  showTold(folder, { what: 'brief', title: t('Brief: {0}', title), input: { session: id } }),
);

export const copyBrief = withBrief(async ({ markdown, title }) => {
  await vscode.env.clipboard.writeText(markdown);
  setStatusBarMessage(t('Copied the brief: {0}', title), 3000);
});
