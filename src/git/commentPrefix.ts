/** Which lines of a message git takes out when it commits. */
import type { GitFolder } from './program.ts';

/**
 * How the lines begin that git takes out of a message it is given as a whole; empty where it takes out none. Such a message
 * is edited by nobody, so git leaves its comments in unless the settings say otherwise. Throws as `GitFolder` does.
 */
export async function commentPrefix(git: GitFolder): Promise<string> {
  const setting = (name: string) => git.ask(['config', '--get', name]);
  if ((await setting('commit.cleanup')) !== 'strip') return '';
  const prefix = (await setting('core.commentString')) ?? (await setting('core.commentChar')) ?? '#';
  // Chosen by git so that no line begins with it.
  return prefix === 'auto' ? '' : prefix;
}
