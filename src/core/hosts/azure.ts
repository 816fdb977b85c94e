/** Azure DevOps: its cloud by two names, and servers. */
import { encoded, origin, query } from './addresses.ts';
import { chosen, type HostedRepository, host, ofBranches, type Parts, usualTemplates } from './host.ts';

const CLOUD = /^(?:ssh\.)?dev\.azure\.com$|\.visualstudio\.com$/;

const folders = ['.azuredevops', '.vsts', 'docs', ''];

export const azure = host({
  kind: 'azure',
  names: CLOUD,
  looksLike: ({ segments }) => segments.includes('_git') || segments.includes('_ssh'),
  place,
  pages: {
    request: 'pullrequest',
    file(web, { rev, isCommit, path, line }) {
      const version = `${isCommit ? 'GC' : 'GB'}${rev}`;
      const lines = line && { line, lineEnd: line + 1, lineStartColumn: 1, lineEndColumn: 1, lineStyle: 'plain' };
      return `${web}?${query({ path: `/${path}`, version, ...lines, _a: 'contents' })}`;
    },
    form: (web, { source, target }) => `${web}/pullrequestcreate?${query({ sourceRef: source, targetRef: target })}`,
  },
  namesByPath: false,
  // learn.microsoft.com, "Pull request templates".
  templates: [...usualTemplates(...folders), ...chosen(...folders)],
  templatesOfBranch: ofBranches(...folders),
});

/** `organization/project/_git/name` in all its forms, of the cloud's two hosts and of servers. */
function place(parts: Parts): HostedRepository | undefined {
  const { host: server, account, segments } = parts;
  const isCloud = CLOUD.test(server);
  if (/^(?:vs-)?ssh\./.test(server)) {
    const [version = '', organization = '', project = '', name, ...rest] = segments;
    if (/^v\d$/.test(version)) return name && rest.length === 0 ? cloud(organization, project, name) : undefined;
  }
  const at = segments.findIndex((part) => part === '_git' || part === '_ssh');
  const [name, ...more] = segments.slice(at + 1).filter((part) => part !== '_optimized' && part !== '_full');
  if (at < 0 || name === undefined || more.length > 0) return undefined;
  const before = segments.slice(0, at).filter((part) => !isCloud || part.toLowerCase() !== 'defaultcollection');
  if (!isCloud) {
    const web = `${origin(parts)}/${encoded([...before, '_git', name])}`;
    return before.length === 0 ? undefined : { host: server, owner: before.join('/'), name, web };
  }
  const organization =
    server === 'dev.azure.com' ? before.shift() : server.startsWith('vs-ssh.') ? account : server.split('.')[0];
  return organization && before.length <= 1 ? cloud(organization, before[0] ?? name, name) : undefined;
}

function cloud(organization: string, project: string, name: string): HostedRepository {
  return {
    host: 'dev.azure.com',
    owner: `${organization}/${project}`,
    name,
    web: `https://dev.azure.com/${encoded([organization, project, '_git', name])}`,
  };
}
