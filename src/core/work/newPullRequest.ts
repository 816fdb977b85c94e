/** The form of a host for a new pull request, filled in as far as an address can carry it. */
import type { Fields } from './hostPages.ts';
import { query } from './hostPages.ts';
import type { HostKind, Remote } from './remote.ts';
import { encoded } from './remote.ts';

/**
 * How long an address may be. `browser`: what GitHub's own command line opens at most, since servers cut a request's line at
 * 8 KiB (github.com/cli/cli, utils.ValidURL; nginx, large_client_header_buffers). `windows`: what Electron's
 * shell.openExternal takes there (electronjs.org/docs/latest/api/shell).
 */
export const addressLimits = { browser: 8191, windows: 2081 } as const;

/** A form for a new pull request. */
export interface NewPullRequest {
  /** The branch to merge. */
  readonly source: string;
  /** The branch to merge into. */
  readonly target: string;
  readonly title: string;
  readonly body: string;
  /** Who owns the fork that the source branch is on, where it is not on the same repository. GitHub and Gitea alone take it. */
  readonly forkOwner?: string | undefined;
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

/**
 * What forms call title and body. GitHub's are documented ("Using query parameters to create a pull request"), and Gitea
 * took them over in 1.24.1 (go-gitea/gitea#34537); older ones, and Forgejo, show their forms empty. GitLab's and Bitbucket
 * Server's are what their users and other tools write. Bitbucket's cloud and Azure DevOps take neither.
 */
const forms: Readonly<Partial<Record<HostKind, { title: string; body: string; isSure: boolean }>>> = {
  github: { title: 'title', body: 'body', isSure: true },
  gitea: { title: 'title', body: 'body', isSure: false },
  gitlab: { title: 'merge_request[title]', body: 'merge_request[description]', isSure: true },
  'bitbucket-server': { title: 'title', body: 'description', isSure: true },
};

/** The form for a new pull request; undefined on a host whose pages are not known. */
export function newPullRequestPage(remote: Remote, request: NewPullRequest): NewPullRequestPage | undefined {
  const empty = emptyForm(remote, request);
  if (empty === undefined) return undefined;
  const names = forms[remote.kind];
  if (!names) return { url: empty, carries: 'nothing' };
  const { title, body, limit = addressLimits.browser } = request;
  const filled = (fields: Fields) => `${empty}&${query(fields)}`;
  const ways = [
    { url: filled({ [names.title]: title, [names.body]: body }), carries: 'everything' },
    { url: filled({ [names.title]: title }), carries: 'title' },
  ] as const;
  const { url, carries } = ways.find((way) => way.url.length <= limit) ?? { url: empty, carries: 'nothing' };
  return { url, carries: names.isSure ? carries : 'nothing' };
}

/** The form with its two branches alone. */
function emptyForm({ kind, web }: Remote, { source, target, forkOwner }: NewPullRequest): string | undefined {
  switch (kind) {
    case 'github':
    case 'gitea': {
      const fork = forkOwner === undefined ? '' : `${encoded([forkOwner])}:`;
      return `${web}/compare/${branch(target)}...${fork}${branch(source)}?quick_pull=1`;
    }
    case 'gitlab': {
      const fields = { 'merge_request[source_branch]': source, 'merge_request[target_branch]': target };
      return `${web}/-/merge_requests/new?${query(fields)}`;
    }
    case 'bitbucket-server': {
      const fields = { sourceBranch: `refs/heads/${source}`, targetBranch: `refs/heads/${target}` };
      return `${web}/pull-requests?create&${query(fields)}`;
    }
    case 'bitbucket':
      return `${web}/pull-requests/new?${query({ source, dest: target })}`;
    case 'azure':
      return `${web}/pullrequestcreate?${query({ sourceRef: source, targetRef: target })}`;
    case 'unknown':
      return undefined;
  }
}

const branch = (name: string) => encoded(name.split('/'));
