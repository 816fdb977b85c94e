/** Temporary git repositories for tests: who commits and when is fixed, and the machine's own settings decide nothing. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type GitFolder, gitIn } from '../../src/git/program.ts';

/** The first commit's time; each commit is a minute after the one before, so that newest first has one meaning. */
const START = Date.UTC(2026, 9, 1, 8) / 1000;

/** Git's environment in tests: nobody's own settings, and a fixed person and time. */
export function repositoryEnvironment(seconds = START): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada Lovelace',
    GIT_AUTHOR_EMAIL: 'ada@relay.example',
    GIT_COMMITTER_NAME: 'Ada Lovelace',
    GIT_COMMITTER_EMAIL: 'ada@relay.example',
    GIT_AUTHOR_DATE: `${seconds} +0000`,
    GIT_COMMITTER_DATE: `${seconds} +0000`,
    LC_ALL: 'C',
  };
}

/** A repository in a temporary folder. */
export class Repository {
  readonly folder: string;
  #seconds = START;

  /** @param folder an existing folder; a repository is made in it unless `init` is false. */
  constructor(folder: string, { init = true, branch = 'main' } = {}) {
    this.folder = folder;
    fs.mkdirSync(folder, { recursive: true });
    if (!init) return;
    this.git('init', '--quiet', `--initial-branch=${branch}`);
    this.git('config', 'user.name', 'Ada Lovelace');
    this.git('config', 'user.email', 'ada@relay.example');
    this.git('config', 'commit.gpgsign', 'false');
  }

  /** Runs git in it and gives what it prints, without the last line end. Throws with git's complaint. */
  git(...args: string[]): string {
    const options = { cwd: this.folder, env: repositoryEnvironment(this.#seconds), stdio: 'pipe' } as const;
    return execFileSync('git', args, options).toString('utf8').replace(/\n$/, '');
  }

  /** Writes a file, its folders included. */
  write(name: string, content: string | Uint8Array): void {
    const file = this.path(name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }

  /** Writes files, commits everything there is a minute later, and gives the commit's hash. */
  commit(message: string, files: Readonly<Record<string, string | Uint8Array>> = {}, ...options: string[]): string {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
    this.git('add', '--all');
    this.#seconds += 60;
    this.git('commit', '--quiet', '--allow-empty', ...options, '--message', message);
    return this.head;
  }

  /** Merges branches a minute later, with a merge commit, and gives its hash. */
  merge(message: string, ...branches: string[]): string {
    this.#seconds += 60;
    this.git('merge', '--quiet', '--no-ff', '--message', message, ...branches);
    return this.head;
  }

  get head(): string {
    return this.git('rev-parse', 'HEAD');
  }

  path(...names: string[]): string {
    return path.join(this.folder, ...names);
  }
}

/** A new temporary folder, with no symbolic link in its path. */
export function temporaryFolder(): string {
  return fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'because-git-')));
}

/** Lets git find no settings of the person who runs the tests. Gives what puts things back. */
export function withoutOwnSettings(folder: string): () => void {
  const { HOME, XDG_CONFIG_HOME } = process.env;
  Object.assign(process.env, { HOME: folder, XDG_CONFIG_HOME: folder });
  return () => {
    for (const [name, value] of Object.entries({ HOME, XDG_CONFIG_HOME })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

/** What a test of git works with. */
export interface OwnRepository {
  /** A temporary folder, also what git takes for the person's home. */
  readonly home: string;
  readonly repository: Repository;
  readonly git: GitFolder;
}

/** Gives each test of the suite it is called in an empty repository of its own, and takes it away again. */
export function ownRepository(use: (made: OwnRepository) => void): void {
  let home: string;
  let restore: () => void;

  beforeEach(() => {
    home = temporaryFolder();
    restore = withoutOwnSettings(home);
    const repository = new Repository(path.join(home, 'repo'));
    use({ home, repository, git: gitIn('git', repository.folder) });
  });

  afterEach(() => {
    restore();
    fs.rmSync(home, { recursive: true, force: true });
  });
}
