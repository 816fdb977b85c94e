/** Where a line of a file comes from: the commit that brought it, and the merges that brought the commit. */

import { createHash } from 'node:crypto';
import { existsSync, promises as fs } from 'node:fs';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { Commit, CommittedOrigin, LineOrigin } from '../core/work/facts.ts';
import { Ancestry } from './ancestry.ts';
import { type BlameAsk, type BlameGroup, blame } from './blame.ts';
import { commitsOf } from './commits.ts';
import { isNotCommitted } from './failures.ts';
import { Objects } from './objects.ts';
import { fileAt, type GitPort, nameInGit } from './port.ts';
import { type GitFolder, revision } from './program.ts';

export interface LineAsk {
  /** The file, from where git runs. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** The file as it is in the editor; else as it is on the disk. */
  readonly contents?: Uint8Array | string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds git may take. */
  readonly time?: number | undefined;
}

/**
 * Lines asked about on both sides: git recognizes what was moved by 20 letters and digits, or 40 from another file,
 * which one line alone often does not have.
 */
const AROUND = 5;

/**
 * Asks git about one line. Follows renames, moves and copies, and looks through the repository's ignored revisions.
 * What no commit
 * holds yet is uncommitted. Throws `git-failed` where the file is ignored or has no such line, and as `GitFolder` does.
 */
export async function lineOrigin(git: GitFolder, ask: LineAsk): Promise<LineOrigin> {
  const { signal, time } = ask;
  const asked = groupOf(git, ask);
  // It may fail before anybody waits for it.
  asked.catch(() => undefined);
  // Starting a program takes milliseconds; the blame, which takes longest, comes first.
  await setImmediate();
  // Both are of use only after the blame; started now they cost it next to nothing.
  const objects = new Objects(git, { signal, time });
  const ancestry = new Ancestry(git, 'HEAD', { signal, time });
  try {
    const group = await asked;
    if (/^0+$/.test(group.hash)) return { kind: 'uncommitted' };
    return await originOf(group, ask.line, objects, ancestry);
  } catch (error) {
    if (!isNotCommitted(error) || !(await isWork(git, ask))) throw error;
    return { kind: 'uncommitted' };
  } finally {
    objects.close();
    ancestry.close();
  }
}

/** Whether a file that no commit holds is there to be committed. Throws `git-failed` for one that git is told to ignore. */
export async function isWork(
  git: GitFolder,
  { path: name, contents, signal }: Pick<LineAsk, 'path' | 'contents' | 'signal'>,
): Promise<boolean> {
  if (contents === undefined && !existsSync(path.join(git.folder, name))) return false;
  const ignored = ['ls-files', '--others', '--ignored', '--exclude-standard', '-z', '--', name];
  if ((await git.run(ignored, { signal })).length === 0) return true;
  throw new BecauseError('git-failed', t('{0} is ignored by git: no commit will hold it.', name), {
    next: t('Ask about a file that is committed.'),
  });
}

/** The origin of a line that git has blamed on a commit. */
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
    // Blame knows people by the names of .mailmap.
    commit: { ...commit, author: group.author, email: group.email },
    path: group.path,
    line: group.line + line - group.at,
    previous: group.previous,
    // A first commit is a boundary too; one that names parents is where a shallow clone ends.
    isCutOff: group.isBoundary && commit.parents.length > 0,
    merges: merged.filter((merge) => merge !== undefined),
  };
}

/** Stops git as soon as it has found the line, whatever it would say of those around. */
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
 * The merges that brought a commit into a revision, the nearest to the commit first; empty where it was committed on
 * the line of first parents. Throws `bad-input` where the revision could be an option, and as `GitFolder` does.
 */
export async function mergesOf(git: GitFolder, hash: string, head = 'HEAD', signal?: AbortSignal): Promise<Commit[]> {
  const ancestry = new Ancestry(git, revision(head), { signal });
  try {
    return await commitsOf(git, await ancestry.mergesOf(hash), signal);
  } finally {
    ancestry.close();
  }
}

/** A line, and what decides where it comes from. */
export interface OriginKey extends LineAsk {
  /** The commit checked out. */
  readonly head: string;
  /** Changes with the file's content, as an editor's version of a document does; by default the content itself. */
  readonly version?: string | number | undefined;
}

interface Known {
  readonly origin: Promise<LineOrigin>;
  readonly signal: AbortSignal | undefined;
}

/** Answers kept: more lines than somebody asks about in a day. */
const KEPT = 2_000;

/** Answers of `lineOrigin`, by repository, commit, file, content and line. */
export class Origins {
  readonly #known = new Map<string, Known>();

  /**
   * As `lineOrigin`. A failure is not kept, nor what is not committed, nor what a shallow clone cuts off, nor an ask that
   * somebody called off.
   */
  of(git: GitFolder, ask: OriginKey): Promise<LineOrigin> {
    const key = keyOf(git, ask);
    const known = this.#known.get(key);
    if (known && !known.signal?.aborted) return known.origin;
    const fresh: Known = { origin: lineOrigin(git, ask), signal: ask.signal };
    const settle = (isKept: boolean) => {
      if (this.#known.get(key) !== fresh) return;
      // What is answered can no longer be called off.
      if (isKept) this.#known.set(key, { ...fresh, signal: undefined });
      else this.#known.delete(key);
    };
    fresh.origin.then(
      // What git is told to add or to ignore changes nothing here, nor does a fetch that brings the rest of a shallow clone.
      (origin) => settle(origin.kind === 'commit' && !origin.isCutOff),
      () => settle(false),
    );
    this.#known.delete(key);
    this.#known.set(key, fresh);
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
    return fresh.origin;
  }

  /** Forgets everything. */
  clear(): void {
    this.#known.clear();
  }
}

function keyOf({ folder }: GitFolder, { head, path, line, version, contents = '' }: OriginKey): string {
  return JSON.stringify([folder, head, path, line, version ?? createHash('sha1').update(contents).digest('hex')]);
}

/** The file's name there, its bytes where the disk does not hold them, else what changes with them. Throws `not-found`. */
export async function contentOf(
  port: GitPort,
  named: string,
): Promise<Pick<OriginKey, 'path' | 'contents' | 'version'>> {
  const [file, name] = [fileAt(port, named), nameInGit(port, named)];
  const contents = await port.unsaved?.(file);
  if (contents) return { path: name, contents };
  const found = await fs.stat(file).catch(() => undefined);
  if (found) return { path: name, version: `${found.mtimeMs} ${found.size}` };
  throw new BecauseError('not-found', t('{0} is not there any more.', path.basename(file)), {
    next: t('Open its older version from the timeline or from a commit.'),
  });
}
