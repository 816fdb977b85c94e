/** The quick paths of scoring: everything the board does, from the palette, a row, a hover or a line of code. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/feature.ts';
import { answerCommand } from './answer.ts';
import { challengeCommands } from './challenge.ts';
import { commitCommand } from './commit.ts';
import { debtCommand } from './debt.ts';
import { estimateCommand } from './estimate.ts';
import { objectCommand } from './object.ts';
import { roundCommands } from './rounds.ts';

export const scoring: Feature = (workspace, { workspaceState }) =>
  vscode.Disposable.from(
    estimateCommand(workspace, workspaceState),
    challengeCommands(workspace, workspaceState),
    debtCommand(workspace, workspaceState),
    objectCommand(workspace, workspaceState),
    answerCommand(workspace, workspaceState),
    commitCommand(workspace, workspaceState),
    ...roundCommands(workspace, workspaceState),
  );
