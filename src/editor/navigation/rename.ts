/** Rename Symbol: a record's id in all records at once and, after a preview, in the files of its folder. */

import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { planRename, type RenamePlan, renamable } from '../../core/library/rename.ts';
import { toBeConfirmed } from '../door/documents.ts';
import { shownError } from '../door/messages.ts';
import { plain } from '../door/words.ts';
import type { Folder } from '../workspace/folder.ts';
import { rangeOf, type Workspace } from '../workspace/workspace.ts';
import { occurrencesOf } from './search.ts';
import { targetAt } from './target.ts';

export function renames(workspace: Workspace): Required<vscode.RenameProvider> {
  return {
    async prepareRename(document, position) {
      const target = await targetAt(workspace, document, position);
      if (!target) throw new Error(t('There is no record id here to rename.'));
      const { folder, id, range, record } = target;
      if (record && record.id !== id) {
        throw new Error(plain(t('{0} is an issue of {1}. Only ids of records can be renamed.', id, record.id)));
      }
      await inWords(() => renamable(folder.library, id));
      return { range, placeholder: id };
    },
    async provideRenameEdits(document, position, newName, token) {
      const target = await targetAt(workspace, document, position);
      if (!target) return undefined;
      const { folder, id } = target;
      const newId = newName.trim();
      return inWords(async () => {
        // What another program wrote since the last reading belongs to the rename too.
        await folder.because.refresh();
        const plan = planRename(folder.library, id, newId);
        const edit = new vscode.WorkspaceEdit();
        addRecords(edit, folder, plan);
        if (folder.library.keys.test(id)) await addFiles(edit, folder, plan, token);
        if (token.isCancellationRequested) throw new vscode.CancellationError();
        return edit;
      });
    },
  };
}

/** The file moves first: VS Code saves what it edits at once, and would find the file gone. */
function addRecords(edit: vscode.WorkspaceEdit, folder: Folder, { record, changes, move }: RenamePlan): void {
  if (move) edit.renameFile(folder.uriOf(record), folder.uriOf({ path: move.to }), { overwrite: false });
  for (const { record: file, replacements } of changes) {
    const uri = folder.uriOf(move && file === record ? { path: move.to } : file);
    for (const { span, text } of replacements) edit.replace(uri, rangeOf(file.source.text, span), text);
  }
}

/** Places in files that are no records: each is looked at by the person before it changes. */
async function addFiles(
  edit: vscode.WorkspaceEdit,
  folder: Folder,
  { id, newId }: RenamePlan,
  token: vscode.CancellationToken,
): Promise<void> {
  const preview = toBeConfirmed(t('In code'));
  for (const { uri, range } of await occurrencesOf(folder, id, token)) edit.replace(uri, range, newId, preview);
}

/** VS Code shows the message of what a provider throws; the next step belongs to it. */
async function inWords<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw shownError(error, { next: true });
  }
}
