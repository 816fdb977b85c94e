/** Puts the server build of VS Code, once, into a git-ignored folder: a real workbench without a display. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { cacheFolder } from '../paths.ts';
import { run, say, seconds } from '../say.ts';

/** Pinned, so that everybody tests in the same VS Code. */
const build = 'code-server@4.139.1';
const folder = path.join(cacheFolder, 'server');
const product = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
const marker = path.join(folder, 'complete');

/** The folder of the server build, installed first when it is missing, half there, or another version. */
export async function serverBuild(): Promise<string> {
  if (existsSync(marker) && (await readFile(marker, 'utf8')) === build) return product;
  const started = performance.now();
  say(`▸ Installing VS Code (${build}) into ${path.relative(process.cwd(), folder)}, once: about 600 MB`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  // Nothing is compiled: its install script wants another Node and refuses root, and nothing here needs what it builds.
  await npmInstall(folder, [build]);
  say('  1 of 2: the server is there; now what its extension host needs');
  await npmInstall(product, ['--omit=dev']);
  await writeFile(marker, build);
  say(`  VS Code is ready (${seconds(started)})`);
  return product;
}

/** `--prefix` because npm, started from an npm script, would otherwise install into the outer project. */
function npmInstall(where: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  return run('npm', ['install', ...quiet, '--prefix', where, ...args], { cwd: where });
}
