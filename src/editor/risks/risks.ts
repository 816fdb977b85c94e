/** Feasibility risks in the editor: flagged on a line, discussed in its thread, settled from there or from the sidebar. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/feature.ts';
import { lazily } from '../commands/lazily.ts';
import { Moves } from './moves.ts';
import { Threads } from './threads.ts';

const COMMANDS = [
  'because.flagRisk',
  'because.reply',
  'because.mitigateRisk',
  'because.acceptRisk',
  'because.resolveRisk',
  'because.reopenRisk',
  'because.updateAnchor',
  'because.editComment',
  'because.saveComment',
  'because.cancelComment',
  'because.openRisk',
];

export const risks: Feature = (workspace, context) => {
  const moves = new Moves(workspace);
  const threads = new Threads(workspace, moves);
  const commands = lazily(COMMANDS, async () => (await import('./riskCommands.ts')).riskCommands(threads));
  return vscode.Disposable.from(moves, threads, commands(workspace, context));
};
