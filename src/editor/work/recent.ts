/** The work that says no why, as git knows it at this moment. */

import * as vscode from 'vscode';
import { emptyRequest } from '../../core/outline/requests.ts';
import type { UnlinkedWork } from '../../core/work/unlinked.ts';
import { unlinkedWork } from '../../core/work/unlinked.ts';
import { patchesOf } from '../../questions/circumstances.ts';
import { branches, defaultBranch } from '../../store/git/branches.ts';
import { commitsBetween, recentCommits } from '../../store/git/commits.ts';
import { introductions } from '../../store/git/introductions.ts';
import type { Choice } from '../ask/quickInput.ts';
import { separator } from '../ask/quickInput.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Feature } from '../commands/feature.ts';
import { showQuickPick } from '../door/picks.ts';
import { logError } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { branchChoice, commitChoice, type WorkChoice } from './choices.ts';
import { folderAt, gitAt, type Place, placeOf } from './place.ts';

/** Commits looked at: those somebody still remembers. */
const RECENT = 200;

/** Looks at the branches and the newest commits where the folder lies. Throws `untrusted`, `no-git`, `git-failed`. */
export async function unlinkedIn(workspace: Workspace, folder: Folder): Promise<UnlinkedWork> {
  const place: Place = placeOf(workspace, folder, folder.root);
  const git = gitAt(workspace, place);
  const [all, commits, main] = await Promise.all([
    branches(git),
    recentCommits(git, RECENT),
    defaultBranch(git),
    folder.because.ready(),
  ]);
  const isMain = main === undefined || main.name === place.branch || commits.length === 0;
  const [merges, own, patches] = await Promise.all([
    introductions(
      git,
      commits.map(({ hash }) => hash),
    ),
    isMain ? [] : commitsBetween(git, main.ref, 'HEAD', RECENT),
    patchesOf(folder.library, git, commits),
  ]);
  return unlinkedWork(folder.library, {
    branches: all,
    commits,
    repos: place.repos,
    remotes: place.remotes,
    defaultBranch: main?.name,
    merges,
    patches,
    branch: place.branch,
    ofBranch: new Set(own.map(({ hash }) => hash)),
  });
}

/** The branch that everything is merged into where the folder lies; undefined where git does not tell. */
export async function mainBranch(workspace: Workspace, folder: Folder): Promise<string | undefined> {
  try {
    return (await defaultBranch(gitAt(workspace, { uri: folder.root })))?.name;
  } catch (error) {
    logError(error);
    return undefined;
  }
}

/** `Unlinked Work`: the same as a list, of which one is linked. */
export const unlinkedList: Feature = (workspace) =>
  gestureCommand('because.unlinkedWork', emptyRequest, async () => {
    const folder = folderAt(workspace);
    const found = unlinkedIn(workspace, folder).then(({ branches: some, commits }) => [
      ...(some.length > 0 ? [separator(vscode.l10n.t('Branches')), ...some.map(branchChoice)] : []),
      ...(commits.length > 0 ? [separator(vscode.l10n.t('Commits')), ...commits.map(commitChoice)] : []),
    ]);
    const picked = await showQuickPick<Choice | WorkChoice>(found, {
      title: vscode.l10n.t('Unlinked Work'),
      placeHolder: vscode.l10n.t('These say no why. Which one do you want to link?'),
      matchOnDescription: true,
    });
    if (!picked || !('work' in picked)) return undefined;
    const command = picked.work === 'branch' ? 'because.linkBranch' : 'because.linkCommit';
    return vscode.commands.executeCommand(command, { [picked.work]: picked.value, folder: folder.root.toString() });
  });
