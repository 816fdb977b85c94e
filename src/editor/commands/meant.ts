/** What a command is called for: the record a menu was opened on, and the folder that is meant. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { Folder, type Located } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a surface of ours passes that means a record, as a row of a tree does, and is no input. */
export class Meaning {
  readonly located: Located;

  constructor(located: Located) {
    this.located = located;
  }
}

/** The record a menu's argument stands for: a tree node that carries one, or a file. */
export function locatedOf(workspace: Workspace, source: unknown): Located | undefined {
  if (source instanceof vscode.Uri) return workspace.recordAt(source);
  if (typeof source !== 'object' || source === null || !('located' in source)) return undefined;
  return source.located as Located | undefined;
}

/** What tells which folder is meant. */
interface Told {
  /** The folder by its address. */
  readonly address?: unknown;
  /** What a menu or key passed. */
  readonly source?: unknown;
  /** What is known of an input: its ids may be those of one folder's records. */
  readonly given?: object;
}

/** The folder that is named, else that of the row or file clicked on, else the one that knows an id, else the active one. */
export function folderMeant(workspace: Workspace, { address, source, given = {} }: Told = {}): Folder {
  const { folders, active } = workspace;
  const ids = Object.values(given)
    .flat()
    .filter((value) => typeof value === 'string');
  const knows = ({ library }: Folder) => ids.some((id) => library.initiativeOf(id) ?? library.named(id).length > 0);
  const folder =
    address === undefined
      ? (folderClicked(workspace, source) ?? [active, ...folders].find((each) => each && knows(each)) ?? active)
      : folders.find(({ root }) => root.toString() === String(address));
  if (folder) return folder;
  throw noFolder();
}

function folderClicked(workspace: Workspace, source: unknown): Folder | undefined {
  const located = locatedOf(workspace, source);
  if (located) return located.folder;
  if (source instanceof vscode.Uri) return workspace.folderFor(source);
  const folder = typeof source === 'object' && source !== null && 'folder' in source ? source.folder : undefined;
  return folder instanceof Folder ? folder : undefined;
}

/** The error of a gesture that needs an open folder. */
export function noFolder(): BecauseError {
  return new BecauseError('no-folder', t('No folder is open.'), {
    next: t('Open a folder, then try again.'),
  });
}
