/** What git and SSH make of a remote's address by the person's own settings, without a network. */

import { homedir } from 'node:os';
import { BecauseError } from '../core/base/errors.ts';
import { addressWith, hostIsKnown, type SshTarget, sshTarget } from '../core/hosts/remote.ts';
import { type GitFolder, printedBy } from './program.ts';

/**
 * The address git would really use: with what `url.….insteadOf` makes of it, where its host is none that everybody knows,
 * and with the host that a name in SSH's settings stands for. Undefined where that is a number. Throws as
 * `GitFolder` does.
 */
export async function realAddress(git: GitFolder, written: string): Promise<string | undefined> {
  if (hostIsKnown(written)) return written;
  const address = (await git.ask(['ls-remote', '--get-url', '--', written])) ?? written;
  const target = sshTarget(address);
  if (!target || hostIsKnown(address)) return address;
  const host = /^hostname (\S+)$/m.exec((await sshSettings(target)) ?? '')?.[1];
  if (host === undefined || host.toLowerCase() === target.host.toLowerCase()) return address;
  // A number names a machine, not the host that people know by its pages.
  return /^[\d.]+$|:/.test(host) ? undefined : addressWith(address, host);
}

/** Milliseconds after which nobody waits any longer. */
const TIME = 5_000;

/**
 * The settings SSH has for a host or a name for one, as `ssh -G` prints them; undefined where there is no such program.
 * Nothing is looked up in a network, and nothing runs but what the person's own settings name.
 */
async function sshSettings({ host, user, port }: SshTarget, signal?: AbortSignal): Promise<string | undefined> {
  const args = ['-G', '-o', 'CanonicalizeHostname=no'];
  if (user !== undefined) args.push('-l', user);
  if (port !== undefined) args.push('-p', port);
  try {
    // Not in the repository, where some systems would look for the program first.
    return (await printedBy('ssh', homedir(), [...args, host], { signal, time: TIME })).toString('utf8');
  } catch (error) {
    if (error instanceof BecauseError) return undefined;
    throw error;
  }
}
