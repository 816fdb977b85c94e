/** The pull request templates of a repository, by where each host looks for them. */
import type { HostKind } from './remote.ts';

export interface PullRequestTemplate {
  /** From the repository's root, as it is written there. */
  readonly path: string;
  /** Whether the host takes it by itself; others are for a person to choose from. */
  readonly isDefault: boolean;
}

/** Where a host looks, the first that is there first; without regard to case, and for files directly in a folder alone. */
interface Place {
  readonly folder: string;
  /** What a default template is called, without its ending; undefined where every file of the folder is one to choose. */
  readonly name?: string;
}

const NAME = 'pull_request_template';

const named = (...folders: string[]): Place[] => folders.map((folder) => ({ folder, name: NAME }));
const chosen = (...folders: string[]): Place[] => folders.map((folder) => ({ folder: inside(folder, NAME) }));
const inside = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);

const azureFolders = ['.azuredevops', '.vsts', 'docs', ''];

/**
 * Sources: docs.github.com "Creating a pull request template" and, for the order, "Creating a default community health
 * file"; docs.gitlab.com "Description templates"; learn.microsoft.com "Pull request templates"; docs.gitea.com "Issue and
 * Pull Request Templates", and Forgejo's of the same name. Bitbucket keeps its template in the repository's settings: a file
 * that is called so all the same is meant for whoever writes the description.
 */
const places: Readonly<Record<HostKind, readonly Place[]>> = {
  github: [...named('.github', '', 'docs'), ...chosen('.github', '', 'docs')],
  gitlab: [
    { folder: '.gitlab/merge_request_templates', name: 'default' },
    { folder: '.gitlab/merge_request_templates' },
  ],
  azure: [...named(...azureFolders), ...chosen(...azureFolders)],
  gitea: named('.forgejo', '', '.gitea', '.github'),
  bitbucket: named('.bitbucket', '', 'docs'),
  'bitbucket-server': named('.bitbucket', '', 'docs'),
  unknown: named('', 'docs', '.github'),
};

/** The folders whose files `pullRequestTemplates` wants to know, from the root, which is empty; in any case. */
export function templateFolders(kind: HostKind): readonly string[] {
  const branches = kind === 'azure' ? azureFolders.map((folder) => inside(folder, `${NAME}/branches`)) : [];
  return [...new Set(places[kind].map(({ folder }) => folder)), ...branches];
}

/**
 * The templates among the files of a repository: the default first, if there is one, then those to choose from, in the
 * host's order and by name. On Azure DevOps one for the `target` branch, or for what stands before its first slash, goes first.
 */
export function pullRequestTemplates(
  kind: HostKind,
  paths: Iterable<string>,
  target?: string,
): readonly PullRequestTemplate[] {
  const files = [...paths].sort().flatMap((path) => {
    const [, folder = '', name = '', ending = ''] = /^(?:(.*)\/)?([^/]+?)(?:\.(md|markdown|txt))?$/i.exec(path) ?? [];
    // Only GitHub takes one without an ending, and none takes a form of its own (`.yml`) as text.
    const isText = ending !== '' || (kind === 'github' && !name.includes('.'));
    return isText ? [{ path, folder: folder.toLowerCase(), name: name.toLowerCase() }] : [];
  });
  const at = (folder: string, name?: string) =>
    files.filter((file) => file.folder === folder.toLowerCase() && (name === undefined || file.name === name));
  const ofBranch =
    kind === 'azure' && target !== undefined
      ? [target, target.split('/')[0] ?? ''].flatMap((branch) =>
          azureFolders.flatMap((folder) => at(inside(folder, `${NAME}/branches`), branch.toLowerCase())),
        )
      : [];
  const found = [...ofBranch, ...places[kind].flatMap(({ folder, name }) => at(folder, name))];
  const defaults = new Set([
    ...ofBranch,
    ...places[kind].flatMap(({ folder, name }) => (name ? at(folder, name) : [])),
  ]);
  return [...new Set(found)].map((file, index) => ({ path: file.path, isDefault: index === 0 && defaults.has(file) }));
}
