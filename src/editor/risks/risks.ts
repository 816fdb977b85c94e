/** Feasibility risks in the editor: flagged on a line, discussed in its thread, settled from there or from the sidebar. */
import * as vscode from 'vscode';
import { command } from '../commands.ts';
import type { Feature } from '../feature.ts';
import { editCommands } from './edit.ts';
import { flagCommand } from './flag.ts';
import { Moves } from './moves.ts';
import { settleCommands, threadOf } from './settle.ts';
import { Threads } from './threads.ts';

export const risks: Feature = (workspace, context) => {
  const moves = new Moves(workspace);
  const threads = new Threads(workspace, moves);
  return vscode.Disposable.from(
    moves,
    threads,
    flagCommand(workspace, context.workspaceState, threads),
    settleCommands(workspace, context.workspaceState, threads),
    editCommands(threads),
    command('because.openRisk', async (source) => {
      const located = threadOf(threads, source);
      if (located) await vscode.window.showTextDocument(located.folder.uriOf(located.record));
    }),
  );
};
