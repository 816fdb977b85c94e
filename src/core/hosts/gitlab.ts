/** GitLab: gitlab.com and servers of one's own, with groups inside groups. */
import { t } from '../base/l10n.ts';
import { encodedPath, pathPlace, query } from './addresses.ts';
import { host } from './host.ts';

export const gitlab = host({
  kind: 'gitlab',
  names: /^gitlab\.com$/,
  carriers: { 'altssh.gitlab.com': 'gitlab.com' },
  words: ['gitlab'],
  place: (parts) => (parts.segments.length >= 2 ? pathPlace(parts) : undefined),
  pages: {
    request: '-/merge_requests',
    file: (web, { rev, path, line, isDrawn }) =>
      `${web}/-/blob/${encodedPath(rev)}/${encodedPath(path)}${line ? `${isDrawn ? '?plain=1' : ''}#L${line}` : ''}`,
    form: (web, { source, target }) =>
      `${web}/-/merge_requests/new?${query({
        'merge_request[source_branch]': source,
        'merge_request[target_branch]': target,
      })}`,
    // What its users and other tools write.
    fields: { title: 'merge_request[title]', body: 'merge_request[description]', isSure: true },
  },
  requestName: () => t('merge request'),
  // docs.gitlab.com, "Description templates".
  templates: [
    { folder: '.gitlab/merge_request_templates', name: 'default' },
    { folder: '.gitlab/merge_request_templates' },
  ],
});
