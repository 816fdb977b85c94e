/** The pull request templates of a repository, read from its working tree. */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import type { HostKind } from '../core/hosts/all.ts';
import { pullRequestTemplates, templateFolders } from '../core/hosts/newPullRequest.ts';

export interface Template {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Characters of a template; hosts take no longer description. */
const LONGEST = 65_536;

/** The templates below a working tree's root, the host's own choice for a target branch first. */
export async function templatesIn(root: string, kind: HostKind, target: string): Promise<readonly Template[]> {
  const listed = await Promise.all(templateFolders(kind).map((folder) => filesIn(root, folder)));
  const found = pullRequestTemplates(kind, listed.flat(), target);
  // A template that cannot be read is none.
  const texts = await Promise.all(
    found.map((each) => fs.readFile(path.join(root, each.path), 'utf8').catch(() => undefined)),
  );
  return found.flatMap((each, index) => {
    const text = texts[index];
    return text === undefined ? [] : { path: each.path, text: text.slice(0, LONGEST) };
  });
}

/**
 * Paths of the files directly in a folder, found in any case; none where there is no such folder. A link is neither:
 * what it leads to may be none of the repository's, and hosts follow none either.
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
