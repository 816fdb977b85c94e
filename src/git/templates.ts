/** Reads a repository's pull request templates from its working tree. */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import type { HostKind } from '../core/hosts/all.ts';
import { pullRequestTemplates, templateFolders } from '../core/hosts/newPullRequest.ts';

export interface Template {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Characters of a template; hosts take no more. */
const LONGEST = 65_536;

/** The templates in a working tree, the host's own choice for the target branch first. */
export async function templatesIn(root: string, kind: HostKind, target: string): Promise<readonly Template[]> {
  const listed = await Promise.all(templateFolders(kind).map((folder) => filesIn(root, folder)));
  const found = pullRequestTemplates(kind, listed.flat(), target);
  // Unreadable templates are skipped.
  const texts = await Promise.all(
    found.map((each) => fs.readFile(path.join(root, each.path), 'utf8').catch(() => undefined)),
  );
  return found.flatMap((each, index) => {
    const text = texts[index];
    return text === undefined ? [] : { path: each.path, text: text.slice(0, LONGEST) };
  });
}

/**
 * The files directly in a folder, whose name matches in any case. Links are skipped: they may lead out of the repository,
 * and hosts do not follow them either.
 */
async function filesIn(root: string, folder: string): Promise<string[]> {
  const entriesOf = (below: string) => fs.readdir(path.join(root, below), { withFileTypes: true }).catch(() => []);
  let at = '';
  for (const step of folder.split('/').filter(Boolean)) {
    const found = (await entriesOf(at)).find(
      (each) => each.isDirectory() && each.name.toLowerCase() === step.toLowerCase(),
    );
    if (!found) return [];
    at = path.posix.join(at, found.name);
  }
  return (await entriesOf(at)).flatMap((each) => (each.isFile() ? path.posix.join(at, each.name) : []));
}
