/** Where in git a gesture is made: the folder it is for, and the repository of the file in front, else of the folder. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { isHash } from '../../core/work/links.ts';
import { checkoutAt } from '../ask/guess.ts';
import type { Folder } from '../workspace/folder.ts';
import { gitFolderAt } from '../workspace/gitProgram.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface WorkPlace {
  readonly folder: Folder;
  /** A file or folder in the repository. */
  readonly uri: vscode.Uri;
}

/** The place of a file, or of the one in front, or of the folder. */
export function workPlace(workspace: Workspace, folder: Folder, file?: vscode.Uri): WorkPlace {
  const { git } = workspace;
  const active = vscode.window.activeTextEditor?.document.uri;
  const isHere = active && workspace.folderOf(active) === folder && git.rootOf(active) !== undefined;
  const uri = file ?? (isHere ? active : folder.root);
  return { folder, uri };
}

/** What questions call the file or folder: its path on the disk. Throws `untrusted`, and `no-git` where it is on none. */
export function fileAsked(workspace: Workspace, { uri }: Pick<WorkPlace, 'uri'>): string {
  if (uri.scheme !== 'file') gitFolderAt(workspace.git, uri);
  return uri.fsPath;
}

/** The name of a file without its folders: what git is asked about in the file's own folder. */
export const fileName = ({ path }: Pick<vscode.Uri, 'path'>): string => path.slice(path.lastIndexOf('/') + 1);

/** The error of a gesture that needs a repository the editor has opened. */
export function noRepository({ uri }: Pick<WorkPlace, 'uri'>): BecauseError {
  return new BecauseError('no-git', t('The editor has no git repository open for {0}.', fileName(uri)), {
    next: t('Open it in the Source Control view, or run “git init”.'),
  });
}

/** The branch that is checked out. Throws `no-git` outside a repository, and `not-found` where HEAD is detached. */
export function branchAt(workspace: Workspace, place: WorkPlace): string {
  // Says first whether git is there at all.
  gitFolderAt(workspace.git, place.uri);
  if (!workspace.git.rootOf(place.uri)) throw noRepository(place);
  const here = checkoutAt(workspace, place.uri);
  if (here.kind === 'branch') return here.branch;
  throw new BecauseError('not-found', t('No branch is checked out (HEAD is detached).'), {
    next: t('Check out a branch, then try again.'),
  });
}

/** The root of the repository whose menu in the Source Control view was used. */
export function rootMeant(source: unknown): vscode.Uri | undefined {
  const root = typeof source === 'object' && source !== null && 'rootUri' in source ? source.rootUri : undefined;
  return root instanceof vscode.Uri ? root : undefined;
}

/** The commit a menu was opened on: of a timeline entry, or the last argument that the git extension's hovers pass. */
export function commitClicked(source: unknown): string | undefined {
  const ref = typeof source === 'object' && source !== null && 'ref' in source ? source.ref : source;
  return typeof ref === 'string' && isHash(ref) ? ref : undefined;
}
