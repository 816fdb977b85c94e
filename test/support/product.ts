/** The product over a folder in memory, for tests of what it does. */
import { type Because, open, type Secrets } from '../../src/because.ts';
import { BecauseError, type ErrorCode } from '../../src/core/base/errors.ts';
import type { GitPort } from '../../src/git/port.ts';
import { MemoryFiles } from './memoryFiles.ts';

export interface Product {
  readonly files: MemoryFiles;
  readonly because: Because;
}

/** Opens a folder with these files at a fixed minute; Ada works here. */
export function productOf(texts: Readonly<Record<string, string>> = {}): Product {
  const files = new MemoryFiles({ 'because.yml': 'team:\n  members:\n    - {id: ada}\n    - {id: grace}\n', ...texts });
  return { files, because: openedBy(files, 'ada') };
}

/** Another window over the same files, with somebody else working in it, or nobody who is known. */
export function openedBy(
  files: MemoryFiles,
  me: string | undefined,
  git?: GitPort,
  now = new Date('2026-11-23T14:30:45Z'),
  secrets?: Secrets,
): Because {
  return open({
    files,
    now: () => now,
    email: () => Promise.resolve(undefined),
    chosenMember: () => me,
    git,
    secrets,
    onError: (error) => {
      throw error;
    },
  });
}

/** Secrets of one person on one machine, which is forgotten with the test. */
export class MemorySecrets implements Secrets {
  readonly all = new Map<string, string>();

  async get(name: string): Promise<string | undefined> {
    return this.all.get(name);
  }

  async set(name: string, value: string): Promise<void> {
    this.all.set(name, value);
  }
}

/** A port to git in a folder, which is quicker in what `more` says. */
export const gitPortIn = (folder: string, more: Partial<GitPort> = {}): GitPort => ({
  folder,
  records: '.because',
  program: () => 'git',
  ...more,
});

/** Whether an error is an expected one, with this code and, where it matters, these words. */
export function isError(code: ErrorCode, words: RegExp = /./): (error: unknown) => boolean {
  return (error) => {
    if (!(error instanceof BecauseError) || error.code !== code) return false;
    return words.test([error.message, error.next].join(' '));
  };
}
