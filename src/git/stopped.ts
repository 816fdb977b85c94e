/** Finds the branch worked on during a rebase or bisect, when none is checked out. */
import { promises as fs } from 'node:fs';
import * as path from 'node:path';

/** Bytes of git's notes: each holds a branch's name or a path. */
const LONGEST = 10_000;

/**
 * The branch being rebased in this working tree, or the one a bisect started from; undefined if neither is going on, or it
 * began without a branch. Reads git's own files, since no command tells.
 */
export async function branchAtWork(root: string): Promise<string | undefined> {
  const folder = await gitFolder(root);
  if (folder === undefined) return undefined;
  for (const kind of ['rebase-merge', 'rebase-apply']) {
    const ref = await noted(folder, kind, 'head-name');
    if (ref?.startsWith('refs/heads/')) return ref.slice('refs/heads/'.length);
  }
  const start = await noted(folder, 'BISECT_START');
  return start === undefined || start === '' || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(start) ? undefined : start;
}

/** Git's folder for a working tree: `.git`, or where that file points, as in linked worktrees and submodules. */
async function gitFolder(root: string): Promise<string | undefined> {
  const own = path.join(root, '.git');
  const found = await fs.stat(own).catch(() => undefined);
  if (found?.isDirectory()) return own;
  const said = /^gitdir: (.+)$/.exec((await noted(root, '.git')) ?? '')?.[1];
  return said === undefined ? undefined : path.resolve(root, said);
}

async function noted(...names: readonly string[]): Promise<string | undefined> {
  const file = path.join(...names);
  const found = await fs.stat(file).catch(() => undefined);
  if (!found?.isFile() || found.size > LONGEST) return undefined;
  return (await fs.readFile(file, 'utf8').catch(() => undefined))?.trim();
}
