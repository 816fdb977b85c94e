/** Clones of a repository, each with a person who works there and the secrets of their machine, over a remote that all push to. */
import * as path from 'node:path';
import { type Action, perform } from '../../src/actions/action.ts';
import { type Because, open } from '../../src/because.ts';
import { NodeFiles } from '../../src/store/nodeFiles.ts';
import { MemorySecrets } from './product.ts';
import { Repository } from './repository.ts';

/** A remote without a working tree that holds these files. */
export function remoteIn(place: string, files: Readonly<Record<string, string>>): string {
  const origin = new Repository(path.join(place, 'origin'));
  origin.commit('Begin', files);
  const remote = path.join(place, 'remote.git');
  origin.git('clone', '--quiet', '--bare', '.', remote);
  return remote;
}

export class Clone {
  readonly folder: string;
  readonly #me: string;
  readonly #repository: Repository;
  readonly #secrets = new MemorySecrets();

  /** Clones the remote into a folder of that place, which is named after the person. */
  constructor(place: string, remote: string, me: string) {
    this.folder = path.join(place, me);
    new Repository(place, { init: false }).git('clone', '--quiet', remote, this.folder);
    this.#me = me;
    this.#repository = new Repository(this.folder, { init: false });
  }

  /** The product as it finds the clone now. */
  because(): Because {
    return open({
      files: new NodeFiles(path.join(this.folder, '.because')),
      now: () => new Date('2026-11-23T14:30Z'),
      email: () => Promise.resolve(undefined),
      chosenMember: () => this.#me,
      secrets: this.#secrets,
      onError: (error) => {
        throw error;
      },
    });
  }

  /** Does it on what is there, and commits it. */
  async act<Input, Output>(action: Action<Input, Output>, input: unknown = {}): Promise<Output> {
    const done = await perform(action, this.because(), input);
    this.commit(action.name);
    return done;
  }

  commit(message: string): void {
    this.#repository.commit(message);
  }

  pull(): void {
    this.#repository.git('pull', '--quiet', '--no-edit', '--no-rebase');
  }

  /** Pushes what was committed, on top of what others have pushed meanwhile. */
  push(): void {
    this.pull();
    this.#repository.git('push', '--quiet');
  }

  /** The commits of all of history that add or remove these words; empty where there is none. */
  commitsWith(words: string): string {
    return this.#repository.git('log', '--all', `-S${words}`, '--format=%H');
  }
}
