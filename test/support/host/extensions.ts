/** Installs packed extensions into a folder of extensions, with the server build's own command line. */
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { serverBuild } from './install.ts';

/**
 * Installs into a folder, by default a new temporary one, and gives it: the extensions are in its `extensions`. Whoever
 * asked removes it.
 */
export async function installExtensions(packed: readonly string[], into?: string): Promise<string> {
  const product = await serverBuild();
  const folder = into ?? (await mkdtemp(path.join(tmpdir(), 'because-extensions-')));
  const args = [
    path.join('out', 'server-main.js'),
    ...packed.flatMap((vsix) => ['--install-extension', vsix]),
    ...['--extensions-dir', path.join(folder, 'extensions')],
    ...['--server-data-dir', path.join(folder, 'data'), '--accept-server-license-terms'],
  ];
  await promisify(execFile)(process.execPath, args, { cwd: product });
  return folder;
}
