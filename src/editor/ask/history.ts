/** What git tells about a folder before it is set up, once the editor's git extension knows its repositories. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import type { FolderHistory } from '../../questions/folderHistory.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

const NOTHING: FolderHistory = {
  authors: [],
  me: undefined,
  lately: [],
  prefixes: [],
  named: { keys: [], commits: 0, branches: 0 },
};

/** Reads it; everything is empty without git, without trust, and after `signal`. */
export async function readHistory(workspace: Workspace, folder: Folder, signal: AbortSignal): Promise<FolderHistory> {
  if (vscode.workspace.isTrusted) await repositoriesKnown(workspace, signal);
  if (signal.aborted || !workspace.git.rootOf(folder.root)) return NOTHING;
  const { folderHistory } = await import('../../questions/folderHistory.ts');
  return folder.because.ask(folderHistory, {}, { signal }).catch((error: unknown) => {
    if (signal.aborted) return NOTHING;
    throw error;
  });
}

/** Why git has nothing to tell, as a sentence; undefined where it has, or may still have. */
export function whyUnknown({ git }: Workspace, { root }: Folder): string | undefined {
  if (!vscode.workspace.isTrusted) return t('Git is off in Restricted Mode.');
  if (git.rootOf(root) || !git.settled) return undefined;
  return git.program === undefined ? t('Git was not found.') : t('This folder is not in a git repository.');
}

/** Milliseconds after which a git extension that is still starting is not waited for. */
const PATIENCE = 5_000;

/** Resolves when the repositories are known, nobody waits any longer, or it takes too long. */
function repositoriesKnown({ git }: Workspace, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => git.settled && resolve();
  const listener = git.onDidChange(look);
  const timer = setTimeout(resolve, PATIENCE);
  signal.addEventListener('abort', () => resolve());
  look();
  return promise.finally(() => {
    clearTimeout(timer);
    listener.dispose();
  });
}
