/** What git tells about a folder before it is set up: who works here, and which issue keys they use. */
import * as vscode from 'vscode';
import type { KeyPrefix } from '../../core/setUp/keyPrefixes.ts';
import { keyPrefixesFrom } from '../../core/setUp/keyPrefixes.ts';
import type { Author } from '../../core/setUp/members.ts';
import { MemberIds, membersFrom } from '../../core/setUp/members.ts';
import { recentAuthors, recentBranches, recentSubjects, userName } from '../../git/glance.ts';
import type { GitFolder } from '../../git/program.ts';
import { gitGlance } from '../workspace/gitProgram.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

export interface History {
  /** The person first, where git knows them, then who wrote most. */
  readonly authors: readonly Author[];
  readonly me: Author | undefined;
  readonly prefixes: readonly KeyPrefix[];
}

/** Commits and branches looked at: the last ones tell who works here now. */
const COMMITS = 1000;
const BRANCHES = 2000;

/** Reads it; everything is empty without git, without trust, and after `signal`. */
export async function readHistory(workspace: Workspace, { root }: Folder, signal: AbortSignal): Promise<History> {
  const { git } = workspace;
  if (vscode.workspace.isTrusted) await repositoriesKnown(workspace, signal);
  const glance = <T>(ask: (folder: GitFolder) => Promise<T>) => gitGlance(git, root, ask);
  const [authors = [], subjects = [], branches = [], mail, name] = await Promise.all([
    glance((folder) => recentAuthors(folder, COMMITS, { signal })),
    glance((folder) => recentSubjects(folder, COMMITS, { signal })),
    glance((folder) => recentBranches(folder, BRANCHES, { signal })),
    git.emailOf(root),
    glance((folder) => userName(folder, { signal })),
  ]);
  return { ...people(membersFrom(authors), mail, name), prefixes: keyPrefixesFrom(branches, subjects) };
}

/** Why git has nothing to tell, as a sentence; undefined where it has, or may still have. */
export function whyUnknown({ git }: Workspace, { root }: Folder): string | undefined {
  if (!vscode.workspace.isTrusted) return vscode.l10n.t('Git is off in Restricted Mode.');
  if (git.rootOf(root) || !git.settled) return undefined;
  return git.program === undefined
    ? vscode.l10n.t('Git was not found.')
    : vscode.l10n.t('This folder is in no git repository.');
}

function people(authors: readonly Author[], mail: string | undefined, name = ''): Pick<History, 'authors' | 'me'> {
  const address = mail?.trim().toLowerCase();
  if (!address) return { authors, me: undefined };
  const known = authors.find(({ emails }) => emails.includes(address));
  const ids = new MemberIds(authors.map(({ id }) => id));
  const me = known ?? { id: ids.idFor(name, [address]), name: name || address, emails: [address], commits: 0 };
  return { authors: [me, ...authors.filter((author) => author !== me)], me };
}

/** Milliseconds after which a git extension that is still starting is not waited for. */
const PATIENCE = 5_000;

/** Resolves when the repositories are known, nobody waits any longer, or it takes too long. */
function repositoriesKnown({ git }: Workspace, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => git.settled && resolve();
  const listener = git.onDidChange(look);
  const timer = setTimeout(resolve, PATIENCE);
  signal.addEventListener('abort', () => resolve());
  look();
  return promise.finally(() => {
    clearTimeout(timer);
    listener.dispose();
  });
}
