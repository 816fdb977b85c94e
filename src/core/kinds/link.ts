/** A link: a branch, pull request, commit or path that serves an initiative or a problem. */
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';

export const link = kind({
  name: 'link',
  folder: 'links',
  prefix: 'li',
  icon: 'link',
  ownCommand: true,
  label: () => t('Link'),
  labels: () => t('Links'),
  help: () => t('A branch, pull request, commit or path that serves an initiative or a problem.'),
  bodyHelp: () => t('A note.'),
  fields: {
    branch: f.text(() => t('The name of a branch.')),
    pr: f.url(() => t('The address of a pull request.')),
    commit: f.text(() => t('The hash of a commit.')),
    patch: f.text(() =>
      t('What the commit or pull request changes, as `git patch-id --stable` tells: a rebase keeps it.'),
    ),
    number: f.number(() => t('The number of the pull request.'), { min: 1, integer: true }),
    heads: f.texts(() => t('The hashes of the last commits that the pull request had.')),
    path: f.text(() => t('A file or folder, from the folder of the workspace.')),
    repo: f.text(() => t('The repository, as host/owner/name.')),
    initiative: f.references(() => t('The initiative it serves.'), 'initiative'),
    problem: f.references(() => t('The problem it serves.'), 'problem'),
    evidence: f.references(() => t('The evidence it rests on.'), 'evidence'),
  },
  describe: ({ branch, pr, commit, path }) => branch ?? pr ?? commit?.slice(0, 8) ?? path ?? '',
  starts: ['branch', 'initiative'],
  snippetBody: '$0',
});
