/** Adds lines to a file that others write too, each until it is in; a line on the output for each that is. */
import * as fs from 'node:fs';
import { BecauseError } from '../../src/core/base/errors.ts';
import { NodeFiles } from '../../src/store/nodeFiles.ts';

const [root = '', path = '', name = '', count = '0'] = process.argv.slice(2);
const files = new NodeFiles(root);

for (let added = 0; added < Number(count); ) {
  const line = `${name}.${added}\n`;
  const text = (await files.read(path)) ?? '';
  try {
    await files.write(path, text + line, text);
  } catch (error) {
    if (error instanceof BecauseError && error.code === 'changed-underneath') continue;
    throw error;
  }
  // At once, so that who is killed now has said what is written.
  fs.writeSync(1, line);
  added++;
}
