/** Where in git a question about work is asked: the repository a file lies in, and what is checked out there. */
import { BecauseError } from '../core/base/errors.ts';
import type { Library } from '../core/library/library.ts';
import { linksToFile } from '../core/work/links.ts';
import { type Checkout, checkedOut, fileAt, gitAt, gitPort, reposOf } from '../git/port.ts';
import type { GitFolder } from '../git/program.ts';
import { namesBelow } from '../git/realPath.ts';
import type { Asked } from './question.ts';

/** What a question about work is asked of. */
export interface WorkAsked {
  readonly library: Library;
  /** Ends when the question is called off. */
  readonly git: GitFolder;
  /** The repository, by each of its remotes. */
  readonly repos: readonly string[];
  /** The names of its remotes. */
  readonly remotes?: readonly string[] | undefined;
  /** The branch worked on. */
  readonly branch: string | undefined;
}

/** The same with all that is checked out. */
export interface WorkHere extends WorkAsked {
  readonly checkout: Checkout;
}

/** The work where a file lies, or the folder itself. Throws as `GitFolder` does, and as the port's `program`. */
export async function workAt(asked: Asked, file?: string): Promise<WorkHere> {
  const { library, signal } = asked;
  const port = gitPort(asked);
  const git = gitAt(port, file ?? '.', signal);
  const checkout = await checkedOut(port, file ?? '.', signal);
  const remotes = checkout.remotes.map(({ name }) => name);
  return { library, git, repos: reposOf(checkout), remotes, branch: checkout.branch, checkout };
}

/** What git tells; undefined where it does not, for what can do without. */
export async function known<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof BecauseError) return undefined;
    throw error;
  }
}

/** The path by which links speak of a file: where it really lies, unless one names the path it is called by. */
export function linkedPath(asked: Asked, file: string): string | undefined {
  const port = gitPort(asked);
  const names = namesBelow(port.folder, fileAt(port, file));
  return names.find((path) => linksToFile(asked.library, path).length > 0) ?? names[0];
}
