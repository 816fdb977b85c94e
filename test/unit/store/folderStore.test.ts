/** The folder store: one event per change, nothing lost to others, a cache that only helps. */
import assert from 'node:assert/strict';
import { rm, symlink } from 'node:fs/promises';
import { BecauseError } from '../../../src/core/base/errors.ts';
import type { FileChange, FileInfo } from '../../../src/store/files.ts';
import { FolderStore } from '../../../src/store/folderStore.ts';
import { setField } from '../../../src/store/frontMatter.ts';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';
import { makeFolder } from '../../support/folder.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { record } from '../../support/sources.ts';

const fail = (error: unknown) => {
  throw error;
};

const texts = {
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-1.md': record(['title: One'], 'Body.'),
  'notes.txt': 'not a record',
  'README.md': '# About this folder',
};

function memoryCache(text?: string) {
  const cache = {
    text,
    read: () => Promise.resolve(cache.text === undefined ? undefined : Buffer.from(cache.text)),
    write: (next: Uint8Array) => {
      cache.text = Buffer.from(next).toString();
      return Promise.resolve();
    },
  };
  return cache;
}

async function loaded(files: MemoryFiles, cache = memoryCache()): Promise<FolderStore> {
  const store = new FolderStore(files, { cache, onError: fail });
  await store.load();
  // The cache is written after.
  await store.refresh([]);
  return store;
}

/** The change of a field of one record, as it was read last. */
function changed(store: FolderStore, field: string[], value: string): FileChange {
  const path = 'initiatives/PAY-1.md';
  const before = store.library.files.get(path)?.source.text ?? '';
  return { path, before, after: setField(before, field, value) };
}

const titled = (store: FolderStore, title: string) => changed(store, ['title'], title);

const isError = (code: string) => (error: unknown) => error instanceof BecauseError && error.code === code;

describe('A folder store', () => {
  it('lets each that waits for the first reading go on in a turn of its own', async () => {
    const store = new FolderStore(new MemoryFiles(texts), { onError: fail });
    const order: string[] = [];
    const first = store.load().then(() => {
      order.push('first');
      setImmediate(() => order.push('others'));
    });
    const second = store.load().then(() => order.push('second'));
    await Promise.all([first, second]);
    assert.deepEqual(order, ['first', 'others', 'second']);
  });

  it('reads records and the team, and leaves everything else alone', async () => {
    const store = await loaded(new MemoryFiles(texts));
    assert.deepEqual([...store.library.files.keys()].sort(), ['because.yml', 'initiatives/PAY-1.md']);
  });

  it('tells once of a change from outside, with the new snapshot', async () => {
    const files = new MemoryFiles(texts);
    const store = await loaded(files);
    const told: string[][] = [];
    store.onDidChange(({ paths, library }) => told.push([...paths, library.find('PAY-1')?.title ?? '-']));
    files.put('initiatives/PAY-1.md', record(['title: Two']));
    files.put('problems/p.md', record(['title: P']));
    files.tell('initiatives/PAY-1.md', 'problems/p.md');
    await store.refresh([]);
    assert.deepEqual(told, [['initiatives/PAY-1.md', 'problems/p.md', 'Two']]);
  });

  it('says nothing when a touched file holds the same text', async () => {
    const files = new MemoryFiles(texts);
    const store = await loaded(files);
    let told = 0;
    store.onDidChange(() => told++);
    files.put('initiatives/PAY-1.md', texts['initiatives/PAY-1.md']);
    await store.refresh();
    await store.refresh(['initiatives/PAY-1.md']);
    assert.equal(told, 0);
  });

  it('forgets a deleted folder with all below it, and finds a new one', async () => {
    const files = new MemoryFiles(texts);
    const store = await loaded(files);
    files.take('initiatives/PAY-1.md');
    files.put('ideas/initiatives/PAY-2.md', record(['record: initiative']));
    await store.refresh(['initiatives', 'ideas']);
    assert.deepEqual([...store.library.files.keys()].sort(), ['because.yml', 'ideas/initiatives/PAY-2.md']);
  });

  it('changes a file and knows it at once', async () => {
    const files = new MemoryFiles(texts);
    const store = await loaded(files);
    await store.write([titled(store, 'Other')]);
    assert.equal(files.texts.get('initiatives/PAY-1.md'), record(['title: Other'], 'Body.'));
    assert.equal(store.library.find('PAY-1')?.title, 'Other');
  });

  it('refuses to write over what somebody else wrote meanwhile, and then knows it', async () => {
    const files = new MemoryFiles(texts);
    const store = await loaded(files);
    files.meanwhile = () => files.put('initiatives/PAY-1.md', record(['title: Theirs']));
    const change = store.write([titled(store, 'Mine')]);
    await assert.rejects(change, isError('changed-underneath'));
    assert.equal(files.texts.get('initiatives/PAY-1.md'), record(['title: Theirs']));
    assert.equal(store.library.find('PAY-1')?.title, 'Theirs');
  });

  it('refuses to change a file that was deleted, and to create one that exists', async () => {
    const files = new MemoryFiles(texts);
    const store = await loaded(files);
    await assert.rejects(
      store.write([{ path: 'initiatives/PAY-1.md', before: undefined, after: '' }]),
      isError('already-exists'),
    );
    const change = titled(store, 'x');
    files.take('initiatives/PAY-1.md');
    await assert.rejects(store.write([change]), isError('changed-underneath'));
  });

  it('says what to do when the disk is full or the folder cannot be written, and loses nothing', async () => {
    for (const [fault, code] of [
      ['ENOSPC', 'disk-full'],
      ['EACCES', 'not-writable'],
      ['EROFS', 'not-writable'],
    ] as const) {
      const files = new MemoryFiles(texts);
      const store = await loaded(files);
      files.fault = fault;
      const change = store.write([titled(store, 'New')]);
      await assert.rejects(change, (error) => isError(code)(error) && (error as BecauseError).next !== undefined);
      assert.equal(files.texts.get('initiatives/PAY-1.md'), texts['initiatives/PAY-1.md']);
      await store.write([titled(store, 'After')]);
      assert.equal(store.library.find('PAY-1')?.title, 'After');
    }
  });

  it('lists a file over 1 MiB without reading it, and says so', async () => {
    const files = new MemoryFiles({ 'problems/big.md': 'x'.repeat(1024 * 1024 + 1) });
    const store = await loaded(files);
    const big = store.library.find('big');
    assert.ok(big);
    assert.deepEqual(
      store.library.findings(big).map(({ code }) => code),
      ['too-large'],
    );
    assert.equal(files.reads.get('problems/big.md'), undefined);
  });

  it('tells of folders that it must not open, since what is in them is missing', async () => {
    const home = await makeFolder({
      '.because/problems/p.md': record(['title: P']),
      '.because/notes.txt': 'x',
      'outside/secret.md': 'x',
    });
    const link = (target: string, name: string) => symlink(home.path + target, `${home.path}/.because/${name}`);
    await link('/outside', 'problems/linked');
    await link('/outside/secret.md', 'logo.png');
    const store = new FolderStore(new NodeFiles(`${home.path}/.because`), { onError: fail });
    const codes = () =>
      [...store.library.files.values()].map(({ path, source }) => [path, source.problems[0]?.code, source.text === '']);
    await store.load();
    assert.deepEqual(codes(), [
      ['problems/linked', 'outside-folder', true],
      ['problems/p.md', undefined, false],
    ]);
    await rm(`${home.path}/.because/problems/linked`);
    await home.write('.because/problems/linked/q.md', record(['title: Q']));
    await store.refresh(['problems/linked']);
    assert.deepEqual(
      codes()
        .map(([path]) => path)
        .sort(),
      ['problems/linked/q.md', 'problems/p.md'],
    );
    await rm(`${home.path}/.because/problems/linked`, { recursive: true });
    await link('/outside', 'problems/linked');
    await store.refresh(['problems/linked']);
    assert.deepEqual(
      codes()
        .map(([path, code]) => [path, code])
        .sort(),
      [
        ['problems/linked', 'outside-folder'],
        ['problems/p.md', undefined],
      ],
    );
    await home.remove();
  });

  it('serves two windows on one folder without losing an edit', async () => {
    const files = new MemoryFiles(texts);
    const [left, right] = [await loaded(files), await loaded(files)];
    await left.write([titled(left, 'Left')]);
    await right.refresh(['initiatives/PAY-1.md']);
    await right.write([changed(right, ['owner'], 'grace')]);
    assert.equal(files.texts.get('initiatives/PAY-1.md'), record(['title: Left', 'owner: grace'], 'Body.'));
  });
});

describe('The index cache', () => {
  it('spares reading what has not changed, and gives the same library', async () => {
    const files = new MemoryFiles(texts);
    const cache = memoryCache();
    await loaded(files, cache);
    files.reads.clear();
    files.put('problems/new.md', record(['title: New']));
    const again = await loaded(files, cache);
    assert.deepEqual([...files.reads.keys()], ['problems/new.md']);
    assert.equal(again.library.find('PAY-1')?.body, 'Body.');
    assert.deepEqual(again.library.team.keys, ['PAY']);
    assert.ok(again.library.find('PAY-1')?.source.locate(['title'], 'value'));
  });

  it('knows what keys stand for a record without decoding what is in it', async () => {
    const files = new MemoryFiles({ 'initiatives/PAY-1.md': record(['title: One', 'issues: [OPS-31, 0007]']) });
    const cache = memoryCache();
    await loaded(files, cache);
    const { library } = await loaded(files, cache);
    const { parse } = JSON;
    JSON.parse = () => assert.fail('A record was decoded.');
    try {
      assert.equal(library.initiativeOf('OPS-31')?.id, 'PAY-1');
      assert.equal(library.initiativeOf('0007')?.id, 'PAY-1');
      assert.ok(library.keys.test('OPS-31'));
    } finally {
      JSON.parse = parse;
    }
    assert.equal(library.initiativeOf('OPS-31')?.title, 'One');
  });

  it('is found whole in another order than it was written in, with files between that came, changed and went', async () => {
    const files = new MemoryFiles();
    for (let n = 0; n < 900; n++) files.put(`problems/p${n}.md`, record([`title: ${n}`]));
    const cache = memoryCache();
    await loaded(files, cache);
    files.texts.delete('problems/p300.md');
    const changed = { 'problems/a.md': 'Came first', 'problems/p600.md': 'Changed', 'problems/z.md': 'Came last' };
    for (const [path, title] of Object.entries(changed)) files.put(path, record([`title: ${title}`]));
    const listed: FileInfo[] = [];
    for await (const infos of files.list()) listed.push(...infos);
    files.reads.clear();
    files.list = async function* () {
      yield listed.reverse();
    };
    const { library } = await loaded(files, cache);
    assert.deepEqual([...files.reads.keys()].sort(), Object.keys(changed));
    assert.equal(library.files.size, 901);
    for (const [path, title] of Object.entries(changed)) assert.equal(library.files.get(path)?.title, title);
    for (const n of [0, 299, 301, 599, 899]) assert.equal(library.files.get(`problems/p${n}.md`)?.title, `${n}`);
    // What is gone does not stay in it.
    assert.equal(cache.text?.includes('p300'), false);
  });

  it('is read again where a file changed', async () => {
    const files = new MemoryFiles(texts);
    const cache = memoryCache();
    await loaded(files, cache);
    files.put('initiatives/PAY-1.md', record(['title: Changed']));
    assert.equal((await loaded(files, cache)).library.find('PAY-1')?.title, 'Changed');
  });

  it('is dropped silently when it is older, cut off, or nonsense, and rebuilt', async () => {
    const files = new MemoryFiles(texts);
    const good = memoryCache();
    await loaded(files, good);
    const whole = good.text ?? '';
    for (const bad of [
      '',
      'because-cache-0\n[]\n',
      whole.slice(0, whole.length - 5),
      `${whole.split('\n')[0]}\n{"a":1}\n`,
      `${whole.split('\n')[0]}\n[2,0,0]\n[]`,
      whole.replace('title: One', 'title: Two'),
      whole.replace('"PAY-1"', '"PAY-2"'),
      '\u0000\n',
    ]) {
      const cache = memoryCache(bad);
      const store = await loaded(files, cache);
      assert.equal(store.library.find('PAY-1')?.title, 'One');
      assert.equal(cache.text, whole);
    }
  });

  it('holds nothing of what must not be shown, from the first writing on', async () => {
    const hidden = record(['kind: quote', 'customer: Globex', 'sensitive: yes'], '> We leave.');
    const files = new MemoryFiles({
      ...texts,
      'evidence/e.md': hidden,
      'evidence/f.md': hidden.replace('kind: quote', 'kind: [quote'),
    });
    const cache = memoryCache();
    await loaded(files, cache);
    assert.match(cache.text ?? '', /PAY-1/);
    assert.doesNotMatch(cache.text ?? '', /Globex|leave/);
    files.reads.clear();
    const again = await loaded(files, cache);
    assert.deepEqual([...files.reads.keys()].sort(), ['evidence/e.md', 'evidence/f.md']);
    assert.equal(again.library.find('e')?.title, 'Sensitive evidence');
  });

  it('is written once whoever waited for the records was answered, and at once where something in it must go', async () => {
    const files = new MemoryFiles({ ...texts, 'evidence/e.md': record(['kind: quote'], '> We leave.') });
    const cache = memoryCache();
    const rest = Promise.withResolvers<void>();
    const open = async (rest: Promise<void>) => {
      const store = new FolderStore(files, { cache, rest: () => rest, onError: fail });
      await store.load();
      await store.refresh([]);
      return store;
    };
    const store = await open(rest.promise);
    assert.equal(cache.text, undefined);
    rest.resolve();
    await rest.promise;
    await store.refresh([]);
    assert.match(cache.text ?? '', /We leave/);

    files.put('evidence/e.md', record(['kind: quote', 'sensitive: true'], '> We leave.'));
    await open(new Promise(() => undefined));
    assert.match(cache.text ?? '', /PAY-1/);
    assert.doesNotMatch(cache.text ?? '', /We leave/);
  });

  it('loses the text of what becomes sensitive at once, of what moves and becomes so, and what an older one held', async () => {
    const open = record(['kind: quote', 'customer: Globex'], '> We leave.');
    const hidden = record(['kind: quote', 'customer: Globex', 'sensitive: true'], '> We leave.');
    const files = new MemoryFiles({ ...texts, 'evidence/e.md': open });
    const cache = memoryCache();
    const store = await loaded(files, cache);
    const before = cache.text ?? '';
    assert.match(before, /Globex/);

    files.put('evidence/e.md', hidden);
    await store.refresh(['evidence/e.md']);
    assert.doesNotMatch(cache.text ?? '', /Globex|leave/);
    assert.match(cache.text ?? '', /PAY-1/);

    // Another start: the same, where it happened while nobody looked, under another name and behind a damaged line.
    files.texts.delete('evidence/e.md');
    files.put('evidence/g.md', hidden);
    for (const stale of [before, `${cache.text}{"Globex"\n`, before.replace('because-cache-', 'because-cache-0')]) {
      const old = memoryCache(stale);
      await loaded(files, old);
      assert.doesNotMatch(old.text ?? '', /Globex|leave/);
    }
  });

  it('gives back exactly what its own form could not hold', async () => {
    const files = new MemoryFiles({ 'problems/p.md': record(['size: {cost: .inf, of: -0, affected: [.nan]}']) });
    const cache = memoryCache();
    await loaded(files, cache);
    files.reads.clear();
    const again = await loaded(files, cache);
    const size = { ...(again.library.find('p')?.source.raw.size as object) };
    assert.deepEqual(size, { cost: Infinity, of: -0, affected: [Number.NaN] });
    assert.deepEqual([...files.reads.keys()], []);
  });
});
