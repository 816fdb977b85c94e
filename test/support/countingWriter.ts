/** Adds lines to files that others write too, each to all of them until it is in; a line on the output for each that is. */
import * as fs from 'node:fs';
import { BecauseError } from '../../src/core/base/errors.ts';
import { NodeFiles } from '../../src/store/nodeFiles.ts';

const [root = '', paths = '', name = '', count = '0'] = process.argv.slice(2);
const files = new NodeFiles(root);

for (let added = 0; added < Number(count); ) {
  const line = `${name}.${added}\n`;
  try {
    const texts = await Promise.all(paths.split(',').map(async (path) => [path, await files.read(path)] as const));
    await files.write(texts.map(([path, text = '']) => ({ path, before: text, after: text + line })));
  } catch (error) {
    if (error instanceof BecauseError && error.code === 'changed-underneath') continue;
    throw error;
  }
  // At once, so that who is killed now has said what is written.
  fs.writeSync(1, line);
  added++;
}
