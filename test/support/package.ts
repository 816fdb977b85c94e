/** `npm run package`: the extension as people install it, in because-<version>.vsix. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { buildAll } from './build.ts';
import { root } from './paths.ts';
import { say } from './say.ts';

/** Where the packed extension lies. */
export function packageFile(): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return path.join(root, `because-${version}.vsix`);
}

/** Builds for production and packs; gives the file. */
export async function packExtension(): Promise<string> {
  await buildAll(true);
  const packagePath = packageFile();
  // Everything is bundled: what node_modules holds is for developing only.
  await createVSIX({ cwd: root, packagePath, dependencies: false });
  return packagePath;
}

if (import.meta.main) say(`▸ ${path.relative(process.cwd(), await packExtension())}`);
