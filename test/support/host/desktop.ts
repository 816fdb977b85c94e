/** Finds a desktop VS Code, or downloads one where its site can be reached, and runs tests in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cacheFolder, root } from '../paths.ts';
import { say } from '../say.ts';
import { onPath } from './browser.ts';
import type { HostRun } from './runInHost.ts';

/** A `code` a person has, for opening a window they look at. */
export function desktopCommand(): string | undefined {
  const asked = process.env.BECAUSE_VSCODE;
  if (asked === 'server') return undefined;
  return asked ?? onPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
}

/**
 * A desktop VS Code to test in, or undefined where the server build is to be used: without a display, where the
 * download site does not answer, or when BECAUSE_VSCODE says `server`.
 */
export async function desktopForTests(): Promise<string | undefined> {
  const asked = process.env.BECAUSE_VSCODE;
  if (asked) return asked === 'server' ? undefined : asked;
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay) return undefined;
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: cacheFolder, timeout: 5000 });
  } catch {
    say('▸ The download site of VS Code does not answer: using the server build');
    return undefined;
  }
}

/** Runs one bundle in a new window; gives the exit code. */
export async function runOnDesktop(program: string, run: HostRun): Promise<number> {
  const data = await mkdtemp(path.join(tmpdir(), 'because-vscode-'));
  const what = run.opened.workspaceFile ?? run.opened.folder;
  try {
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: run.bundle.file,
      launchArgs: [
        ...(what ? [what] : []),
        '--disable-extensions',
        ...['--user-data-dir', data],
        ...(run.trusted ? ['--disable-workspace-trust'] : []),
      ],
    }).catch(() => 1);
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
