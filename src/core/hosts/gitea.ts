/** Gitea and Forgejo: codeberg.org and servers of one's own, which may be served below a folder. */
import { encodedPath, pathPlace } from './addresses.ts';
import { github } from './github.ts';
import { host, usualTemplates } from './host.ts';

export const gitea = host({
  kind: 'gitea',
  names: /^codeberg\.org$/,
  words: ['codeberg', 'gitea', 'forgejo'],
  // The folder it is served below, SSH does not name.
  place: (parts) => (parts.segments.length >= 2 ? pathPlace(parts) : undefined),
  pages: {
    request: 'pulls',
    file: (web, { rev, isCommit, path, line, isDrawn }) =>
      `${web}/src/${isCommit ? 'commit' : 'branch'}/${encodedPath(rev)}/${encodedPath(path)}${line ? `${isDrawn ? '?display=source' : ''}#L${line}` : ''}`,
    form: github.pages.form,
    // Since 1.24.1 (go-gitea/gitea#34537); older ones, and Forgejo, show their forms empty.
    fields: { title: 'title', body: 'body', isSure: false },
  },
  // docs.gitea.com, "Issue and Pull Request Templates", and Forgejo's of the same name.
  templates: usualTemplates('.forgejo', '', '.gitea', '.github'),
});
