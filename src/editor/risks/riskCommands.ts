/** The gestures on risks: flagging one, answering, settling, editing its comments, opening its record. */
import * as vscode from 'vscode';
import { command } from '../commands/commands.ts';
import type { Feature } from '../commands/feature.ts';
import { editCommands } from './edit.ts';
import { flagCommand } from './flag.ts';
import { settleCommands, threadOf } from './settle.ts';
import type { Threads } from './threads.ts';

export const riskCommands =
  (threads: Threads): Feature =>
  (workspace, { workspaceState }) =>
    vscode.Disposable.from(
      flagCommand(workspace, workspaceState, threads),
      settleCommands(workspace, workspaceState, threads),
      editCommands(threads),
      command('because.openRisk', async (source) => {
        const located = threadOf(threads, source);
        if (located) await vscode.window.showTextDocument(located.folder.uriOf(located.record));
      }),
    );
