/** Finds where a line comes from: its commit, and the merges that brought the commit in. */

import { createHash } from 'node:crypto';
import { existsSync, promises as fs } from 'node:fs';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { Commit, CommittedOrigin, LineOrigin } from '../core/work/facts.ts';
import { Ancestry } from './ancestry.ts';
import { Answers } from './answers.ts';
import { type BlameAsk, type BlameGroup, blame } from './blame.ts';
import { commitsOf } from './commits.ts';
import { isNotCommitted } from './failures.ts';
import { Objects } from './objects.ts';
import { fileAt, type GitPort, nameInGit } from './port.ts';
import type { GitFolder } from './program.ts';

export interface LineAsk {
  /** The file, from where git runs. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** The file's text in the editor; the file on the disk without. */
  readonly contents?: Uint8Array | string | undefined;
}

/**
 * Lines to blame on both sides. Git needs 20 letters and digits to recognize a move, or 40 across files, and one line
 * often has fewer.
 */
const AROUND = 5;

/**
 * The origin of one line. Follows renames, moves and copies, and skips the repository's ignored revisions. Throws
 * `git-failed` if git ignores the file or it has no such line, and as `GitFolder` does.
 */
export async function lineOrigin(git: GitFolder, ask: LineAsk): Promise<LineOrigin> {
  const asked = groupOf(git, ask);
  // It may fail before it is awaited.
  asked.catch(() => undefined);
  // Starting a program takes milliseconds, so the slowest one, blame, starts first.
  await setImmediate();
  // Both are needed after the blame; starting them now costs next to nothing.
  using objects = new Objects(git);
  using ancestry = new Ancestry(git);
  try {
    const group = await asked;
    if (/^0+$/.test(group.hash)) return { kind: 'uncommitted' };
    return await originOf(group, ask.line, objects, ancestry);
  } catch (error) {
    if (!isNotCommitted(error) || !(await isWork(git, ask))) throw error;
    return { kind: 'uncommitted' };
  }
}

/** Whether an uncommitted file could be committed. Throws `git-failed` if git ignores it. */
export async function isWork(
  git: GitFolder,
  { path: name, contents }: Pick<LineAsk, 'path' | 'contents'>,
): Promise<boolean> {
  if (contents === undefined && !existsSync(path.join(git.folder, name))) return false;
  const ignored = ['ls-files', '--others', '--ignored', '--exclude-standard', '-z', '--', name];
  if ((await git.run(ignored)).length === 0) return true;
  throw new BecauseError('git-failed', t('{0} is ignored by git, so no commit has it.', name), {
    next: t('Choose a file that is committed.'),
  });
}

/** The origin of a blamed line. */
export async function originOf(
  group: BlameGroup,
  line: number,
  objects: Objects,
  ancestry: Ancestry,
): Promise<CommittedOrigin> {
  const [[commit], merges] = await Promise.all([objects.commits([group.hash]), ancestry.mergesOf(group.hash)]);
  if (!commit) throw new Error(`Git blamed ${group.hash} and does not have it.`);
  const merged = merges.length > 0 ? await objects.commits(merges) : [];
  return {
    kind: 'commit',
    // Blame names people as .mailmap does.
    commit: { ...commit, author: group.author, email: group.email },
    path: group.path,
    line: group.line + line - group.at,
    previous: group.previous,
    // A first commit is a boundary too. One with parents is where a shallow clone ends.
    isCutOff: group.isBoundary && commit.parents.length > 0,
    merges: merged.filter((merge) => merge !== undefined),
  };
}

/** Stops git as soon as it has found the line. */
export async function groupOf(
  git: GitFolder,
  ask: Omit<BlameAsk, 'lines'> & { readonly line: number },
): Promise<BlameGroup> {
  const { line } = ask;
  for (const lines of [
    [Math.max(1, line - AROUND), line + AROUND],
    [line, line],
  ] as const) {
    for await (const group of blame(git, { ...ask, lines })) {
      if (line >= group.at && line < group.at + group.count) return group;
    }
  }
  throw new Error(`Git did not say where line ${line} comes from.`);
}

/**
 * The merges that brought a commit into HEAD, the nearest first; empty for a commit on the line of first parents. Throws
 * as `GitFolder` does.
 */
export async function mergesOf(git: GitFolder, hash: string): Promise<Commit[]> {
  using ancestry = new Ancestry(git);
  return await commitsOf(git, await ancestry.mergesOf(hash));
}

/** A line, and what its origin depends on. */
export interface OriginKey extends LineAsk {
  /** The commit checked out. */
  readonly head: string;
  /** Changes whenever the content does, as an editor's version does; by default the content itself. */
  readonly version?: string | number | undefined;
}

/** Answers to keep: more lines than a person asks about in a day. */
const KEPT = 2_000;

/** Caches answers of `lineOrigin` by repository, commit, file, content and line. */
export class Origins {
  readonly #answers = new Answers<LineOrigin>(KEPT);

  /**
   * As `lineOrigin`. Failures are not kept, nor uncommitted lines, nor what a shallow clone cuts off, nor aborted
   * questions.
   */
  of(git: GitFolder, ask: OriginKey): Promise<LineOrigin> {
    // The key does not change when a file is added or ignored, or when the rest of a shallow clone is fetched.
    const isKept = (origin: LineOrigin) => origin.kind === 'commit' && !origin.isCutOff;
    return this.#answers.of(keyOf(git, ask), git.signal, () => lineOrigin(git, ask), isKept);
  }
}

/** What an answer about a line depends on. */
export function keyOf({ folder }: GitFolder, { head, path, line, version, contents = '' }: OriginKey): string {
  return JSON.stringify([folder, head, path, line, version ?? createHash('sha1').update(contents).digest('hex')]);
}

/** The file's name where it lies, with its unsaved bytes, else with what changes when the file does. Throws `not-found`. */
export async function contentOf(
  port: GitPort,
  named: string,
): Promise<Pick<OriginKey, 'path' | 'contents' | 'version'>> {
  const [file, name] = [fileAt(port, named), nameInGit(port, named)];
  const contents = await port.unsaved?.(file);
  if (contents) return { path: name, contents };
  const found = await fs.stat(file).catch(() => undefined);
  if (found) return { path: name, version: `${found.mtimeMs} ${found.size}` };
  throw new BecauseError('not-found', t('{0} no longer exists.', path.basename(file)), {
    next: t('Open its older version from the timeline or from a commit.'),
  });
}
