/** Branches: which there are, which is checked out, which others merge into, and where they were pushed. */
import type { Branch, DefaultBranch, Remote, Upstream } from '../core/work/facts.ts';
import { type GitFolder, revision } from './program.ts';

/** Every branch, local and of remotes, newest first. Throws as `GitFolder` does. */
export async function branches(git: GitFolder, signal?: AbortSignal): Promise<Branch[]> {
  const [refs, known] = await Promise.all([refsOf(git, ['refs/heads', 'refs/remotes'], signal), remotes(git, signal)]);
  return refs
    .filter(({ symref }) => symref === '')
    .map(({ ref, hash, committed, subject }) => {
      const name = ref.replace(/^refs\/(heads|remotes)\//, '');
      const remote = ref.startsWith('refs/remotes/') ? remoteOf(name, known) : undefined;
      return { name, remote, hash, committed, subject };
    });
}

/** The branch checked out, also one without a commit yet; undefined where a commit is checked out by itself. */
export async function currentBranch(git: GitFolder, signal?: AbortSignal): Promise<string | undefined> {
  const ref = await git.ask(['symbolic-ref', '--quiet', 'HEAD'], { signal });
  return ref?.replace(/^refs\/heads\//, '');
}

/** The commit checked out; undefined where nothing has been committed. */
export function headOf(git: GitFolder, signal?: AbortSignal): Promise<string | undefined> {
  return git.ask(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'], { signal });
}

/** Names a default branch usually has, the likeliest first. */
const USUAL = ['main', 'master', 'trunk', 'develop', 'mainline', 'default'];

/**
 * The branch others merge into: what the remote says, else the one with a usual name, else the only one. Undefined
 * where nothing tells. Throws as `GitFolder` does.
 */
export async function defaultBranch(git: GitFolder, signal?: AbortSignal): Promise<DefaultBranch | undefined> {
  const [refs, known, current, configured] = await Promise.all([
    refsOf(git, ['refs/heads', 'refs/remotes'], signal),
    remotes(git, signal),
    currentBranch(git, signal),
    git.ask(['config', '--get', 'init.defaultBranch'], { signal }),
  ]);
  const names = new Set(refs.map(({ ref }) => ref));
  const tracked = refs.find(({ ref }) => ref === `refs/heads/${current}`)?.upstream ?? '';
  const preferred = [remoteOf(tracked.replace('refs/remotes/', ''), known), 'upstream', 'origin'];
  const order = [...known].sort((a, b) => rank(preferred, a.name) - rank(preferred, b.name));
  // A remote that renamed its branch leaves a name behind that leads nowhere.
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

/** The remotes, in git's order, with the address git fetches from. Throws as `GitFolder` does. */
export async function remotes(git: GitFolder, signal?: AbortSignal): Promise<Remote[]> {
  const listed = (await git.run(['remote', '--verbose'], { signal })).toString('utf8');
  return listed.split('\n').flatMap((line) => {
    const tab = line.indexOf('\t');
    const end = line.lastIndexOf(' (fetch)');
    return tab < 0 || end < tab ? [] : { name: line.slice(0, tab), url: line.slice(tab + 1, end) };
  });
}

/** Where a local branch was pushed to; undefined where it was not, or was taken away there. Throws as `GitFolder` does. */
export async function upstreamOf(git: GitFolder, branch: string, signal?: AbortSignal): Promise<Upstream | undefined> {
  const [refs, known] = await Promise.all([refsOf(git, ['refs/heads', 'refs/remotes'], signal), remotes(git, signal)]);
  const names = new Set(refs.map(({ ref }) => ref));
  const tracked = refs.find(({ ref }) => ref === `refs/heads/${branch}`)?.upstream ?? '';
  // Pushed without being told to track it, as `git push origin name` does, it is there all the same.
  const pushed = [tracked, ...known.map(({ name }) => `refs/remotes/${name}/${branch}`)].find((ref) => names.has(ref));
  const remote = pushed && remoteOf(pushed.replace('refs/remotes/', ''), known);
  if (!pushed || remote === undefined) return undefined;
  const counts = await git.ask(['rev-list', '--left-right', '--count', `refs/heads/${branch}...${pushed}`, '--'], {
    signal,
  });
  const [ahead = 0, behind = 0] = (counts ?? '').split('\t').map(Number);
  return { remote, name: pushed.slice(`refs/remotes/${remote}/`.length), ahead, behind };
}

/** Whether a commit is part of a branch's history. Throws `not-found` where one is missing, and as `GitFolder` does. */
export async function isAncestor(git: GitFolder, hash: string, of: string, signal?: AbortSignal): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', revision(hash), revision(of)];
  return (await git.ask(args, { signal })) !== undefined;
}

/** The repository's top folder: an absolute path. Throws `no-git` outside one, and as `GitFolder` does. */
export async function repositoryRoot(git: GitFolder, signal?: AbortSignal): Promise<string> {
  return (await git.run(['rev-parse', '--show-toplevel'], { signal })).toString('utf8').replace(/\r?\n$/, '');
}

/** Whether history ends early, because only the newest part of it was fetched. */
export async function isShallow(git: GitFolder, signal?: AbortSignal): Promise<boolean> {
  return (await git.ask(['rev-parse', '--is-shallow-repository'], { signal })) === 'true';
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

/** Subjects come last and on one line, so a line end ends a ref. */
async function refsOf(git: GitFolder, below: readonly string[], signal?: AbortSignal): Promise<Ref[]> {
  const format = REF_FIELDS.map((field) => `%(${field})`).join('%00');
  const args = ['for-each-ref', '--sort=-committerdate', `--format=${format}`, ...below];
  const listed = (await git.run(args, { signal })).toString('utf8');
  return listed.split('\n').flatMap((line) => {
    const [ref, symref = '', hash = '', upstream = '', seconds = '', subject = ''] = line.split('\0');
    return ref ? { ref, symref, hash, upstream, committed: Number(seconds) * 1000, subject } : [];
  });
}

/** A remote's name may hold slashes, as a branch's may: the longest that fits is meant. */
function remoteOf(name: string, known: readonly Remote[]): string | undefined {
  const fitting = known.map((remote) => remote.name).filter((remote) => name.startsWith(`${remote}/`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? (name.includes('/') ? name.split('/', 1)[0] : undefined);
}

function rank(order: readonly (string | undefined)[], name: string): number {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
}

/** Where hosts, and those who fetch from them, keep the last commit of a pull request. */
const HEADS = ['refs/pull/*/head', 'refs/merge-requests/*/head', 'refs/pull-requests/*/from', 'refs/remotes/*/pr/*'];

/** The last commits of a pull request that were fetched; undefined where none was. Throws as `GitFolder` does. */
export async function headsOfPullRequest(git: GitFolder, number: number): Promise<string[] | undefined> {
  const patterns = HEADS.map((each) => each.replace(/\*(?=\/head$|\/from$)|\*$/, String(number)));
  const lines = (await git.run(['for-each-ref', '--format=%(objectname)', ...patterns])).toString('latin1').split('\n');
  const heads = [...new Set(lines.filter(Boolean))];
  return heads.length > 0 ? heads : undefined;
}
