/** The commit box: on wish it says what the branch is for, without a hook, and never over what a person typed. */
import * as vscode from 'vscode';
import { commitMessage, commitStyles, nextMessage } from '../../core/work/commitMessage.ts';
import { initiativeOfWork } from '../ask/guess.ts';
import type { Feature } from '../commands/live.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Repository } from '../workspace/git.ts';
import { onDidChangeSetting, setting } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const commitBox: Feature = ({ workspace, memory }) => {
  let watched = vscode.Disposable.from();
  const fill = () => {
    watched.dispose();
    const listeners = workspace.git.repositories.map((repository) => {
      const look = () => prefill(workspace, memory, repository);
      look();
      // The git extension empties the box after a commit is known; its next look at the working tree tells us.
      return repository.state.onDidChange(look);
    });
    watched = vscode.Disposable.from(...listeners);
  };
  fill();
  return vscode.Disposable.from(
    { dispose: () => watched.dispose() },
    workspace.git.onDidChange(fill),
    workspace.onDidChange(fill),
    onDidChangeSetting('commitMessage', fill),
  );
};

/** The folder whose records a repository's commits speak of. */
export function folderOfRepository(workspace: Workspace, { rootUri }: Repository): Folder | undefined {
  const inside = workspace.folders.find(({ root }) => `${root.path}/`.startsWith(`${rootUri.path}/`));
  return workspace.folderOf(rootUri) ?? inside ?? workspace.active;
}

/** Puts into the box what the setting wants there. What was put there is remembered, so that it is known again after a restart. */
function prefill(workspace: Workspace, memory: vscode.Memento, repository: Repository): void {
  const folder = folderOfRepository(workspace, repository);
  if (!folder) return;
  const wish = setting('commitMessage', folder.root);
  const style = commitStyles.find((each) => each === wish);
  const slot = `commitMessage:${repository.rootUri.toString()}`;
  const lastWritten = memory.get<string>(slot);
  if (!style && !lastWritten) return;
  // What is being merged has a message of git's own, which only stands in a box that is empty.
  const initiative =
    style && !isMerging(repository) ? initiativeOfWork(workspace, folder.library, repository.rootUri) : undefined;
  const wanted = style && initiative ? commitMessage(folder.library, initiative, style) : '';
  // On Windows the box may give lines back with the system's own ends.
  const current = repository.inputBox.value.replaceAll('\r\n', '\n');
  const next = nextMessage(current, lastWritten, wanted);
  if (next === undefined) return;
  repository.inputBox.value = next;
  void memory.update(slot, next || undefined);
}

/** A rebase stops without a branch; what it stopped at is not merged. */
const isMerging = ({ state }: Repository): boolean => state.mergeChanges.length > 0 && state.HEAD?.name !== undefined;
