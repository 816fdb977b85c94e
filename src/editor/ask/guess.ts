/** Which initiative a place in code most likely belongs to, and why. */
import * as vscode from 'vscode';
import type { Initiative } from '../../core/kinds/all.ts';
import type { Library } from '../../core/library/library.ts';
import { initiativeOfBranch, linksToFile, whyOfLinks, workOf } from '../../core/work/links.ts';
import { namesIn } from '../lines/paths.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

/** Characters; longer lines were not written by a person. */
const LONGEST_LINE = 10_000;

export interface Guess {
  readonly initiative: Initiative;
  /** Why, in a few words. */
  readonly why: string;
}

/** The likely initiatives, the likeliest first, each once. */
export function guesses(workspace: Workspace, folder: Folder, editor: vscode.TextEditor | undefined): Guess[] {
  const here = editor ? [...onLine(folder, editor), ...inLinks(folder, editor.document.uri)] : [];
  const all = [...here, ...onBranch(workspace, folder)];
  return all.filter(({ initiative }, index) => all.findIndex((one) => one.initiative === initiative) === index);
}

function onLine({ library }: Folder, { document, selection }: vscode.TextEditor): Guess[] {
  const { line, character } = selection.active;
  const { text } = document.lineAt(line);
  if (text.length > LONGEST_LINE) return [];
  const atCursor = library.keys.at(text, character);
  return [...(atCursor ? [atCursor] : []), ...library.keys.find(text)].flatMap(({ key }) => {
    const initiative = library.initiativeOf(key);
    return initiative ? { initiative, why: vscode.l10n.t('{0} stands on this line', key) } : [];
  });
}

function inLinks(folder: Folder, uri: vscode.Uri): Guess[] {
  const { library } = folder;
  const links = namesIn(folder, uri).flatMap((path) => linksToFile(library, path));
  return [...new Set(links)].flatMap((link) =>
    whyOfLinks(library, [link]).initiatives.map((initiative) => ({
      initiative,
      why: vscode.l10n.t('linked to {0}', workOf(link)?.name ?? ''),
    })),
  );
}

function onBranch(workspace: Workspace, { root, library }: Folder): Guess[] {
  const initiative = initiativeOfWork(workspace, library, root);
  return initiative ? [{ initiative, why: vscode.l10n.t('the branch {0}', workspace.git.branchOf(root) ?? '') }] : [];
}

/** The initiative of the branch that is checked out where a file or folder lies. */
export function initiativeOfWork({ git }: Workspace, library: Library, at: vscode.Uri): Initiative | undefined {
  const branch = git.branchOf(at);
  return branch === undefined ? undefined : initiativeOfBranch(library, branch, git.reposOf(at));
}
