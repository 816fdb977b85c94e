/** Git itself, for what the editor's own git extension does not tell: the one file of the editor that starts a program. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { GitPort } from '../../git/port.ts';
import { type GitFolder, gitIn } from '../../git/program.ts';
import { platform } from '../platform/node.ts';
import type { Git } from './git.ts';
import { realUri } from './realPath.ts';
import { hostKindsSet } from './remoteAddresses.ts';
import { documentAt, isThere } from './texts.ts';

/**
 * Git where a file or folder really lies: in that very folder, so that submodules and linked worktrees answer for themselves,
 * whether the git extension has opened them or not. Throws `untrusted` in Restricted Mode, and `no-git` without git and
 * on a virtual disk.
 */
export const gitFolderAt = (git: Git, at: vscode.Uri): GitFolder =>
  gitIn(programFor(git, at), platform.folderAt(realUri(at).fsPath));

/** Git's program, for a file or folder. Throws as `gitFolderAt` does. */
function programFor(git: Git, { scheme }: vscode.Uri): string {
  if (!vscode.workspace.isTrusted) {
    throw new BecauseError('untrusted', t('Git is off in Restricted Mode.'), {
      next: t('Trust the workspace to use it.'),
    });
  }
  if (scheme !== 'file') {
    throw new BecauseError('no-git', t('Git only works for files on a disk.'), {
      next: t('Open the file itself, saved in its repository, and ask there.'),
    });
  }
  if (git.program !== undefined) return git.program;
  throw new BecauseError('no-git', t('Git was not found.'), {
    next: t('Install git, or turn on the editor’s own Git extension and the setting “git.enabled”.'),
  });
}

/** What the product asks git through: the extension's knowledge where it has any, and documents as they are open. */
export const gitPortOf = (git: Git, root: vscode.Uri, context: vscode.Uri): GitPort => ({
  folder: root.fsPath,
  records: context.path.slice(root.path.length + 1),
  program: () => programFor(git, root),
  hosts: hostKindsSet,
  checkedOut: (file) => git.checkedOut(vscode.Uri.file(file)),
  unsaved: (file) => unsaved(vscode.Uri.file(file)),
  push: (file, ...what) => git.repositoryOf(vscode.Uri.file(file))?.push(...what),
  changed: async (file) => git.repositoryOf(vscode.Uri.file(file))?.status(),
});

/** Byte for byte as it would be saved: git compares bytes, and a lost byte order mark is a changed line. */
async function unsaved(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  const document = documentAt(uri.toString());
  if (!document || (!document.isDirty && (await isThere(uri)))) return undefined;
  return vscode.workspace.encode(document.getText(), { encoding: document.encoding });
}
