/** Find All References: of a key or a record's id, in the records and in the files of its folder. */
import * as vscode from 'vscode';
import { namings } from '../../core/library/naming.ts';
import { rangeOf, type Workspace } from '../workspace/workspace.ts';
import { occurrencesOf } from './search.ts';
import { targetAt } from './target.ts';

export function references(workspace: Workspace): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, { includeDeclaration: declared }, token) {
      const target = await targetAt(workspace, document, position);
      if (!target || token.isCancellationRequested) return undefined;
      const { folder, id } = target;
      const inRecords = namings(folder.library, id, { declared }).flatMap(({ record, spans }) =>
        spans.map((span) => new vscode.Location(folder.uriOf(record), rangeOf(record.source.text, span))),
      );
      const inFiles = folder.library.keys.test(id) ? await occurrencesOf(folder, id, token) : [];
      return [...inRecords, ...inFiles];
    },
  };
}
