/** The pull request templates of a repository, by where each host looks for them. */
import { type HostKind, hostOf } from './all.ts';

export interface PullRequestTemplate {
  /** From the repository's root, as it is written there. */
  readonly path: string;
  /** Whether the host takes it by itself; others are for a person to choose from. */
  readonly isDefault: boolean;
}

/** The folders whose files `pullRequestTemplates` wants to know, from the root, which is empty; in any case. */
export function templateFolders(kind: HostKind): readonly string[] {
  const { templates, templatesOfBranch = [] } = hostOf(kind);
  return [...new Set(templates.map(({ folder }) => folder)), ...templatesOfBranch];
}

/**
 * The templates among the files of a repository: the default first, if there is one, then those to choose from, in the
 * host's order and by name. Where the host knows any, one for the `target` branch, or for what stands before its first slash,
 * goes first.
 */
export function pullRequestTemplates(
  kind: HostKind,
  paths: Iterable<string>,
  target?: string,
): readonly PullRequestTemplate[] {
  const { templates, templatesOfBranch = [], takesAnyEnding = false } = hostOf(kind);
  const files = [...paths].sort().flatMap((path) => {
    const [, folder = '', name = '', ending = ''] = /^(?:(.*)\/)?([^/]+?)(?:\.(md|markdown|txt))?$/i.exec(path) ?? [];
    // None takes a form of its own (`.yml`) as text.
    const isText = ending !== '' || (takesAnyEnding && !name.includes('.'));
    return isText ? [{ path, folder: folder.toLowerCase(), name: name.toLowerCase() }] : [];
  });
  const at = (folder: string, name?: string) =>
    files.filter((file) => file.folder === folder.toLowerCase() && (name === undefined || file.name === name));
  const branches = target === undefined ? [] : [target, target.split('/')[0] ?? ''];
  const ofBranch = branches.flatMap((branch) =>
    templatesOfBranch.flatMap((folder) => at(folder, branch.toLowerCase())),
  );
  const found = [...ofBranch, ...templates.flatMap(({ folder, name }) => at(folder, name))];
  const defaults = new Set([...ofBranch, ...templates.flatMap(({ folder, name }) => (name ? at(folder, name) : []))]);
  return [...new Set(found)].map((file, index) => ({ path: file.path, isDefault: index === 0 && defaults.has(file) }));
}
