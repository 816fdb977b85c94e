/** The revisions that the settings have blame look through, read where git itself gives up on its lists. */
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { repositoryRoot } from './branches.ts';
import type { GitFolder } from './program.ts';

/** Bytes of a list: no project wrote a longer one. */
const LONGEST = 4 * 1024 * 1024;

export interface IgnoredFile {
  readonly file: string;
  remove(): Promise<void>;
}

/**
 * A file with every revision that can be read in the lists, for a git that drops all of them for a missing one, or for one
 * line that is no commit. Remove it when git is done. Throws as `GitFolder` does.
 */
export async function readableIgnored(git: GitFolder, signal?: AbortSignal): Promise<IgnoredFile> {
  const settings = ['config', '-z', '--type=path', '--get-all', 'blame.ignoreRevsFile'];
  const [listed = '', root] = await Promise.all([git.ask(settings, { signal }), repositoryRoot(git, signal)]);
  const names = listed.split('\0').slice(0, -1);
  // An empty name takes back those before it.
  const lists = names.slice(names.lastIndexOf('') + 1).map((name) => read(path.resolve(root, name)));
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'because-blame-'));
  const file = path.join(folder, 'ignored');
  await fs.writeFile(file, (await Promise.all(lists)).flat().join('\n'), { mode: 0o600 });
  return { file, remove: () => fs.rm(folder, { recursive: true, force: true }) };
}

/** The whole hashes of a list; a comment begins with `#` anywhere in a line. */
async function read(list: string): Promise<readonly string[]> {
  try {
    const found = await fs.stat(list);
    if (!found.isFile() || found.size > LONGEST) return [];
    const lines = (await fs.readFile(list, 'latin1')).split('\n').map((line) => (line.split('#', 1)[0] ?? '').trim());
    return lines.filter((line) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(line));
  } catch {
    // It is not there, or not for this person to read.
    return [];
  }
}
