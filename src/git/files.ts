/** Which files a commit has. */
import { type GitFolder, revision } from './program.ts';

/** The files below a folder, as a branch or commit has them; paths are from where git was asked. Throws as `GitFolder` does. */
export async function filesBelow(git: GitFolder, rev: string, folder: string): Promise<ReadonlySet<string>> {
  const listed = await git.run(['ls-tree', '-r', '-z', '--name-only', '--end-of-options', revision(rev), '--', folder]);
  return new Set(listed.toString('utf8').split('\0').filter(Boolean));
}

/** Where git is asked, from the repository's root: empty there, else with a `/` at its end. Throws as `GitFolder` does. */
export async function folderInRepository(git: GitFolder): Promise<string> {
  return (await git.ask(['rev-parse', '--show-prefix'])) ?? '';
}
