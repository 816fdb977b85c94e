/** Resolves a remote's address by the person's git and SSH settings, without a network. */

import { homedir } from 'node:os';
import { BecauseError } from '../core/base/errors.ts';
import { addressWith, hostIsKnown, type SshTarget, sshTarget } from '../core/hosts/remote.ts';
import { type GitFolder, printedBy } from './program.ts';

/**
 * The address git would really use: after `url.….insteadOf`, unless the host is a well-known one, and with the host that a
 * name in the SSH settings stands for. Undefined if that is an IP address. Throws as `GitFolder` does.
 */
export async function realAddress(git: GitFolder, written: string): Promise<string | undefined> {
  if (hostIsKnown(written)) return written;
  const address = (await git.ask(['ls-remote', '--get-url', '--', written])) ?? written;
  const target = sshTarget(address);
  if (!target || hostIsKnown(address)) return address;
  const host = /^hostname (\S+)$/m.exec((await sshSettings(target)) ?? '')?.[1];
  if (host === undefined || host.toLowerCase() === target.host.toLowerCase()) return address;
  // An IP address does not tell which host it is.
  return /^[\d.]+$|:/.test(host) ? undefined : addressWith(address, host);
}

/** Milliseconds to wait. */
const TIME = 5_000;

/**
 * The SSH settings for a host or an alias, as `ssh -G` prints them; undefined without SSH. It uses no network, and runs only
 * what the person's own settings name.
 */
async function sshSettings({ host, user, port }: SshTarget): Promise<string | undefined> {
  const args = ['-G', '-o', 'CanonicalizeHostname=no'];
  if (user !== undefined) args.push('-l', user);
  if (port !== undefined) args.push('-p', port);
  try {
    // Not in the repository: some systems look for the program there first.
    return (await printedBy('ssh', homedir(), [...args, host], { time: TIME })).toString('utf8');
  } catch (error) {
    if (error instanceof BecauseError) return undefined;
    throw error;
  }
}
