/** The declarations in `docs/api.md` are the ones the API is compiled against. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../../support/paths.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('The documented API', () => {
  it('is the one that is compiled', () => {
    const blocks = [...read('docs/api.md').matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code.trim());
    for (const file of ['src/editor/api/apiTypes.ts', 'src/core/why/step.ts']) {
      const declared = read(file)
        .replace(/^\/\*\*.*?\*\/\n/s, '')
        .trim();
      assert.ok(blocks.includes(declared), `Copy ${file}, without its first line, into docs/api.md.`);
    }
  });
});
