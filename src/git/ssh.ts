/** What SSH's own settings say of a host. */
import { homedir } from 'node:os';
import { BecauseError } from '../core/base/errors.ts';
import type { SshTarget } from '../core/hosts/remote.ts';
import { printedBy } from './program.ts';

/** Milliseconds after which nobody waits any longer. */
const TIME = 5_000;

/**
 * The settings SSH has for a host or a name for one, as `ssh -G` prints them; undefined where there is no such program.
 * Nothing is looked up in a network, and nothing runs but what the person's own settings name.
 */
export async function sshSettings({ host, user, port }: SshTarget, signal?: AbortSignal): Promise<string | undefined> {
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
