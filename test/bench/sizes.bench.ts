/** What people download: the main bundle and the whole VSIX. */
import { readFile, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { packExtension } from '../support/package.ts';
import { root } from '../support/paths.ts';
import type { Table } from './frame.ts';

export async function bench(table: Table): Promise<void> {
  const vsix = await stat(await packExtension());
  const { main } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { main: string };
  table.add('main bundle, minified', (await stat(path.join(root, main))).size / 1024, 'KB', 300);
  table.add('VSIX', vsix.size / 1024 / 1024, 'MB', 1.5);
}
