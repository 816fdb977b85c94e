/** Writes a file again and again until it is killed; a dot on the output after each writing. */
import { NodeFiles } from '../../src/store/nodeFiles.ts';

const [root = '', size = '0'] = process.argv.slice(2);
const files = new NodeFiles(root);

for (let letter = 0; ; letter = (letter + 1) % 26) {
  const text = String.fromCharCode(97 + letter).repeat(Number(size));
  await files.write([{ path: 'r.md', before: await files.read('r.md'), after: text }]);
  process.stdout.write('.');
}
