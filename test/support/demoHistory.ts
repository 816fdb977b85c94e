/** The demo as a git repository with a history, the same hashes every time, and a bare one beside it to push to. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { addDays } from '../../src/core/base/time.ts';
import { DEMO_COMMITS, type DemoCommit, type Member } from './demoCommits.ts';
import { demoFolder } from './paths.ts';
import { repositoryEnvironment } from './repository.ts';

/** The address people see. Pushing goes to the bare repository instead; fetching from here is not meant to work. */
const ADDRESS = 'git@github.com:relay-example/relay.git';

/** What is checked out at the end. */
export const DEMO_BRANCH = 'feature/PAY-142-urgent-channel';

const PEOPLE: Readonly<Record<Member, string>> = {
  ada: 'Ada Lovelace',
  hedy: 'Hedy Lamarr',
  alan: 'Alan Turing',
  grace: 'Grace Hopper',
  katherine: 'Katherine Johnson',
};

export interface DemoRepository {
  readonly folder: string;
  /** The bare repository: clone it to see what was pushed. */
  readonly remote: string;
  /** The hash of each commit, by its name in `DEMO_COMMITS`; `reasons` is the one that holds `.because`. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** The first day of the sprint the demo is in, and how long its sprints are. */
const SPRINT = { starts: '2026-11-16', days: 14 };

/**
 * Makes the demo's repository in a folder that is not there yet, and `<folder>.git` beside it. With `today`, all days in its
 * records move by whole sprints, so that the sprint it is in is today's; the hashes that records name stay.
 *
 * The records come with a commit of their own on `main`, late, so that links among them can name commits before it. The
 * working tree ends as the demo's files are: some lines of it are not committed yet.
 */
export async function makeDemoRepository(folder: string, today?: Date): Promise<DemoRepository> {
  const days = today ? daysTo(today) : 0;
  const git = (as: DemoCommit | undefined, ...args: string[]) => run(folder, as, args);
  const hashes = new Map<string, string>();
  const record = (name: string) => hashes.set(name, git(undefined, 'rev-parse', 'HEAD'));
  fs.mkdirSync(folder, { recursive: true });
  git(undefined, 'init', '--quiet', '--initial-branch=main');
  settle(git);
  for (const commit of DEMO_COMMITS) {
    if (commit.name === 'digest-hour') {
      git(undefined, 'checkout', '--quiet', 'main');
      copyRecords(folder);
      moveDays(folder, days);
      make(git, REASONS, folder, hashes);
      record('reasons');
    }
    make(git, commit, folder, hashes);
    record(commit.name);
  }
  git(undefined, 'checkout', '--quiet', DEMO_BRANCH);
  const remote = publish(git, folder);
  fs.cpSync(demoFolder, folder, { recursive: true });
  moveDays(folder, days);
  return { folder, remote, hashes };
}

const REASONS: DemoCommit = {
  name: 'reasons',
  by: 'grace',
  at: '2026-11-19T17:05:00Z',
  message: 'Bring our reasons from the wiki into the repository',
};

type Git = (as: DemoCommit | undefined, ...args: string[]) => string;

/** What belongs to the repository itself; it decides no hash. */
function settle(git: Git): void {
  const settings = {
    'user.name': PEOPLE.ada,
    'user.email': 'ada@relay.example',
    'blame.ignoreRevsFile': '.git-blame-ignore-revs',
    'core.autocrlf': 'false',
    'core.fileMode': 'false',
    'commit.gpgSign': 'false',
    'gc.auto': '0',
  };
  for (const [name, value] of Object.entries(settings)) git(undefined, 'config', name, value);
}

function make(git: Git, commit: DemoCommit, folder: string, hashes: ReadonlyMap<string, string>): void {
  const { branch = 'main', merges, message } = commit;
  const hashOf = (name: string) => {
    const hash = hashes.get(name);
    if (hash === undefined) throw new Error(`${commit.name} needs ${name}, which is not made yet.`);
    return hash;
  };
  if (hashes.size > 0) switchTo(git, branch);
  if (merges !== undefined) {
    git(commit, 'merge', '--quiet', '--no-ff', '--message', message, merges);
    git(undefined, 'branch', '--quiet', '--delete', '--force', merges);
    return;
  }
  for (const [file, text] of commit.changes?.(hashOf) ?? []) {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    if (text === undefined) fs.rmSync(target);
    else fs.writeFileSync(target, text);
  }
  git(undefined, 'add', '--all');
  git(commit, 'commit', '--quiet', '--no-verify', '--message', message);
}

function switchTo(git: Git, branch: string): void {
  const exists = git(undefined, 'branch', '--list', branch) !== '';
  git(undefined, 'checkout', '--quiet', ...(exists ? [branch] : ['--no-track', '-b', branch, 'main']));
}

/** The records, what explains them and what was measured: all that is neither code nor a design. */
function copyRecords(folder: string): void {
  for (const name of ['.because', 'README.md', 'data']) {
    fs.cpSync(path.join(demoFolder, name), path.join(folder, name), { recursive: true });
  }
}

function daysTo(today: Date): number {
  const passed = (today.getTime() - Date.parse(SPRINT.starts)) / (24 * 60 * 60_000);
  return Math.max(0, Math.floor(passed / SPRINT.days)) * SPRINT.days;
}

/** The days in the records and in what was measured, whole or with a time; the team's holidays stay where they are. */
function moveDays(folder: string, days: number): void {
  if (days === 0) return;
  for (const file of fs.globSync(['.because/**/*.md', 'data/*.csv'], { cwd: folder })) {
    const place = path.join(folder, file);
    const text = fs.readFileSync(place, 'utf8');
    fs.writeFileSync(
      place,
      text.replaceAll(/(?<![\w/.-])\d{4}-\d{2}-\d{2}(?=T\d|[^\w-]|$)/g, (day) => addDays(day, days)),
    );
  }
}

/** `main`, the branch with a link, and all but the last commit of the one checked out are on the remote. */
function publish(git: Git, folder: string): string {
  const remote = `${folder}.git`;
  git(undefined, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  git(undefined, 'remote', 'add', 'origin', ADDRESS);
  git(undefined, 'remote', 'set-url', '--push', 'origin', remote);
  git(undefined, 'push', '--quiet', '--set-upstream', 'origin', 'main', 'quieter-mornings');
  git(undefined, 'push', '--quiet', 'origin', `${DEMO_BRANCH}~1:refs/heads/${DEMO_BRANCH}`);
  git(undefined, 'branch', '--quiet', `--set-upstream-to=origin/${DEMO_BRANCH}`, DEMO_BRANCH);
  git(undefined, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  return remote;
}

function run(folder: string, as: DemoCommit | undefined, args: readonly string[]): string {
  const env = repositoryEnvironment(Date.parse(as?.at ?? '2026-11-24T15:00:00Z') / 1000);
  const person = as && {
    GIT_AUTHOR_NAME: PEOPLE[as.by],
    GIT_AUTHOR_EMAIL: `${as.by}@relay.example`,
    // A pull request is merged and squashed by whoever reviewed it; here that is its author, which is simpler to read.
    GIT_COMMITTER_NAME: PEOPLE[as.by],
    GIT_COMMITTER_EMAIL: `${as.by}@relay.example`,
  };
  const options = { cwd: folder, env: { ...env, ...person }, stdio: 'pipe' } as const;
  return execFileSync('git', args, options).toString('utf8').trim();
}
