/** Filters that a repository's own settings name: programs git would run on the contents of a working tree. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import type { GitFolder } from './program.ts';

/**
 * The settings to leave empty, that a filter is required among them, so that only filters of the person or the machine run, as Git LFS is one. Asks git only
 * where the repository's settings may name any. Throws as `GitFolder` does.
 */
export async function ownFilters(git: GitFolder, signal?: AbortSignal): Promise<readonly string[]> {
  if (!mayHaveFilters(git.folder)) return [];
  const args = ['config', '--show-scope', '--name-only', '-z', '--get-regexp', '^filter\\.'];
  const fields = ((await git.ask(args, { signal })) ?? '').split('\0');
  const drivers = new Set<string>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [scope, name = ''] = fields.slice(at, at + 2);
    if (scope === 'local' || scope === 'worktree') drivers.add(name.slice(0, name.lastIndexOf('.')));
  }
  return [...drivers].flatMap((driver) => [`${driver}.clean`, `${driver}.process`, `${driver}.required`]);
}

/** Looks into the settings without a program: nearly no repository has filters of its own. */
function mayHaveFilters(folder: string): boolean {
  const own = path.join(folder, '.git');
  const found = statSync(own, { throwIfNoEntry: false });
  if (!found) return path.dirname(folder) === folder || mayHaveFilters(path.dirname(folder));
  // Of linked worktrees and submodules git knows better where the settings are.
  if (!found.isDirectory() || existsSync(path.join(own, 'config.worktree'))) return true;
  const settings = path.join(own, 'config');
  return !existsSync(settings) || /filter|include/i.test(readFileSync(settings, 'utf8'));
}
