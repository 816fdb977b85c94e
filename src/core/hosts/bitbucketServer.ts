/** Bitbucket Server and Data Center, which was Stash once: projects and people on a server of one's own. */
import { encoded, encodedPath, origin, query } from './addresses.ts';
import { type HostedRepository, host, type Parts, usualTemplates } from './host.ts';

export const bitbucketServer = host({
  kind: 'bitbucket-server',
  words: ['bitbucket', 'stash'],
  looksLike: ({ scheme, port, segments }) =>
    (scheme === 'ssh' && port === '7999') || (scheme !== 'ssh' && segments.at(-3) === 'scm'),
  place,
  pages: {
    request: 'pull-requests',
    file: (web, { rev, isCommit, path, line }) =>
      `${web}/browse/${encodedPath(path)}?${query({ at: isCommit ? rev : `refs/heads/${rev}` })}${line ? `#${line}` : ''}`,
    form: (web, { source, target }) =>
      `${web}/pull-requests?create&${query({
        sourceBranch: `refs/heads/${source}`,
        targetBranch: `refs/heads/${target}`,
      })}`,
    // What its users and other tools write.
    fields: { title: 'title', body: 'description', isSure: true },
    isOf: (page) => /\/(?:projects|users)\/[^/]+\/repos\/[^/]+$/i.test(page),
  },
  namesByPath: false,
  templates: usualTemplates('.bitbucket', '', 'docs'),
  hidesComments: false,
});

/** `/scm/KEY/name`, `ssh://…:7999/key/name`, or the page `/projects/KEY/repos/name`; `~user` and `/users/user` are a person's. */
function place(parts: Parts): HostedRepository | undefined {
  const { segments, scheme } = parts;
  const page = /^(?:(.+)\/)?(projects|users)\/([^/]+)\/repos\/([^/]+)$/i.exec(segments.join('/'));
  const [key = '', name = ''] = page?.slice(3) ?? segments.slice(-2);
  const before = page ? (page[1]?.split('/') ?? []) : segments.slice(0, -2);
  if (before.at(-1)?.toLowerCase() === 'scm' && !page) before.pop();
  if (name === '' || (scheme === 'ssh' && before.length > 0)) return undefined;
  const person = page?.[2]?.toLowerCase() === 'users' ? key : /^~(.+)/.exec(key)?.[1];
  // A project's key is written in capitals; SSH addresses are not.
  const shown = person === undefined ? ['projects', key.toUpperCase()] : ['users', person];
  return {
    host: parts.host,
    owner: person === undefined ? key : `~${person}`,
    name,
    web: `${origin(parts)}/${encoded([...before, ...shown, 'repos', name])}`,
  };
}
