/** Features nobody needs before one of their commands is called: their code is loaded then. */
import * as vscode from 'vscode';
import { report } from '../workspace/report.ts';
import { isInput } from './commands.ts';
import type { Feature } from './feature.ts';

/**
 * Stands in for a feature until one of these commands, which must be all that it registers, is called. The feature is
 * then loaded once, and the command called again with the same arguments. When loading fails, code gets the error and
 * people are told, and the next call tries again.
 */
export function lazily(ids: readonly string[], load: () => Promise<Feature>): Feature {
  return (workspace, context) => {
    let closed = false;
    let loading: Promise<void> | undefined;
    let living: vscode.Disposable | undefined;

    const loadOnce = async (): Promise<void> => {
      const feature = await load();
      if (closed) throw new vscode.CancellationError();
      standIns.dispose();
      living = feature(workspace, context);
    };
    const standIn = (id: string): vscode.Disposable =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          loading ??= loadOnce();
          await loading;
        } catch (error) {
          loading = undefined;
          if (isInput(args[0])) throw error;
          report(error);
          return undefined;
        }
        return vscode.commands.executeCommand(id, ...args);
      });
    const standIns = vscode.Disposable.from(...ids.map(standIn));

    return new vscode.Disposable(() => {
      closed = true;
      standIns.dispose();
      living?.dispose();
    });
  };
}
