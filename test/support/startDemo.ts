/** The demo a person works in: made anew at each start, unless they changed something there. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { makeDemoRepository } from './demoHistory.ts';
import { repositoryEnvironment } from './repository.ts';

/**
 * Makes the demo's repository in a folder, as if it were made today, or keeps the one that is there where it differs from how it was made.
 *
 * @returns whether it was kept
 */
export async function prepareDemo(folder: string, today = new Date()): Promise<boolean> {
  const stamp = `${folder}.stamp`;
  const isThere = fs.existsSync(folder);
  if (isThere && (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== stateOf(folder))) return true;
  for (const old of [folder, `${folder}.git`, stamp]) fs.rmSync(old, { recursive: true, force: true });
  await makeDemoRepository(folder, today);
  fs.writeFileSync(stamp, stateOf(folder));
  return false;
}

/** Changes with every commit, branch, stash and edit; a folder that is no repository any more was changed too. */
function stateOf(folder: string): string {
  const asked = [
    ['for-each-ref'],
    ['symbolic-ref', '--quiet', 'HEAD'],
    ['status', '--porcelain', '--untracked-files=all'],
    ['diff', 'HEAD'],
    ['config', '--local', '--list'],
  ];
  const state = createHash('sha256');
  try {
    for (const args of asked) {
      state.update(execFileSync('git', args, { cwd: folder, env: repositoryEnvironment(), stdio: 'pipe' }));
    }
  } catch {
    return 'changed';
  }
  return state.digest('hex');
}
