/** Where remotes really lead: what git and SSH make of addresses whose host is none that everybody knows. */
import type * as vscode from 'vscode';
import { type HostKind, hostKinds } from '../../core/hosts/all.ts';
import { type Hosts, hostIsKnown, type Remote, readRemote } from '../../core/hosts/remote.ts';
import { gitIn } from '../../git/program.ts';
import { realAddress } from '../../git/remoteAddress.ts';
import { logError } from './report.ts';
import { setting } from './settings.ts';

/** Asks once for each repository and address. */
export class RemoteAddresses {
  /** What is written, until it is known what is meant. */
  readonly #known = new Map<string, string | undefined>();
  readonly #ready: () => Promise<unknown>;
  readonly #onFound: () => void;

  /** @param ready when programs may start; `onFound` is called when an address turned out to be another. */
  constructor(ready: () => Promise<unknown>, onFound: () => void) {
    this.#ready = ready;
    this.#onFound = onFound;
  }

  /** The repository behind an address; undefined where it is on no host, or nobody here knows on which. */
  of(program: string | undefined, root: vscode.Uri, written: string): Remote | undefined {
    const address = this.#real(program, root, written);
    return address === undefined ? undefined : readRemote(address, hostKindsSet());
  }

  #real(program: string | undefined, root: vscode.Uri, written: string): string | undefined {
    if (hostIsKnown(written) || program === undefined || root.scheme !== 'file') return written;
    const key = JSON.stringify([root.fsPath, written]);
    if (this.#known.has(key)) return this.#known.get(key);
    this.#known.set(key, written);
    this.#find(program, root, written).then((found) => {
      this.#known.set(key, found);
      if (found !== written) this.#onFound();
    }, logError);
    return written;
  }

  async #find(program: string, root: vscode.Uri, written: string): Promise<string | undefined> {
    await this.#ready();
    return realAddress(gitIn(program, root.fsPath), written);
  }
}

/** What the setting says of hosts whose names do not tell what they are; a value nobody knows says nothing. */
export function hostKindsSet(): Hosts {
  const known = (kind: unknown): kind is HostKind => (hostKinds as readonly unknown[]).includes(kind);
  return Object.fromEntries(
    Object.entries<unknown>(setting('hosts')).flatMap(([host, kind]) =>
      known(kind) ? [[host.toLowerCase(), kind]] : [],
    ),
  );
}
