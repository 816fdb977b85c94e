/** The command that renames a record without a text at hand: which record, then its new id. */

import * as vscode from 'vscode';
import { renameRecord } from '../../actions/renameRecord.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { shownOf } from '../../core/face/names.ts';
import { kindOf } from '../../core/kinds/all.ts';
import type { Library } from '../../core/library/library.ts';
import { checkNewId } from '../../core/library/rename.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Gather } from '../commands/commands.ts';
import { actionCommand, locatedOf, noFolder } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { showInputBox, showQuickPick } from '../door/picks.ts';
import type { Folder, Located } from '../workspace/workspace.ts';

export const renameCommand: Opens = (live) => actionCommand(live, renameRecord, gather);

const gather: Gather<{ id: string; newId: string }> = async (workspace, given, source, folderNamed) => {
  const located =
    named(folderNamed ? [folderNamed] : workspace.folders, given.id) ??
    locatedOf(workspace, source) ??
    (await pick(folderNamed ?? workspace.active));
  if (!located) return undefined;
  const { folder, record } = located;
  const newId = given.newId ?? (await askId(folder.library, record))?.trim();
  // Confirmed as it was, it is renamed to nothing.
  return newId === undefined || (newId === record.id && given.newId === undefined)
    ? undefined
    : { folder, input: { id: record.id, newId } };
};

function named(folders: readonly Folder[], id: string | undefined): Located | undefined {
  if (id === undefined) return undefined;
  for (const folder of folders) {
    const record = folder.library.find(id);
    if (record) return { folder, record };
  }
  throw new BecauseError('not-found', vscode.l10n.t('No record has the id {0}.', id));
}

/** Every record, the one in the active editor first. */
async function pick(folder: Folder | undefined): Promise<Located | undefined> {
  if (!folder) throw noFolder();
  const uri = vscode.window.activeTextEditor?.document.uri;
  const active = uri && folder.recordAt(uri);
  const records = [...folder.library.records].sort((a, b) => Number(b === active) - Number(a === active));
  const items = records.map((record) => ({
    label: record.shownId,
    description: record.withheld ? shownOf(record) : record.title === record.id ? '' : record.title,
    iconPath: new vscode.ThemeIcon(kindOf(record.kind)?.icon ?? 'file'),
    record,
  }));
  const placeHolder = vscode.l10n.t('Which record?');
  const picked = await showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && { folder, record: picked.record };
}

function askId(library: Library, { id, shownId }: ContextRecord): Thenable<string | undefined> {
  return showInputBox({
    title: vscode.l10n.t('Rename {0}', shownId),
    prompt: vscode.l10n.t(
      'Changes every record that names it, but no code. On a key in a text, Rename Symbol does both.',
    ),
    value: id,
    validateInput: (value) => (value.trim() === id ? undefined : problemWith(library, value.trim())),
  });
}

function problemWith(library: Library, newId: string): string | undefined {
  try {
    checkNewId(library, newId);
    return undefined;
  } catch (error) {
    if (error instanceof BecauseError) return error.message;
    throw error;
  }
}
