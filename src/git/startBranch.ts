/** Starts a branch as git would, and loses nothing that is not committed yet. */

import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { oneLine } from '../core/text/foreignText.ts';
import { currentBranch, headOf } from './branches.ts';
import { GitEnd, type GitFolder, revision } from './program.ts';

export interface StartAsk {
  readonly name: string;
  /** A branch or commit; a name that only a remote has is found there. What is checked out by default. */
  readonly base?: string | undefined;
  /** What happens to uncommitted changes: they come along where git can take them, or are stashed and brought back. */
  readonly uncommitted: 'carry' | 'stash';
  readonly signal?: AbortSignal | undefined;
}

export type StartOutcome =
  | {
      readonly kind: 'started';
      /** A sentence for the person where not all went well: a hook failed, or changes stayed in the stash. */
      readonly notice: string | undefined;
    }
  | {
      /** Nothing happened, because git would have overwritten what is not committed. */
      readonly kind: 'would-overwrite';
      /** Paths from the repository's root, as git prints them. */
      readonly files: readonly string[];
    };

/** Checking out may run hooks and filters that take their time. */
const CHANGES = { changes: true, time: 120_000 } as const;

/** What is wrong with a branch's name, as a sentence; undefined where git takes it. The rules of `git check-ref-format`. */
export function checkBranchName(name: string): string | undefined {
  if (name === '') return t('A branch needs a name.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what git refuses.
  const forbidden = /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\//.exec(name)?.[0];
  if (forbidden === ' ') return t('The name of a branch cannot hold spaces.');
  if (forbidden !== undefined) return t('The name of a branch cannot hold “{0}”.', forbidden);
  if (/^[-/]/.test(name)) return t('The name of a branch cannot start with “{0}”.', name.slice(0, 1));
  const end = /(\.lock|[./])$/.exec(name)?.[0];
  if (end !== undefined) return t('The name of a branch cannot end with “{0}”.', end);
  const part = name.split('/').find((one) => /^\.|\.lock$/.test(one));
  if (part !== undefined || name === '@' || name === 'HEAD')
    return t('Git does not take “{0}” as the name of a branch.', name);
  return undefined;
}

/**
 * Starts a branch and checks it out; it tracks no other, so that pushing asks where to. Throws `bad-input` for a name
 * git refuses, `already-exists`, `not-found` where there is no such base, and as `GitFolder` does; then nothing changed.
 */
export async function startBranch(git: GitFolder, ask: StartAsk): Promise<StartOutcome> {
  const { name, signal } = ask;
  await refuseName(git, name, signal);
  const head = await headOf(git, signal);
  const start =
    head === undefined && ask.base === undefined ? [] : [await baseOf(git, ask.base ?? 'HEAD', head, signal)];
  const switching = () =>
    switchTo(
      git,
      name,
      start.filter((one) => one !== undefined),
      signal,
    );
  // Before the first commit there is nothing to stash on, and nothing git could overwrite.
  if (ask.uncommitted === 'carry' || head === undefined) return switching();
  const stash = await putAside(git, name, signal);
  try {
    const outcome = await switching();
    if (stash === undefined) return outcome;
    const kept = await bringBack(git);
    return outcome.kind === 'started' ? { ...outcome, notice: kept ?? outcome.notice } : outcome;
  } catch (error) {
    if (stash !== undefined) await bringBack(git);
    throw error;
  }
}

async function refuseName(git: GitFolder, name: string, signal: AbortSignal | undefined): Promise<void> {
  const wrong = checkBranchName(name);
  // Git has the last word.
  const isFine = wrong === undefined && (await accepted(git, ['check-ref-format', '--branch', name], signal));
  if (!isFine)
    throw new BecauseError('bad-input', wrong ?? t('Git does not take “{0}” as the name of a branch.', name));
  if (!(await accepted(git, ['show-ref', '--verify', '--quiet', `refs/heads/${name}`], signal))) return;
  throw taken(name);
}

/** Also where only a part of the name is taken: beside `main` there can be no `main/x`. */
function taken(name: string, cause?: unknown): BecauseError {
  return new BecauseError(
    'already-exists',
    t('There is already a branch {0}, or one whose name is in its way.', name),
    {
      next: t('Check it out, or choose another name.'),
      cause,
    },
  );
}

async function accepted(git: GitFolder, args: readonly string[], signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await git.run(args, { signal });
    return true;
  } catch (error) {
    if (error instanceof BecauseError && error.cause instanceof GitEnd) return false;
    throw error;
  }
}

/** The commit to start from; undefined before the first one. */
async function baseOf(
  git: GitFolder,
  base: string,
  head: string | undefined,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (base === 'HEAD') return head;
  const [here, unborn] = await Promise.all([resolved(git, revision(base), signal), currentBranch(git, signal)]);
  if (here !== undefined) return here;
  if (head === undefined && base === unborn) return undefined;
  const listed = await git.run(['for-each-ref', '--format=%(refname)', 'refs/remotes'], { signal });
  const remote = listed
    .toString('utf8')
    .split('\n')
    .find((ref) => ref.endsWith(`/${base}`) && ref.split('/', 4)[3] === base.split('/', 1)[0]);
  const there = remote && (await resolved(git, remote, signal));
  if (there) return there;
  throw new BecauseError('not-found', t('There is no branch or commit {0} here.', base), {
    next: t('Fetch from the remote, then try again.'),
  });
}

function resolved(git: GitFolder, name: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  return git.ask(['rev-parse', '--quiet', '--verify', `${name}^{commit}`], { signal });
}

async function switchTo(
  git: GitFolder,
  name: string,
  start: readonly string[],
  signal: AbortSignal | undefined,
): Promise<StartOutcome> {
  try {
    // What is ignored is somebody's all the same: an .env, a local database.
    const safe = ['--quiet', '--no-track', '--no-overwrite-ignore'];
    await git.run(['checkout', ...safe, '-b', name, ...start, '--'], { ...CHANGES, signal });
    return { kind: 'started', notice: undefined };
  } catch (error) {
    const complaint = error instanceof BecauseError && error.cause instanceof GitEnd ? error.cause.complaint : '';
    if (/would be overwritten|would be removed|would lose untracked/i.test(complaint)) {
      return { kind: 'would-overwrite', files: filesIn(complaint) };
    }
    if (/'refs\/heads\/\S{1,250}' exists|there are still refs under/.test(complaint)) throw taken(name, error);
    // A hook that runs after the fact fails the command, and changes nothing of what was done.
    if ((await currentBranch(git)) !== name) throw error;
    const words = oneLine(complaint).slice(0, 200);
    return {
      kind: 'started',
      notice: t('{0} was started; then the post-checkout hook failed. {1}', name, words).trim(),
    };
  }
}

/** Git lists them below a sentence, each after a tab. */
function filesIn(complaint: string): string[] {
  return [...complaint.matchAll(/^\t(.+)$/gm)].map(([, file = '']) => file);
}

/** Stashes every change, new files included. The stash; undefined where there was nothing to put aside. */
async function putAside(git: GitFolder, name: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  const before = await topStash(git);
  const message = t('Put aside to start {0}', name);
  await git.run(['stash', 'push', '--quiet', '--include-untracked', '--message', message], { ...CHANGES, signal });
  const after = await topStash(git);
  return after === before ? undefined : after;
}

/** Applies the newest stash and drops it. A sentence for the person where it stays, as it does on a conflict. */
async function bringBack(git: GitFolder): Promise<string | undefined> {
  const pop = async (...options: string[]) => {
    try {
      await git.run(['stash', 'pop', '--quiet', ...options], CHANGES);
      return true;
    } catch (error) {
      if (error instanceof BecauseError && error.cause instanceof GitEnd) return false;
      throw error;
    }
  };
  // What was staged stays staged where that is possible.
  if (await pop('--index')) return undefined;
  const isUntouched = (await git.run(['status', '--porcelain', '-z'], {})).length === 0;
  if (isUntouched && (await pop())) return undefined;
  return t(
    'Your uncommitted changes do not fit here without conflicts. Nothing is lost: all of them are in {0}. Resolve the conflicts and drop it, or apply it on another branch with “git stash pop”.',
    'stash@{0}',
  );
}

function topStash(git: GitFolder): Promise<string | undefined> {
  return git.ask(['rev-parse', '--quiet', '--verify', 'refs/stash']);
}
