/** What the product needs to ask git, and what is checked out where a file lies. */
import * as path from 'node:path';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { Remote as HostRemote, Hosts } from '../core/hosts/remote.ts';
import { readRemote } from '../core/hosts/remote.ts';
import { currentBranch, headOf, remotes, repositoryRoot } from './branches.ts';
import { type GitFolder, gitIn } from './program.ts';
import { folderOf, namesBelow, realPath } from './realPath.ts';
import { realAddress } from './remoteAddress.ts';
import { branchAtWork } from './stopped.ts';

/** Git for one folder of files, and what a door knows quicker than git would tell. */
export interface GitPort {
  /** The folder whose files are named by their paths from it: an absolute path. */
  readonly folder: string;
  /** The folder of the records: its path from there, with `/`. */
  readonly records: string;
  /** Git's program; never from the repository. Throws `untrusted`, and `no-git`. */
  program(): string;
  /** What kind of hosts there are behind names that do not tell. */
  hosts?(): Hosts;
  /** What is checked out where a file or folder lies, as far as that is known already; else git is asked. */
  checkedOut?(file: string): Checkout | undefined;
  /** A file's bytes as somebody has it open, where the disk does not hold those. */
  unsaved?(file: string): Promise<Uint8Array | undefined>;
  /** Pushes from the repository a file lies in, with the door's own sign-in to remotes; undefined where it cannot. */
  push?(file: string, remote: string, refspec: string, isNew: boolean): Promise<void> | undefined;
  /** Told when another branch was checked out where a file lies. */
  changed?(file: string): Promise<void>;
}

/** What is checked out, and where it comes from. */
export interface Checkout {
  /** The top folder of the working tree: an absolute path. */
  readonly root: string;
  /** The branch worked on: the one checked out, or that is being rebased, or that a bisect started from. */
  readonly branch: string | undefined;
  /** The commit checked out; undefined before the first one. */
  readonly head: string | undefined;
  /** In git's order. */
  readonly remotes: readonly NamedRemote[];
}

export interface NamedRemote {
  readonly name: string;
  /** Where it is; undefined for a path on this machine, and where nobody here knows. */
  readonly at: HostRemote | undefined;
}

/** The port to git of whoever has one. Throws `no-git`. */
export function gitPort({ git }: { readonly git: GitPort | undefined }): GitPort {
  if (git) return git;
  throw new BecauseError('no-git', t('Git was not found.'));
}

/** The whole path of a file that is named from the port's folder, or by its whole path. */
export const fileAt = ({ folder }: GitPort, file = '.'): string => path.resolve(folder, file);

/**
 * Git where a file or folder really lies: in that very folder, so that submodules and linked worktrees answer for
 * themselves. Throws as the port's `program` does.
 */
export const gitAt = (port: GitPort, file: string): GitFolder =>
  gitIn(port.program(), folderOf(realPath(fileAt(port, file))));

/** Git at the top of the working tree a file or folder lies in. Throws as `GitFolder` does. */
export async function gitAtTop(port: GitPort, file: string, signal?: AbortSignal): Promise<GitFolder> {
  const git = gitAt(port, file);
  const top = port.checkedOut?.(fileAt(port, file))?.root ?? (await repositoryRoot(git, signal));
  return gitIn(git.program, top);
}

/** A file as git calls it at the top of its working tree; undefined where it lies in another. */
export const pathAtTop = ({ folder }: GitFolder, port: GitPort, file: string): string | undefined =>
  namesBelow(folder, fileAt(port, file))[0];

/** A path from the top of a working tree, as the port's folder has it; undefined outside. */
export const pathFromTop = ({ folder }: GitFolder, port: GitPort, name: string): string | undefined =>
  namesBelow(port.folder, path.join(folder, name))[0];

/** A file's name in the folder where it really lies: what git is asked about there. */
export const nameInGit = (port: GitPort, file: string): string => path.basename(realPath(fileAt(port, file)));

/** What is checked out where a file or folder lies. Throws as `GitFolder` does. */
export async function checkedOut(port: GitPort, file: string, signal?: AbortSignal): Promise<Checkout> {
  return port.checkedOut?.(fileAt(port, file)) ?? checkoutOf(gitAt(port, file), port.hosts?.(), signal);
}

async function checkoutOf(git: GitFolder, hosts: Hosts | undefined, signal?: AbortSignal): Promise<Checkout> {
  const [root, head, current, named] = await Promise.all([
    repositoryRoot(git, signal),
    headOf(git, signal),
    currentBranch(git, signal),
    remotes(git, signal),
  ]);
  return {
    root,
    head,
    branch: current ?? (await branchAtWork(root)),
    remotes: await Promise.all(
      named.map(async ({ name, url }) => {
        const address = await realAddress(git, url);
        return { name, at: address === undefined ? undefined : readRemote(address, hosts) };
      }),
    ),
  };
}

/** The remotes on hosts, `origin` first, each once. */
export function hostsOf({ remotes: all }: Pick<Checkout, 'remotes'>): readonly HostRemote[] {
  const inOrder = [...all.filter(({ name }) => name === 'origin'), ...all];
  return [...new Map(inOrder.flatMap(({ at }) => (at ? [[JSON.stringify(at), at]] : []))).values()];
}

/** The repository as `host/owner/name` by each of its remotes, `origin` first. */
export const reposOf = (checkout: Pick<Checkout, 'remotes'>): readonly string[] => [
  ...new Set(hostsOf(checkout).map(({ repo }) => repo)),
];
