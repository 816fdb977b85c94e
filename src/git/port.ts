/** What the product needs to ask git, and what is checked out around a file. */
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

/** Git for one folder, and what a door knows faster than git does. */
export interface GitPort {
  /** The absolute path of the folder that files are named from. */
  readonly folder: string;
  /** The path of the records' folder from there, with `/`. */
  readonly records: string;
  /** The git program, never from the repository. Throws `untrusted` and `no-git`. */
  program(): string;
  /** The kinds of hosts whose names do not tell. */
  hosts?(): Hosts;
  /** What is checked out around a file or folder, if it is known already; git is asked otherwise. */
  checkedOut?(file: string): Checkout | undefined;
  /** The unsaved bytes of an open file. */
  unsaved?(file: string): Promise<Uint8Array | undefined>;
  /** Pushes from the repository a file lies in, with the door's own sign-in; undefined if it cannot. */
  push?(file: string, remote: string, refspec: string, isNew: boolean): Promise<void> | undefined;
  /** Called after another branch was checked out around a file. */
  changed?(file: string): Promise<void>;
}

/** What is checked out, and where it comes from. */
export interface Checkout {
  /** The absolute path of the working tree's top folder. */
  readonly root: string;
  /** The branch worked on: checked out, being rebased, or the one a bisect started from. */
  readonly branch: string | undefined;
  /** The commit checked out; undefined before the first one. */
  readonly head: string | undefined;
  /** In git's order. */
  readonly remotes: readonly NamedRemote[];
}

export interface NamedRemote {
  readonly name: string;
  /** Where it is; undefined for a local path, and where it is not known. */
  readonly at: HostRemote | undefined;
}

/** The port to git. Throws `no-git` if there is none. */
export function gitPort({ git }: { readonly git: GitPort | undefined }): GitPort {
  if (git) return git;
  throw new BecauseError('no-git', t('Git was not found.'));
}

/** The absolute path of a file named from the port's folder, or absolutely. */
export const fileAt = ({ folder }: GitPort, file = '.'): string => path.resolve(folder, file);

/**
 * Git in the folder where a file really lies, so that submodules and linked worktrees answer for themselves. Throws as
 * the port's `program` does.
 */
export const gitAt = (port: GitPort, file: string, signal?: AbortSignal): GitFolder =>
  gitIn(port.program(), folderOf(realPath(fileAt(port, file))), signal);

/** Git at the top of a file's working tree. Throws as `GitFolder` does. */
export async function gitAtTop(port: GitPort, file: string, signal?: AbortSignal): Promise<GitFolder> {
  const git = gitAt(port, file, signal);
  const top = port.checkedOut?.(fileAt(port, file))?.root ?? (await repositoryRoot(git));
  return gitIn(git.program, top, signal);
}

/** A file's path from the top of this working tree; undefined if it lies in another. */
export const pathAtTop = ({ folder }: GitFolder, port: GitPort, file: string): string | undefined =>
  namesBelow(folder, fileAt(port, file))[0];

/** A path in the working tree as one from the port's folder; undefined outside. */
export const pathFromTop = ({ folder }: GitFolder, port: GitPort, name: string): string | undefined =>
  namesBelow(port.folder, path.join(folder, name))[0];

/** A file's name in the folder where it really lies, as git is asked for it. */
export const nameInGit = (port: GitPort, file: string): string => path.basename(realPath(fileAt(port, file)));

/** What is checked out around a file or folder. Throws as `GitFolder` does. */
export async function checkedOut(port: GitPort, file: string, signal?: AbortSignal): Promise<Checkout> {
  return port.checkedOut?.(fileAt(port, file)) ?? checkoutOf(gitAt(port, file, signal), port.hosts?.());
}

async function checkoutOf(git: GitFolder, hosts: Hosts | undefined): Promise<Checkout> {
  const asked = [repositoryRoot(git), headOf(git), currentBranch(git), remotes(git)] as const;
  const [root, head, current, named] = await Promise.all(asked);
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

/** The remotes on hosts, each once, `origin` first. */
export function hostsOf({ remotes: all }: Pick<Checkout, 'remotes'>): readonly HostRemote[] {
  const inOrder = [...all.filter(({ name }) => name === 'origin'), ...all];
  return [...new Map(inOrder.flatMap(({ at }) => (at ? [[JSON.stringify(at), at]] : []))).values()];
}

/** The repository's names, as `host/owner/name`, by its remotes, `origin` first. */
export const reposOf = (checkout: Pick<Checkout, 'remotes'>): readonly string[] => [
  ...new Set(hostsOf(checkout).map(({ repo }) => repo)),
];
