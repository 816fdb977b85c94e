/** A new pull request on its host: the form as far as an address can fill it in, and where templates lie. */
import { type QueryFields, query } from './addresses.ts';
import { type HostKind, hostOf } from './all.ts';
import type { Branches } from './host.ts';
import type { Remote } from './remote.ts';

/**
 * How long an address may be. `browser`: what GitHub's own command line opens at most, since servers cut a request's line at
 * 8 KiB (github.com/cli/cli, utils.ValidURL; nginx, large_client_header_buffers). `windows`: what Electron's
 * shell.openExternal takes there (electronjs.org/docs/latest/api/shell).
 */
export const addressLimits = { browser: 8191, windows: 2081 } as const;

/** A form for a new pull request. */
export interface NewPullRequest extends Branches {
  readonly title: string;
  readonly body: string;
  /** Characters of the address; `addressLimits.browser` where nothing else is said. */
  readonly limit?: number | undefined;
}

export interface NewPullRequestPage {
  readonly url: string;
  /**
   * What the form is sure to hold when it opens. Whatever is missing has to come from the clipboard. `title`: the body was
   * too long for an address.
   */
  readonly carries: 'everything' | 'title' | 'nothing';
}

/** The form for a new pull request; undefined on a host whose pages are not known. */
export function newPullRequestPage(remote: Remote, request: NewPullRequest): NewPullRequestPage | undefined {
  const { pages } = hostOf(remote.kind);
  if (!pages) return undefined;
  const empty = pages.form(remote.web, request);
  const names = pages.fields;
  if (!names) return { url: empty, carries: 'nothing' };
  const { title, body, limit = addressLimits.browser } = request;
  const filled = (fields: QueryFields) => `${empty}&${query(fields)}`;
  const ways = [
    { url: filled({ [names.title]: title, [names.body]: body }), carries: 'everything' },
    { url: filled({ [names.title]: title }), carries: 'title' },
  ] as const;
  const { url, carries } = ways.find((way) => way.url.length <= limit) ?? { url: empty, carries: 'nothing' };
  return { url, carries: names.isSure ? carries : 'nothing' };
}

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
