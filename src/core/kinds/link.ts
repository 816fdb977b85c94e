/** A link: a branch, pull request, commit or path that serves an initiative or a problem. */
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { joined } from '../text/joined.ts';

/** `https://host/owner/repo/pull/418` → `#418`; another address as it is. */
function pullRequestName(address: string): string {
  const number = /\/(?:pull|pulls|merge_requests|pull-requests|pullrequest)\/(\d+)/.exec(address)?.[1];
  return number === undefined ? address : `#${number}`;
}

export const link = kind({
  name: 'link',
  icon: 'link',
  ownCommand: true,
  untitled: true,
  label: () => t('Link'),
  labels: () => t('Links'),
  help: () => t('A branch, pull request, commit or path that is for an initiative or a problem.'),
  bodyHelp: () => t('A note.'),
  fields: {
    branch: f.text(() => t('The name of a branch.')),
    pr: f.url(() => t('The address of a pull request.')),
    commit: f.text(() => t('The hash of a commit.')),
    patch: f.text(() => t('The patch id of the change, from `git patch-id --stable`. It survives a rebase.')),
    number: f.number(() => t('The number of the pull request.'), { min: 1, integer: true }),
    heads: f.texts(() => t('The hashes of the last commits of the pull request.')),
    path: f.text(() => t('A file or folder, relative to the workspace folder.')),
    repo: f.text(() => t('The repository, as host/owner/name.')),
    initiative: f.references(() => t('The initiative it is for.'), 'initiative'),
    problem: f.references(() => t('The problem it is for.'), 'problem'),
    evidence: f.references(() => t('The evidence that supports it.'), 'evidence'),
  },
  place: {
    name: 'work',
    label: () => t('Work'),
    icon: 'tools',
    isLast: true,
    rank: ({ values }) =>
      [values.branch, values.pr, values.commit, values.path, ''].findIndex((one) => one !== undefined),
    isShared: ({ values }) => !values.initiative?.length,
  },
  address: ({ pr }) => pr,
  look({ title, id, shownId, values: { branch, pr, commit, path } }) {
    const titled = title === id ? undefined : title;
    const [icon, sort, name] =
      branch !== undefined
        ? ['git-branch', t('Branch'), branch]
        : pr !== undefined
          ? ['git-pull-request', t('Pull request'), pullRequestName(pr)]
          : commit !== undefined
            ? ['git-commit', t('Commit'), commit.slice(0, 8)]
            : ['folder', t('Path'), path ?? shownId];
    const look = { label: titled ?? name, description: titled ? name : '' };
    return { ...look, icon, spoken: joined(sort, look.label, look.description) };
  },
  describe: ({ branch, pr, commit, path }) => branch ?? pr ?? commit?.slice(0, 8) ?? path ?? '',
  starts: ['branch', 'initiative'],
});
