/** The pull request templates of a repository, read from its working tree. */
import * as vscode from 'vscode';
import type { HostKind } from '../../core/hosts/all.ts';
import { pullRequestTemplates, templateFolders } from '../../core/hosts/pullRequestTemplate.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Place } from './place.ts';

export interface Template {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Characters of a template; hosts take no longer description. */
const LONGEST = 65_536;

/** The templates, the host's own choice first; none outside a repository. */
export async function templatesIn(
  workspace: Workspace,
  { uri }: Place,
  kind: HostKind,
  target: string,
): Promise<readonly Template[]> {
  const root = workspace.git.rootOf(uri);
  if (!root) return [];
  const listed = await Promise.all(templateFolders(kind).map((folder) => filesIn(root, folder)));
  const found = pullRequestTemplates(kind, listed.flat(), target);
  const texts = await Promise.all(found.map(({ path }) => read(vscode.Uri.joinPath(root, path))));
  return found.flatMap(({ path }, index) => {
    const text = texts[index];
    return text === undefined ? [] : { path, text };
  });
}

/**
 * Paths of the files directly in a folder, found in any case; none where there is no such folder. A link is neither:
 * what it leads to may be none of the repository's, and hosts follow none either.
 */
async function filesIn(root: vscode.Uri, folder: string): Promise<string[]> {
  let path = '';
  for (const step of folder.split('/').filter(Boolean)) {
    const folders = await namesOf(root, path, vscode.FileType.Directory);
    const name = folders.find((each) => each.toLowerCase() === step.toLowerCase());
    if (name === undefined) return [];
    path = path === '' ? name : `${path}/${name}`;
  }
  const files = await namesOf(root, path, vscode.FileType.File);
  return files.map((name) => (path === '' ? name : `${path}/${name}`));
}

/** The names in a folder that are exactly of the type, as a link to such is not. */
async function namesOf(root: vscode.Uri, path: string, type: vscode.FileType): Promise<string[]> {
  const folder = vscode.Uri.joinPath(root, path);
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
  return entries.flatMap(([name, each]) => (each === type ? name : []));
}

/** A template that cannot be read is none. */
async function read(file: vscode.Uri): Promise<string | undefined> {
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(file)).catch(() => undefined);
  return bytes && new TextDecoder().decode(bytes).slice(0, LONGEST);
}
