/** What git tells in passing, for what nobody waits long for: little of it, soon, or nothing. Throws as `GitFolder` does. */
import type { GitFolder, RunOptions } from './program.ts';

/** Milliseconds after which nobody waits any longer, and bytes beyond which output is of no use to a person either. */
const LIMITS = { time: 5_000, bytes: 4 * 1024 * 1024 };

type Options = Pick<RunOptions, 'signal'>;

/** The subjects of the newest commits. */
export function recentSubjects(git: GitFolder, most: number, options: Options = {}): Promise<string[]> {
  return lines(git, newest(most, '%s'), options);
}

/** Who made the newest commits: for each an address, a tab and a name, as .mailmap has them. */
export function recentAuthors(git: GitFolder, most: number, options: Options = {}): Promise<string[]> {
  return lines(git, newest(most, '%aE%x09%aN'), options);
}

/** The names of the branches worked on last, those of remotes with the remote's name before. */
export function recentBranches(git: GitFolder, most: number, options: Options = {}): Promise<string[]> {
  const order = [`--count=${most}`, '--sort=-committerdate', '--format=%(refname:lstrip=2)'];
  return lines(git, ['for-each-ref', ...order, 'refs/heads', 'refs/remotes'], options);
}

/** The name a person commits with. */
export async function userName(git: GitFolder, options: Options = {}): Promise<string | undefined> {
  return (await lines(git, ['config', '--get', 'user.name'], options))[0];
}

/** The text of a file as a commit has it; `path` is from the repository's root. */
export function textIn(git: GitFolder, commit: string, path: string, options: Options = {}): Promise<string> {
  return printed(git, ['cat-file', 'blob', `${commit}:${path}`], options);
}

/** The names a file had before, from the repository's root: in commits, and in what is staged for the next one. */
export async function earlierNames(git: GitFolder, path: string, options: Options = {}): Promise<string[]> {
  const form = ['--diff-filter=R', '--find-renames', '--name-status', '-z'];
  const [committed, staged] = await Promise.all([
    printed(git, ['log', '--follow', '--format=', ...form, '--', path], options),
    // Of what is staged alone: git would run filters that the repository names on files of the working tree.
    printed(git, ['diff', '--cached', 'HEAD', '--no-ext-diff', ...form], options),
  ]);
  const names = [...renames(committed), ...renames(staged).filter(({ to }) => to === path)];
  return names.map(({ from }) => from);
}

const newest = (most: number, format: string): string[] => [
  'log',
  '--no-show-signature',
  `--max-count=${most}`,
  `--format=${format}`,
  'HEAD',
  '--',
];

async function lines(git: GitFolder, args: readonly string[], options: Options): Promise<string[]> {
  return (await printed(git, args, options)).split('\n').filter(Boolean);
}

async function printed(git: GitFolder, args: readonly string[], options: Options): Promise<string> {
  return (await git.run(args, { ...LIMITS, ...options })).toString('utf8');
}

/** Reads `R100␀old␀new␀`, again and again. */
function renames(output: string): { from: string; to: string }[] {
  const parts = output.split('\0').map((part) => part.trim());
  return parts.flatMap((part, index) => {
    const [from, to] = [parts[index + 1], parts[index + 2]];
    return /^R\d{1,3}$/.test(part) && from && to ? [{ from, to }] : [];
  });
}
