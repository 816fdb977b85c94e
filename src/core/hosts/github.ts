/** GitHub: github.com, data residency on ghe.com, and Enterprise servers. */
import { encoded, encodedPath, pathPlace } from './addresses.ts';
import { chosen, host, usualTemplates } from './host.ts';

export const github = host({
  kind: 'github',
  names: /^github\.com$|\.ghe\.com$/,
  carriers: { 'www.github.com': 'github.com', 'ssh.github.com': 'github.com' },
  words: ['github'],
  place: (parts) => (parts.segments.length === 2 ? pathPlace(parts) : undefined),
  pages: {
    request: 'pull',
    file: (web, { rev, path, line, isDrawn }) =>
      `${web}/blob/${encodedPath(rev)}/${encodedPath(path)}${line ? `${isDrawn ? '?plain=1' : ''}#L${line}` : ''}`,
    form(web, { source, target, forkOwner }) {
      const fork = forkOwner === undefined ? '' : `${encoded([forkOwner])}:`;
      return `${web}/compare/${encodedPath(target)}...${fork}${encodedPath(source)}?quick_pull=1`;
    },
    // docs.github.com, "Using query parameters to create a pull request".
    fields: { title: 'title', body: 'body', isSure: true },
  },
  site: 'github.com',
  takesRequests: true,
  // docs.github.com, "Creating a pull request template"; the order: "Creating a default community health file".
  templates: [...usualTemplates('.github', '', 'docs'), ...chosen('.github', '', 'docs')],
  takesAnyEnding: true,
});
