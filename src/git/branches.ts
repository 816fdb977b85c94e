/** Reads branches: all of them, the one checked out, the default one, and where they were pushed. */
import type { Branch, DefaultBranch, Remote, Upstream } from '../core/work/facts.ts';
import { type GitFolder, revision } from './program.ts';

/** All branches, local and remote, newest first. Throws as `GitFolder` does. */
export async function branches(git: GitFolder): Promise<Branch[]> {
  const [refs, known] = await Promise.all([refsOf(git), remotes(git)]);
  return refs
    .filter(({ symref }) => symref === '')
    .map(({ ref, hash, committed, subject }) => {
      const name = ref.replace(/^refs\/(heads|remotes)\//, '');
      const remote = ref.startsWith('refs/remotes/') ? remoteOf(name, known) : undefined;
      return { name, remote, hash, committed, subject };
    });
}

/** The branch checked out, even before its first commit; undefined with a detached HEAD. */
export async function currentBranch(git: GitFolder): Promise<string | undefined> {
  const ref = await git.ask(['symbolic-ref', '--quiet', 'HEAD']);
  return ref?.replace(/^refs\/heads\//, '');
}

/** The commit checked out; undefined before the first one. */
export const headOf = (git: GitFolder): Promise<string | undefined> => resolved(git, 'HEAD^{commit}');

/** The hash a name stands for, if any. The caller has checked the name. */
export const resolved = (git: GitFolder, name: string): Promise<string | undefined> =>
  git.ask(['rev-parse', '--quiet', '--verify', name]);

/** Usual names of a default branch, the likeliest first. */
const USUAL = ['main', 'master', 'trunk', 'develop', 'mainline', 'default'];

/**
 * The branch others merge into: the one the remote names, else one with a usual name, else the only one. Throws as
 * `GitFolder` does.
 */
export async function defaultBranch(git: GitFolder): Promise<DefaultBranch | undefined> {
  const [refs, known, current, configured] = await Promise.all([
    refsOf(git),
    remotes(git),
    currentBranch(git),
    git.ask(['config', '--get', 'init.defaultBranch']),
  ]);
  const names = new Set(refs.map(({ ref }) => ref));
  const tracked = refs.find(({ ref }) => ref === `refs/heads/${current}`)?.upstream ?? '';
  const preferred = [remoteOf(tracked.replace('refs/remotes/', ''), known), 'upstream', 'origin'];
  const order = [...known].sort((a, b) => rank(preferred, a.name) - rank(preferred, b.name));
  // A remote that renamed its branch leaves a name that leads nowhere.
  for (const { name: remote } of order) {
    const symref = refs.find(({ ref }) => ref === `refs/remotes/${remote}/HEAD`)?.symref ?? '';
    const name = symref.slice(`refs/remotes/${remote}/`.length);
    if (name && names.has(symref)) return { name, ref: `${remote}/${name}` };
  }
  const usual = configured ? [configured, ...USUAL] : USUAL;
  for (const { name: remote } of order) {
    const name = usual.find((one) => names.has(`refs/remotes/${remote}/${one}`));
    if (name !== undefined) return { name, ref: `${remote}/${name}` };
  }
  const local = refs.flatMap(({ ref }) => (ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : []));
  const name = usual.find((one) => local.includes(one)) ?? (local.length === 1 ? local[0] : undefined);
  return name === undefined ? undefined : { name, ref: name };
}

/** The remotes, in git's order, with their fetch addresses. Throws as `GitFolder` does. */
export async function remotes(git: GitFolder): Promise<Remote[]> {
  const listed = await git.text(['remote', '--verbose']);
  return listed.split('\n').flatMap((line) => {
    const tab = line.indexOf('\t');
    const end = line.lastIndexOf(' (fetch)');
    return tab < 0 || end < tab ? [] : { name: line.slice(0, tab), url: line.slice(tab + 1, end) };
  });
}

/** Where a local branch was pushed; undefined if it was not, or is deleted there. Throws as `GitFolder` does. */
export async function upstreamOf(git: GitFolder, branch: string): Promise<Upstream | undefined> {
  const [refs, known] = await Promise.all([refsOf(git), remotes(git)]);
  const names = new Set(refs.map(({ ref }) => ref));
  const tracked = refs.find(({ ref }) => ref === `refs/heads/${branch}`)?.upstream ?? '';
  // `git push origin name` pushes a branch without tracking it.
  const pushed = [tracked, ...known.map(({ name }) => `refs/remotes/${name}/${branch}`)].find((ref) => names.has(ref));
  const remote = pushed && remoteOf(pushed.replace('refs/remotes/', ''), known);
  if (!pushed || remote === undefined) return undefined;
  const counts = await git.ask(['rev-list', '--left-right', '--count', `refs/heads/${branch}...${pushed}`, '--']);
  const [ahead = 0, behind = 0] = (counts ?? '').split('\t').map(Number);
  return { remote, name: pushed.slice(`refs/remotes/${remote}/`.length), ahead, behind };
}

/** Whether a commit is in a branch's history. Throws `not-found` if either is missing, and as `GitFolder` does. */
export async function isAncestor(git: GitFolder, hash: string, of: string): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', revision(hash), revision(of)];
  return (await git.ask(args)) !== undefined;
}

/** The absolute path of the repository's top folder. Throws `no-git` outside one, and as `GitFolder` does. */
export async function repositoryRoot(git: GitFolder): Promise<string> {
  return (await git.text(['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '');
}

interface Ref {
  readonly ref: string;
  readonly symref: string;
  readonly hash: string;
  readonly upstream: string;
  readonly committed: number;
  readonly subject: string;
}

const REF_FIELDS = ['refname', 'symref', 'objectname', 'upstream', 'committerdate:unix', 'contents:subject'];

/** A subject is one line and comes last, so a line end ends a ref. */
async function refsOf(git: GitFolder): Promise<Ref[]> {
  const format = REF_FIELDS.map((field) => `%(${field})`).join('%00');
  const listed = await git.text([
    'for-each-ref',
    '--sort=-committerdate',
    `--format=${format}`,
    'refs/heads',
    'refs/remotes',
  ]);
  return listed.split('\n').flatMap((line) => {
    const [ref, symref = '', hash = '', upstream = '', seconds = '', subject = ''] = line.split('\0');
    return ref ? { ref, symref, hash, upstream, committed: Number(seconds) * 1000, subject } : [];
  });
}

/** Names of remotes and branches may hold slashes: the longest remote that fits is meant. */
function remoteOf(name: string, known: readonly Remote[]): string | undefined {
  const fitting = known.map((remote) => remote.name).filter((remote) => name.startsWith(`${remote}/`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? (name.includes('/') ? name.split('/', 1)[0] : undefined);
}

function rank(order: readonly (string | undefined)[], name: string): number {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
}

/** Refs that hold the last commit of a pull request, on hosts and after a fetch. */
const HEADS = ['refs/pull/*/head', 'refs/merge-requests/*/head', 'refs/pull-requests/*/from', 'refs/remotes/*/pr/*'];

/** The last commits of a pull request, if they were fetched. Throws as `GitFolder` does. */
export async function headsOfPullRequest(git: GitFolder, number: number): Promise<string[] | undefined> {
  const patterns = HEADS.map((each) => each.replace(/\*(?=\/head$|\/from$)|\*$/, String(number)));
  const listed = await git.text(['for-each-ref', '--format=%(objectname)', ...patterns]);
  const heads = [...new Set(listed.split('\n').filter(Boolean))];
  return heads.length > 0 ? heads : undefined;
}
