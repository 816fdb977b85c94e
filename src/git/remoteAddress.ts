/** What git and SSH make of a remote's address by the person's own settings, without a network. */
import { addressWith, hostIsKnown, sshTarget } from '../core/hosts/remote.ts';
import type { GitFolder } from './program.ts';
import { sshSettings } from './ssh.ts';

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
