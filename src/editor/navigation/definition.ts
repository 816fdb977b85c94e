/** Go to Definition: from a key in any text, or an id in a record's fields, to the record's file. */
import type * as vscode from 'vscode';
import type { Workspace } from '../workspace/workspace.ts';
import { locationOf, targetAt } from './target.ts';

export function definitions(workspace: Workspace): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position, token): Promise<vscode.LocationLink[] | undefined> {
      const target = await targetAt(workspace, document, position);
      if (!target?.record || token.isCancellationRequested) return undefined;
      // Several records with one id: all are shown, as their findings say.
      const named = target.folder.library.named(target.id);
      return (named.length > 0 ? named : [target.record]).map((record) => {
        const { uri, range } = locationOf(target.folder, record);
        return { originSelectionRange: target.range, targetUri: uri, targetRange: range, targetSelectionRange: range };
      });
    },
  };
}
