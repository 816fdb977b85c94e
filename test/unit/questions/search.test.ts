/** Where a key stands in the files of a folder, asked without an editor. */
import * as assert from 'node:assert/strict';
import { type Because, open } from '../../../src/because.ts';
import type { Texts } from '../../../src/questions/question.ts';
import { search } from '../../../src/questions/search.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { record } from '../../support/sources.ts';

type Given = Readonly<Record<string, string | Uint8Array | undefined>>;

const textsOf = (files: Given): Texts => ({
  records: '.because',
  list: async () => Object.keys(files).reverse(),
  read: async (path, most) => {
    const file = files[path];
    return file && file.length <= most ? file : undefined;
  },
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function productOver(texts: Texts | undefined): Because {
  return open({
    files: new MemoryFiles({
      'because.yml': 'keys: [PAY]\n',
      'initiatives/PAY-142.md': record(['title: Urgent updates'], 'PAY-142 is for everybody.\n'),
    }),
    now: () => new Date('2026-11-23T14:30:45Z'),
    email: async () => undefined,
    chosenMember: () => undefined,
    texts,
    onError: (error) => {
      throw error;
    },
  });
}

/** The places found, as `file:line:character-character`. */
async function found(files: Given, key = 'PAY-142'): Promise<string[]> {
  const answer = await productOver(textsOf(files)).ask(search, { key });
  assert.deepEqual(structuredClone(answer), answer);
  return answer.files.flatMap(({ path, places }) =>
    places.map(({ start, end }) => `${path}:${start.line}:${start.character}-${end.character}`),
  );
}

describe('The search for a key', () => {
  it('finds it as a word of its own, in files in their order, whatever ends their lines', async () => {
    const files = {
      'src/a.ts': bytes('// PAY-142, REPAY-142\r\n\r\n// PAY-1421 (PAY-142)\r\n'),
      'docs/b.md': 'pay-142\n# PAY-142\n',
      'c.txt': bytes('nothing'),
    };
    assert.deepEqual(await found(files), ['docs/b.md:1:2-9', 'src/a.ts:0:3-10', 'src/a.ts:2:13-20']);
    assert.deepEqual(await found(files, 'PAY-9'), []);
  });

  it('does not count a byte order mark as a character', async () => {
    assert.deepEqual(await found({ 'a.txt': bytes('\uFEFFPAY-142') }), ['a.txt:0:0-7']);
  });

  it('leaves out records, what is no text, what is too large and what is gone', async () => {
    const files = {
      '.because/initiatives/PAY-142.md': bytes('PAY-142'),
      '.because/README.md': bytes('PAY-142'),
      'binary.bin': bytes('PAY-142\0'),
      'large.txt': bytes(`PAY-142${'x'.repeat(1024 * 1024)}`),
      'gone.txt': undefined,
    };
    assert.deepEqual(await found(files), ['.because/README.md:0:0-7']);
  });

  it('tells how far it is, and then the rest', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${1000 + n}.txt`, 'PAY-142']));
    const stages: string[] = [];
    for await (const { looked, of, files } of productOver(textsOf(many)).stages(search, { key: 'PAY-142' })) {
      stages.push(`${looked} of ${of}: ${files.length}`);
    }
    assert.deepEqual(stages, ['500 of 1001: 500', '1000 of 1001: 1000', '1001 of 1001: 1001']);
  });

  it('reads no further when it is called off', async () => {
    const calling = new AbortController();
    let read = 0;
    const texts: Texts = {
      ...textsOf({}),
      list: async () => Array.from({ length: 400 }, (_, n) => `${n}.txt`),
      read: async () => {
        if (++read === 20) calling.abort();
        return 'PAY-142';
      },
    };
    const asked = productOver(texts).ask(search, { key: 'PAY-142' }, { signal: calling.signal });
    await assert.rejects(asked, { name: 'AbortError' });
    assert.ok(read < 40, `${read} files were read`);
  });

  it('has nothing to look at where there is no port to texts', async () => {
    assert.deepEqual(await productOver(undefined).ask(search, { key: 'PAY-142' }), { looked: 0, of: 0, files: [] });
  });
});
