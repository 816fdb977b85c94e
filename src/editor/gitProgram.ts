/** Runs git itself, for what the editor's own git extension does not tell: the one file of the editor that starts a program. */
import { execFile } from 'node:child_process';
import type * as vscode from 'vscode';
import type { Git } from './git.ts';
import { log } from './report.ts';

/** Milliseconds after which nobody waits any longer. */
const LIMIT = 5_000;

/** Characters of output; what is longer is of no use to a person either. */
const LONGEST = 4 * 1024 * 1024;

/**
 * What git prints, run where a file or folder lies. Paths are from the repository's root, taken literally and never as
 * options. Undefined without git, without trust, on a virtual disk, and when git fails, takes too long or is called off.
 */
export function gitOutput(
  git: Git,
  at: vscode.Uri,
  args: readonly string[],
  paths: readonly string[] = [],
  signal?: AbortSignal,
): Promise<string | undefined> {
  const [program, root] = [git.program, git.rootOf(at)];
  if (!program || root?.scheme !== 'file') return Promise.resolve(undefined);
  const whole = ['--literal-pathspecs', ...args, ...(paths.length > 0 ? ['--', ...paths] : [])];
  const options = {
    cwd: root.fsPath,
    timeout: LIMIT,
    maxBuffer: LONGEST,
    windowsHide: true,
    env: environment(),
    ...(signal && { signal }),
  };
  return new Promise((resolve) => {
    execFile(program, whole, options, (error, stdout) => {
      if (error) log().debug(`git ${whole.join(' ')}: ${error.message}`);
      resolve(error ? undefined : stdout);
    });
  });
}

/** A window opened from a git hook or alias carries settings that point elsewhere; and nobody can answer a question here. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return { ...Object.fromEntries(own), GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
}
