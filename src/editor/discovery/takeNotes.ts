/** Taking notes during a session: on a sheet that is nobody's file yet. */
import * as vscode from 'vscode';
import { sessionRequest } from '../../core/outline/requests.ts';
import { captureSheet } from '../../questions/capture.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { sessionMeant } from './sessionMeant.ts';
import { KeptSheets, openSheet } from './sheets.ts';

/** Opens the sheet of the session that is meant: the one that is open, else what was typed before, else an empty one. */
export const takeNotes: Opens = (live) =>
  gestureCommand(sessionRequest, async (input, source) => {
    const meant = await sessionMeant(live.workspace, captureSheet, { input, source });
    if (!meant) return undefined;
    const { folder, id } = meant;
    const open = await openSheet(id);
    const kept = live.the(KeptSheets).of(id);
    const content = kept ?? (await folder.because.ask(captureSheet, { session: id })).text;
    const document = open ?? (await vscode.workspace.openTextDocument({ language: 'markdown', content }));
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    if (!open) {
      const end = document.lineAt(document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      editor.revealRange(new vscode.Range(end, end));
    }
    return { session: id };
  });
