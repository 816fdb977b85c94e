/** What people download: the code that activation loads, the largest page, and the whole VSIX. */
import { readdir, readFile, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { packExtension } from '../support/package.ts';
import { root } from '../support/paths.ts';
import type { Table } from './frame.ts';

const kilobytes = async (file: string): Promise<number> => (await stat(path.join(root, file))).size / 1024;

export async function bench(table: Table): Promise<void> {
  const vsix = await stat(await packExtension());
  const { main } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { main: string };
  // One file: what the build splits off is loaded at its first use.
  table.add('main bundle, minified', await kilobytes(main), 'KB', 300);
  const pages = (await readdir(path.join(root, 'dist'))).filter((file) => file.endsWith('.js'));
  const sizes = await Promise.all(pages.map((file) => kilobytes(path.join('dist', file))));
  if (sizes.length > 0) table.add('largest page, minified', Math.max(...sizes), 'KB');
  table.add('VSIX', vsix.size / 1024 / 1024, 'MB', 1.5);
}
