/** Short questions to git, with tight limits on time and output. All throw as `GitFolder` does. */
import type { GitFolder } from './program.ts';

/** In milliseconds and bytes. */
const LIMITS = { time: 5_000, bytes: 4 * 1024 * 1024 };

/** The subjects of the newest commits. */
export const recentSubjects = (git: GitFolder, most: number): Promise<string[]> => newest(git, most, '%s');

/** A commit as far as it tells who works on what: its author as .mailmap has them. */
export interface GlancedCommit {
  readonly mail: string;
  readonly name: string;
  readonly subject: string;
  /** When it was committed, in milliseconds since 1970. */
  readonly at: number;
}

/** The newest commits. */
export async function recentCommits(git: GitFolder, most: number): Promise<GlancedCommit[]> {
  const all = await newest(git, most, '%ct%x00%aE%x00%aN%x00%s');
  return all.map((line) => {
    const [seconds = '', mail = '', name = '', subject = ''] = line.split('\0');
    return { mail, name, subject, at: Number(seconds) * 1000 };
  });
}

/** The branches worked on last; those of remotes start with the remote's name. */
export function recentBranches(git: GitFolder, most: number): Promise<string[]> {
  const order = [`--count=${most}`, '--sort=-committerdate', '--format=%(refname:lstrip=2)'];
  return lines(git, ['for-each-ref', ...order, 'refs/heads', 'refs/remotes']);
}

/** The name a person commits with. */
export async function userName(git: GitFolder): Promise<string | undefined> {
  return (await lines(git, ['config', '--get', 'user.name']))[0];
}

/** The text of a file in a commit; `path` is from the repository's root. */
export function textIn(git: GitFolder, commit: string, path: string): Promise<string> {
  return printed(git, ['cat-file', 'blob', `${commit}:${path}`]);
}

/** The former paths of a file, from the repository's root: in commits, and in what is staged. */
export async function earlierNames(git: GitFolder, path: string): Promise<string[]> {
  const form = ['--diff-filter=R', '--find-renames', '--name-status', '-z'];
  const [committed, staged] = await Promise.all([
    printed(git, ['log', '--follow', '--format=', ...form, '--', path]),
    // Only what is staged: on the working tree, git would run the repository's filters.
    printed(git, ['diff', '--cached', 'HEAD', '--no-ext-diff', ...form]),
  ]);
  const names = [...renames(committed), ...renames(staged).filter(({ to }) => to === path)];
  return names.map(({ from }) => from);
}

const newest = (git: GitFolder, most: number, format: string): Promise<string[]> =>
  lines(git, ['log', '--no-show-signature', `--max-count=${most}`, `--format=${format}`, 'HEAD', '--']);

async function lines(git: GitFolder, args: readonly string[]): Promise<string[]> {
  return (await printed(git, args)).split('\n').filter(Boolean);
}

const printed = (git: GitFolder, args: readonly string[]): Promise<string> => git.text(args, LIMITS);

/** Reads a sequence of `R100␀old␀new␀`. */
function renames(output: string): { from: string; to: string }[] {
  const parts = output.split('\0').map((part) => part.trim());
  return parts.flatMap((part, index) => {
    const [from, to] = [parts[index + 1], parts[index + 2]];
    return /^R\d{1,3}$/.test(part) && from && to ? [{ from, to }] : [];
  });
}
