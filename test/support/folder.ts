/** Temporary folders with files in them, for tests of any tier. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { demoFolder } from './paths.ts';

/** Relative path → content. */
export type Files = Readonly<Record<string, string>>;

export interface Folder {
  /** Absolute, with no symbolic link in it. */
  readonly path: string;
  read(relativePath: string): Promise<string>;
  /** Writes a file as another program would, folders included. */
  write(relativePath: string, text: string): Promise<void>;
  /** Runs git in it and gives its trimmed output. Who commits and when is fixed. */
  git(...args: string[]): Promise<string>;
  remove(): Promise<void>;
}

/** Makes a folder with these files. `name` is its own name, where a test shows it. */
export async function makeFolder(files: Files = {}, name = 'workspace'): Promise<Folder> {
  const outer = await realpath(await mkdtemp(path.join(tmpdir(), 'because-test-')));
  const folder = folderAt(path.join(outer, name), outer);
  await mkdir(folder.path);
  for (const [relativePath, text] of Object.entries(files)) await folder.write(relativePath, text);
  return folder;
}

/** Makes a folder, gives it to the work, and removes it whatever happens. */
export async function withFolder<T>(files: Files, work: (folder: Folder) => Promise<T>): Promise<T> {
  const folder = await makeFolder(files);
  try {
    return await work(folder);
  } finally {
    await folder.remove();
  }
}

/** A copy of a folder; by default of the demo. */
export async function copyFolder(from = demoFolder): Promise<Folder> {
  const folder = await makeFolder({}, path.basename(from));
  await cp(from, folder.path, { recursive: true });
  return folder;
}

function folderAt(folder: string, outer: string): Folder {
  return {
    path: folder,
    read: (relativePath) => readFile(path.join(folder, relativePath), 'utf8'),
    write: async (relativePath, text) => {
      const file = path.join(folder, relativePath);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    },
    git: async (...args) => {
      const { stdout } = await promisify(execFile)('git', args, { cwd: folder, env: gitEnvironment() });
      return stdout.trim();
    },
    remove: () => rm(outer, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
  };
}

/** The machine's own git settings must not decide how a test ends. */
function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada Lovelace',
    GIT_AUTHOR_EMAIL: 'ada@relay.example',
    GIT_COMMITTER_NAME: 'Ada Lovelace',
    GIT_COMMITTER_EMAIL: 'ada@relay.example',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'init.defaultBranch',
    GIT_CONFIG_VALUE_0: 'main',
  };
}
