/** Starts a branch as git would, and loses no uncommitted change. */

import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { oneLine } from '../core/text/foreignText.ts';
import { currentBranch, headOf, resolved } from './branches.ts';
import { complaintOf, endOf } from './failures.ts';
import { type GitFolder, type RunOptions, revision } from './program.ts';

export interface StartAsk {
  readonly name: string;
  /** A branch or commit, also one that only a remote has; HEAD by default. */
  readonly base?: string | undefined;
  /** What to do with uncommitted changes: take them along if git can, or stash them and bring them back. */
  readonly uncommitted: 'carry' | 'stash';
}

export type StartOutcome =
  | {
      readonly kind: 'started';
      /** A sentence for the person if a hook failed or changes stayed in the stash. */
      readonly notice: string | undefined;
    }
  | {
      /** Nothing happened: git would have overwritten uncommitted changes. */
      readonly kind: 'would-overwrite';
      /** Paths from the repository's root, as git prints them. */
      readonly files: readonly string[];
    };

/** A checkout may run slow hooks and filters. */
const CHANGES = { changes: true, time: 120_000 } as const;

/** What is wrong with a branch's name, as a sentence, by the rules of `git check-ref-format`. */
export function checkBranchName(name: string): string | undefined {
  if (name === '') return t('A branch needs a name.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what git refuses.
  const forbidden = /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\//.exec(name)?.[0];
  if (forbidden === ' ') return t('The name of a branch cannot contain spaces.');
  if (forbidden !== undefined) return t('The name of a branch cannot contain “{0}”.', forbidden);
  if (/^[-/]/.test(name)) return t('The name of a branch cannot start with “{0}”.', name.slice(0, 1));
  const end = /(\.lock|[./])$/.exec(name)?.[0];
  if (end !== undefined) return t('The name of a branch cannot end with “{0}”.', end);
  const part = name.split('/').find((one) => /^\.|\.lock$/.test(one));
  if (part !== undefined || name === '@' || name === 'HEAD')
    return t('Git does not accept “{0}” as the name of a branch.', name);
  return undefined;
}

/**
 * Starts a branch and checks it out. It tracks none, so that pushing asks where to. Throws `bad-input` for a name that git
 * refuses, `already-exists`, `not-found` for a missing base, and as `GitFolder` does; then nothing has changed.
 */
export async function startBranch(git: GitFolder, { name, base, uncommitted }: StartAsk): Promise<StartOutcome> {
  await refuseName(git, name);
  const head = await headOf(git);
  const start = head === undefined && base === undefined ? undefined : await baseOf(git, base ?? 'HEAD', head);
  // Before the first commit, git can neither stash nor overwrite anything.
  if (uncommitted === 'carry' || head === undefined) return switchTo(git, name, start);
  const stash = await putAside(git, name);
  try {
    const outcome = await switchTo(git, name, start);
    if (stash === undefined) return outcome;
    const kept = await bringBack(git);
    return outcome.kind === 'started' ? { ...outcome, notice: kept ?? outcome.notice } : outcome;
  } catch (error) {
    if (stash !== undefined) await bringBack(git);
    throw error;
  }
}

async function refuseName(git: GitFolder, name: string): Promise<void> {
  const wrong = checkBranchName(name);
  // Git has the last word.
  if (wrong !== undefined || !(await succeeds(git, ['check-ref-format', '--branch', name]))) {
    throw new BecauseError('bad-input', wrong ?? t('Git does not accept “{0}” as the name of a branch.', name));
  }
  if (await succeeds(git, ['show-ref', '--verify', '--quiet', `refs/heads/${name}`])) throw taken(name);
}

/** Also for a part of the name: beside `main` there can be no `main/x`. */
function taken(name: string, cause?: unknown): BecauseError {
  const message = t('There is already a branch {0}, or one with a name that conflicts with it.', name);
  return new BecauseError('already-exists', message, { next: t('Check it out, or choose another name.'), cause });
}

async function succeeds(git: GitFolder, args: readonly string[], options?: RunOptions): Promise<boolean> {
  try {
    await git.run(args, options);
    return true;
  } catch (error) {
    if (endOf(error)) return false;
    throw error;
  }
}

/** The commit to start from; undefined before the first one. */
async function baseOf(git: GitFolder, base: string, head: string | undefined): Promise<string | undefined> {
  if (base === 'HEAD') return head;
  const [here, unborn] = await Promise.all([resolved(git, `${revision(base)}^{commit}`), currentBranch(git)]);
  if (here !== undefined) return here;
  if (head === undefined && base === unborn) return undefined;
  const listed = await git.text(['for-each-ref', '--format=%(refname)', 'refs/remotes']);
  const isBase = (ref: string) => ref.endsWith(`/${base}`) && ref.split('/', 4)[3] === base.split('/', 1)[0];
  const remote = listed.split('\n').find(isBase);
  const there = remote && (await resolved(git, `${remote}^{commit}`));
  if (there) return there;
  throw new BecauseError('not-found', t('There is no branch or commit {0} here.', base), {
    next: t('Fetch from the remote, then try again.'),
  });
}

async function switchTo(git: GitFolder, name: string, start: string | undefined): Promise<StartOutcome> {
  try {
    // Ignored files matter too: an .env, a local database.
    const safe = ['--quiet', '--no-track', '--no-overwrite-ignore'];
    await git.run(['checkout', ...safe, '-b', name, ...(start === undefined ? [] : [start]), '--'], CHANGES);
    return { kind: 'started', notice: undefined };
  } catch (error) {
    const complaint = complaintOf(error);
    if (/would be overwritten|would be removed|would lose untracked/i.test(complaint)) {
      return { kind: 'would-overwrite', files: filesIn(complaint) };
    }
    if (/'refs\/heads\/\S{1,250}' exists|there are still refs under/.test(complaint)) throw taken(name, error);
    // A post-checkout hook fails the command, though the branch is checked out.
    if ((await currentBranch(git)) !== name) throw error;
    const words = oneLine(complaint).slice(0, 200);
    const notice = t('{0} was started; then the post-checkout hook failed. {1}', name, words).trim();
    return { kind: 'started', notice };
  }
}

/** Git lists the files below a sentence, each after a tab. */
const filesIn = (complaint: string): string[] => [...complaint.matchAll(/^\t(.+)$/gm)].map(([, file = '']) => file);

/** Stashes every change, new files included. The stash; undefined if there was nothing to stash. */
async function putAside(git: GitFolder, name: string): Promise<string | undefined> {
  const before = await topStash(git);
  const message = t('Stashed to start {0}', name);
  await git.run(['stash', 'push', '--quiet', '--include-untracked', '--message', message], CHANGES);
  const after = await topStash(git);
  return after === before ? undefined : after;
}

/** Applies the newest stash and drops it. A sentence for the person if it stays, as on a conflict. */
async function bringBack(git: GitFolder): Promise<string | undefined> {
  const pop = (...options: string[]) => succeeds(git, ['stash', 'pop', '--quiet', ...options], CHANGES);
  // Keep staged changes staged if possible.
  if (await pop('--index')) return undefined;
  const isUntouched = (await git.run(['status', '--porcelain', '-z'])).length === 0;
  if (isUntouched && (await pop())) return undefined;
  return t(
    'Your uncommitted changes conflict with this branch. Nothing is lost: all of them are in {0}. Resolve the conflicts and drop it, or apply it on another branch with “git stash pop”.',
    'stash@{0}',
  );
}

const topStash = (git: GitFolder) => resolved(git, 'refs/stash');
