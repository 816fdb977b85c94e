/** Reads commits: by name, the newest, between two, of a file; and the files of one. */
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { textOf } from '../core/text/utf8.ts';
import type { Commit, FileChange } from '../core/work/facts.ts';
import { isEmptyRepository } from './failures.ts';
import { type GitFolder, revision } from './program.ts';

/** A commit by its hash, branch or tag. Throws `not-found`, `bad-input` for an invalid name, and as `GitFolder` does. */
export async function commit(git: GitFolder, rev: string): Promise<Commit> {
  // A tag leads to its commit; the hash of a file does not.
  const [found] = await log(git, [`${revision(rev)}^{commit}`], 1).catch((error: unknown) => {
    if (error instanceof BecauseError && error.code === 'not-found') return [];
    throw error;
  });
  if (found) return found;
  throw new BecauseError('not-found', t('There is no commit {0} here.', rev), {
    next: t('Fetch from the remote, then try again.'),
  });
}

/** Commits by their full hashes, in this order. Throws as `GitFolder` does. */
export async function commitsOf(git: GitFolder, hashes: readonly string[]): Promise<Commit[]> {
  // Without any hash, git would list HEAD.
  if (hashes.length === 0) return [];
  const input = hashes.map((hash) => `${hash}\n`).join('');
  const listed = await logged(git, ['--no-patch', '--no-walk=unsorted', '--stdin'], input);
  const found = new Map(listed.map(({ commit }) => [commit.hash, commit]));
  return hashes.flatMap((hash) => found.get(hash) ?? []);
}

/** The newest commits, newest first; none before the first commit. Throws as `GitFolder` does. */
export const recentCommits = (git: GitFolder, most: number): Promise<Commit[]> => log(git, ['HEAD'], most);

/** The commits in `head` but not in `base`, newest first. Throws `not-found` if one is missing, and as `GitFolder` does. */
export const commitsBetween = (git: GitFolder, base: string, head: string, most = 250): Promise<Commit[]> =>
  log(git, [revision(head), `^${revision(base)}`], most);

async function log(git: GitFolder, revisions: readonly string[], most: number): Promise<Commit[]> {
  const args = ['--no-patch', `--max-count=${most}`, ...revisions, '--'];
  return (await logged(git, args)).map(({ commit }) => commit);
}

/**
 * The commits that changed a file, newest first, through renames; none before the first commit. Lines are not counted:
 * in a file of 20,000 lines that takes git forty times as long (see `lineShares`). Throws as `GitFolder` does.
 *
 * @param path from where git runs
 */
export async function fileHistory(git: GitFolder, path: string, most = 10_000): Promise<FileChange[]> {
  const found = await logged(git, ['--follow', `--max-count=${most}`, ...FILES, 'HEAD', '--', path]);
  return found.flatMap(({ commit, files }) => files.slice(-1).map((file) => ({ commit, path: file.path })));
}

/** A commit with the files it changed. */
export interface CommitWithFiles {
  readonly commit: Commit;
  readonly files: readonly ChangedFile[];
}

interface ChangedFile {
  /** The file's path at that commit, from the repository's root. */
  readonly path: string;
  /** Its path before, where the commit renamed it. */
  readonly was: string | undefined;
}

/**
 * The commits that changed anything below some folders, newest first; none before the first commit. Throws as `GitFolder`
 * does.
 *
 * @param folders from where git runs
 */
export const changesBelow = (git: GitFolder, folders: readonly string[], most: number): Promise<CommitWithFiles[]> =>
  logged(git, ['--find-renames', `--max-count=${most}`, ...FILES, 'HEAD', '--', ...folders]);

const FILES = ['--name-status', '--no-ext-diff', '--no-textconv'];

/** The commits that changed a file, in their order, through renames. */
export function changesOf(path: string, newestFirst: readonly CommitWithFiles[]): readonly FileChange[] {
  let name = path;
  return newestFirst.flatMap(({ commit, files }) => {
    const changed = files.find((file) => file.path === name);
    if (!changed) return [];
    const change = { commit, path: name };
    name = changed.was ?? name;
    return change;
  });
}

/** The fields of a commit, each ended by a zero byte, which no field can hold. People are named as .mailmap does. */
const FORMAT = '%H%x00%P%x00%aN%x00%aE%x00%at%x00%B%x00';
const FIELDS = 6;

/** The most milliseconds before or after 1970 that a Date can hold. */
const LAST_MOMENT = 8.64e15;

/** What `git log` prints; nothing before the first commit. */
async function logged(git: GitFolder, args: readonly string[], input?: string): Promise<CommitWithFiles[]> {
  try {
    return loggedIn(await git.run(['log', '-z', `--format=tformat:${FORMAT}`, ...args], { input, buffered: true }));
  } catch (error) {
    if (isEmptyRepository(error)) return [];
    throw error;
  }
}

/** Each commit is its fields, then its files as `␊M`, `path` (or `␊R100`, `old`, `new`), then empty fields. */
function loggedIn(output: Buffer): CommitWithFiles[] {
  const fields = fieldsOf(output);
  const found: CommitWithFiles[] = [];
  let at = 0;
  while (at + FIELDS < fields.length) {
    const commit = commitAt(fields, at);
    at += FIELDS;
    const files: ChangedFile[] = [];
    while (at < fields.length && fields[at] === '') at++;
    for (let status = STATUS.exec(fields[at] ?? ''); status; status = STATUS.exec(fields[at] ?? '')) {
      const isMoved = status[1] === 'R' || status[1] === 'C';
      const before = isMoved ? fields[++at] : undefined;
      files.push({ path: fields[at + 1] ?? '', was: status[1] === 'R' ? before : undefined });
      at += 2;
    }
    while (at < fields.length && fields[at] === '') at++;
    found.push({ commit, files });
  }
  return found;
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

/** A time that a Date cannot hold counts as 1970, as in git. */
export const moment = (time: number): number => (Math.abs(time) <= LAST_MOMENT ? time : 0);

/** Git prints UTF-8 where a commit names its encoding. What is not UTF-8 reads best as Latin-1. */
function fieldsOf(output: Buffer): string[] {
  const latin = () => output.toString('latin1').split('\0');
  return textOf(output)?.split('\0') ?? latin().map((field) => textOf(Buffer.from(field, 'latin1')) ?? field);
}

/** The files below a folder in a branch or commit, by their paths from where git runs. Throws as `GitFolder` does. */
export async function filesBelow(git: GitFolder, rev: string, folder: string): Promise<ReadonlySet<string>> {
  const listed = await git.text([
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    '--end-of-options',
    revision(rev),
    '--',
    folder,
  ]);
  return new Set(listed.split('\0').filter(Boolean));
}

/** The folder git runs in, from the repository's root: empty at the root, else ending in `/`. Throws as `GitFolder` does. */
export async function folderInRepository(git: GitFolder): Promise<string> {
  return (await git.ask(['rev-parse', '--show-prefix'])) ?? '';
}

/**
 * What starts a comment line that git strips from a message passed to it; empty where it strips none. Git keeps comments
 * in such a message, which nobody edits, unless the settings say otherwise. Throws as `GitFolder` does.
 */
export async function commentPrefix(git: GitFolder): Promise<string> {
  const setting = (name: string) => git.ask(['config', '--get', name]);
  if ((await setting('commit.cleanup')) !== 'strip') return '';
  const prefix = (await setting('core.commentString')) ?? (await setting('core.commentChar')) ?? '#';
  // Git then chooses a prefix that no line starts with.
  return prefix === 'auto' ? '' : prefix;
}
