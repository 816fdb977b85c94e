/** `Add Why to Commit Message`: adds the trailers of what the commit is for to what stands in the box. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { emptyRequest } from '../../core/outline/requests.ts';
import { withTrailers } from '../../core/work/trailers.ts';
import { commitTrailers } from '../../questions/commitTrailers.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { noFolder } from '../commands/meant.ts';
import type { Repository } from '../workspace/git.ts';
import { gitFolderAt } from '../workspace/gitProgram.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answerFor } from './block.ts';
import { folderOfRepository } from './commitBox.ts';
import { noRepository, rootMeant, workPlace } from './place.ts';

/** Takes the branch's initiative, or one that is chosen. */
export const commitMessageFilling: Opens = ({ workspace }) =>
  gestureCommand(emptyRequest, async (_input, source) => {
    await workspace.ready();
    const repository = repositoryMeant(workspace, source);
    const folder = repository ? folderOfRepository(workspace, repository) : workspace.active;
    if (!folder) throw noFolder();
    if (!repository) {
      // Says why there is no box: no trust, no git, else no repository.
      gitFolderAt(workspace.git, folder.root);
      throw noRepository({ uri: folder.root });
    }
    const place = workPlace(workspace, folder, repository.rootUri);
    const title = t('Add Why to Commit Message');
    const prompt = t('What is this commit for?');
    const made = await answerFor(workspace, place, { source, title, prompt }, (initiative) =>
      folder.because.ask(commitTrailers, { initiative, file: place.uri.fsPath }),
    );
    if (!made) return undefined;
    const { inputBox } = repository;
    inputBox.value = withTrailers(inputBox.value, made.trailers, made.comment);
    await vscode.commands.executeCommand('workbench.view.scm');
    return { initiative: made.initiative };
  });

/** Menus of source control pass the provider, whose folder is the repository's. */
function repositoryMeant({ git, active }: Workspace, source: unknown): Repository | undefined {
  const root = rootMeant(source);
  if (root) return git.repositoryOf(root);
  const file = vscode.window.activeTextEditor?.document.uri;
  const [only, ...others] = git.repositories;
  // Of several, none is meant by a folder that is in none of them.
  const last = others.length === 0 ? only : undefined;
  return (file && git.repositoryOf(file)) ?? (active && git.repositoryOf(active.root)) ?? last;
}
