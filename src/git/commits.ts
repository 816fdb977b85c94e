/** Reads commits: one by its name, the newest, those between two, and the files one has. */
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { Commit, FileChange } from '../core/work/facts.ts';
import { isEmptyRepository } from './failures.ts';
import { type GitFolder, revision } from './program.ts';

export interface CommitsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where to start: a branch or commit, instead of what is checked out. */
  readonly rev?: string | undefined;
  /** Whether merges are among them, as they are by default. */
  readonly merges?: boolean | undefined;
}

/** One commit by its hash, branch or tag. Throws `not-found`, `bad-input` for what is no name, and as `GitFolder` does. */
export async function commit(git: GitFolder, rev: string, signal?: AbortSignal): Promise<Commit> {
  // A tag leads to its commit; a file is none.
  const [found] = await log(git, [`${revision(rev)}^{commit}`], 1, { signal }).catch((error: unknown) => {
    if (error instanceof BecauseError && error.code === 'not-found') return [];
    throw error;
  });
  if (found) return found;
  throw new BecauseError('not-found', t('There is no commit {0} here.', rev), {
    next: t('Fetch from the remote, then try again.'),
  });
}

/** Commits by their whole hashes, in this order. Throws as `GitFolder` does. */
export async function commitsOf(git: GitFolder, hashes: readonly string[], signal?: AbortSignal): Promise<Commit[]> {
  // Asked for nothing, git would tell of what is checked out.
  if (hashes.length === 0) return [];
  const args = ['log', ...COMMIT_ARGS, '--no-walk=unsorted', '--stdin'];
  const output = await git.run(args, { input: hashes.map((hash) => `${hash}\n`).join(''), buffered: true, signal });
  const found = new Map(commitsFrom(output).map((commit) => [commit.hash, commit]));
  return hashes.flatMap((hash) => found.get(hash) ?? []);
}

/** The newest commits, newest first; none where nothing has been committed. Throws as `GitFolder` does. */
export function recentCommits(git: GitFolder, most: number, options: CommitsOptions = {}): Promise<Commit[]> {
  return log(git, [revision(options.rev ?? 'HEAD')], most, options);
}

/** What `head` has and `base` has not, newest first. Throws `not-found` where one is missing, and as `GitFolder` does. */
export function commitsBetween(
  git: GitFolder,
  base: string,
  head: string,
  most = 250,
  options: Omit<CommitsOptions, 'rev'> = {},
): Promise<Commit[]> {
  return log(git, [revision(head), `^${revision(base)}`], most, options);
}

async function log(
  git: GitFolder,
  revisions: readonly string[],
  most: number,
  { signal, merges = true }: CommitsOptions,
): Promise<Commit[]> {
  const args = ['log', ...COMMIT_ARGS, `--max-count=${most}`, ...(merges ? [] : ['--no-merges']), ...revisions, '--'];
  try {
    return commitsFrom(await git.run(args, { signal, buffered: true }));
  } catch (error) {
    if (isEmptyRepository(error)) return [];
    throw error;
  }
}

/** The fields of a commit, each ended by a zero byte, which no field can hold. Names are those of .mailmap. */
const FORMAT = '%H%x00%P%x00%aN%x00%aE%x00%at%x00%B%x00';
const FIELDS = 6;

/** Prints commits alone, each ended by one more zero byte. */
const COMMIT_ARGS = ['-z', `--format=tformat:${FORMAT}`, '--no-patch'] as const;

/** Prints commits, each followed by what it changed. */
export const CHANGE_ARGS = [
  '-z',
  '--name-status',
  `--format=tformat:${FORMAT}`,
  '--no-ext-diff',
  '--no-textconv',
] as const;

/** Milliseconds from 1970 that a date can hold, either way. */
const LAST_MOMENT = 8.64e15;

/** The commits that git printed with `COMMIT_ARGS`. */
function commitsFrom(output: Buffer): Commit[] {
  const fields = fieldsOf(output);
  const commits: Commit[] = [];
  for (let at = 0; at + FIELDS < fields.length; at += FIELDS + 1) commits.push(commitAt(fields, at));
  return commits;
}

/**
 * What git printed with `CHANGE_ARGS`: each commit's fields, then `␊M`, `path` (or `␊R100`, `old`, `new`), and one empty
 * field before the next.
 */
export function changesFrom(output: Buffer): FileChange[] {
  const fields = fieldsOf(output);
  const changes: FileChange[] = [];
  let at = 0;
  while (at + FIELDS < fields.length) {
    const commit = commitAt(fields, at);
    at += FIELDS;
    let path: string | undefined;
    while (at < fields.length && fields[at] === '') at++;
    for (let status = STATUS.exec(fields[at] ?? ''); status; status = STATUS.exec(fields[at] ?? '')) {
      at += status[1] === 'R' || status[1] === 'C' ? 2 : 1;
      path = fields[at++];
    }
    while (at < fields.length && fields[at] === '') at++;
    if (path !== undefined) changes.push({ commit, path });
  }
  return changes;
}

const STATUS = /^\n?([ACDMRTUX])\d*$/;

function commitAt(fields: readonly string[], at: number): Commit {
  const [hash = '', parents = '', author = '', email = '', seconds = '', message = ''] = fields.slice(at, at + FIELDS);
  return {
    hash,
    parents: parents.split(' ').filter(Boolean),
    author,
    email,
    authored: moment(Number(seconds) * 1000),
    message,
  };
}

/** A time that no date can hold is the first one, as git itself says. */
export const moment = (time: number): number => (Math.abs(time) <= LAST_MOMENT ? time : 0);

/** Git gives UTF-8 where a commit says what it is in; what is not UTF-8 after all reads best as Latin-1. */
function fieldsOf(output: Buffer): string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(output).split('\0');
  } catch {
    return output.toString('latin1').split('\0').map(decoded);
  }
}

function decoded(latin: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(latin, 'latin1'));
  } catch {
    return latin;
  }
}

/** The files below a folder, as a branch or commit has them; paths are from where git was asked. Throws as `GitFolder` does. */
export async function filesBelow(git: GitFolder, rev: string, folder: string): Promise<ReadonlySet<string>> {
  const listed = await git.run(['ls-tree', '-r', '-z', '--name-only', '--end-of-options', revision(rev), '--', folder]);
  return new Set(listed.toString('utf8').split('\0').filter(Boolean));
}

/** Where git is asked, from the repository's root: empty there, else with a `/` at its end. Throws as `GitFolder` does. */
export async function folderInRepository(git: GitFolder): Promise<string> {
  return (await git.ask(['rev-parse', '--show-prefix'])) ?? '';
}

/**
 * How the lines begin that git takes out of a message it is given as a whole; empty where it takes out none. Such a message
 * is edited by nobody, so git leaves its comments in unless the settings say otherwise. Throws as `GitFolder` does.
 */
export async function commentPrefix(git: GitFolder): Promise<string> {
  const setting = (name: string) => git.ask(['config', '--get', name]);
  if ((await setting('commit.cleanup')) !== 'strip') return '';
  const prefix = (await setting('core.commentString')) ?? (await setting('core.commentChar')) ?? '#';
  // Chosen by git so that no line begins with it.
  return prefix === 'auto' ? '' : prefix;
}
