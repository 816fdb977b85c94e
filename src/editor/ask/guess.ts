/** Which initiative a place in code most likely belongs to, and why. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import type { Library } from '../../core/library/library.ts';
import { type CheckedOut, initiativeAt } from '../../core/outline/currentWork.ts';
import { linksToFile, whyOfLinks, workOf } from '../../core/work/links.ts';
import { namesIn } from '../lines/paths.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

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
    return initiative ? { initiative, why: t('{0} is on this line', key) } : [];
  });
}

function inLinks(folder: Folder, uri: vscode.Uri): Guess[] {
  const { library } = folder;
  const links = namesIn(folder, uri).flatMap((path) => linksToFile(library, path));
  return [...new Set(links)].flatMap((link) =>
    whyOfLinks(library, [link]).initiatives.map((initiative) => ({
      initiative,
      why: t('linked to {0}', workOf(link)?.name ?? ''),
    })),
  );
}

function onBranch(workspace: Workspace, { root, library }: Folder): Guess[] {
  const place = checkoutAt(workspace, root);
  const initiative = initiativeAt(library, place);
  if (!initiative || place.kind !== 'branch') return [];
  return [{ initiative, why: t('branch {0}', place.branch) }];
}

/** The initiative of the branch that is checked out where a file or folder lies. */
export const initiativeOfWork = (workspace: Workspace, library: Library, at: vscode.Uri): Initiative | undefined =>
  initiativeAt(library, checkoutAt(workspace, at));

/** What is known about the branch where a file or folder lies. */
export function checkoutAt({ git }: Workspace, at: vscode.Uri): CheckedOut {
  if (!vscode.workspace.isTrusted) return { kind: 'restricted' };
  if (!git.rootOf(at)) return { kind: git.settled ? 'no-git' : 'unknown' };
  if (!git.hasToldBranchOf(at)) return { kind: 'unknown' };
  const branch = git.branchOf(at);
  return branch === undefined ? { kind: 'detached' } : { kind: 'branch', branch, repos: git.reposOf(at) };
}
