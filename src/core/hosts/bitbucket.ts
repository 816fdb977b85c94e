/** Bitbucket: the cloud, bitbucket.org. */
import { encoded, encodedPath, pathPlace, query } from './addresses.ts';
import { host, usualTemplates } from './host.ts';

export const bitbucket = host({
  kind: 'bitbucket',
  names: /^bitbucket\.org$/,
  carriers: { 'altssh.bitbucket.org': 'bitbucket.org' },
  place: (parts) => (parts.segments.length === 2 ? pathPlace(parts) : undefined),
  pages: {
    request: 'pull-requests',
    // A slash in a branch's name would be read as a folder.
    file: (web, { rev, path, line }) =>
      `${web}/src/${encoded([rev])}/${encodedPath(path)}${line ? `#lines-${line}` : ''}`,
    form: (web, { source, target }) => `${web}/pull-requests/new?${query({ source, dest: target })}`,
  },
  // Its own template is in the repository's settings: a file that is called so is meant for whoever writes the description.
  templates: usualTemplates('.bitbucket', '', 'docs'),
  hidesComments: false,
});
