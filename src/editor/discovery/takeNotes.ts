/** Taking notes during a session: on a sheet that is nobody's file yet. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { sessionRequest } from '../../core/outline/requests.ts';
import { captureSheet } from '../../questions/capture.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { sessionMeant } from './sessionMeant.ts';
import { KeptSheets, openSheet } from './sheets.ts';

/** Opens the sheet of the session that is meant: the one that is open, else what was typed before, else an empty one. */
export const takeNotes: Opens = (live) =>
  gestureCommand(sessionRequest, async (input, source) => {
    const meant = await sessionMeant(live.workspace, t('Take Notes'), { input, source });
    if (!meant) return undefined;
    const { folder, id } = meant;
    const open = await openSheet(id);
    const kept = live.the(KeptSheets).of(id);
    const content = kept ?? (await folder.because.ask(captureSheet, { session: id })).text;
    const document = open ?? (await vscode.workspace.openTextDocument({ language: 'markdown', content }));
    // What is typed at once must not come before the cursor is where notes go.
    const { end } = document.lineAt(document.lineCount - 1).range;
    await vscode.window.showTextDocument(document, {
      preview: false,
      ...(!open && { selection: new vscode.Range(end, end) }),
    });
    return { session: id };
  });
