/** Several files as one: all of them or none, whoever dies, hangs, or fills the disk at whatever moment. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BecauseError } from '../../../src/core/base/errors.ts';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';
import { ownName } from '../../../src/store/owner.ts';
import { batch, filesAfter, filesBefore } from '../../support/batch.ts';
import { type Call, watchDisk } from '../../support/disk.ts';
import { type Folder, makeFolder } from '../../support/folder.ts';

const WRITER = fileURLToPath(new URL('../../support/batchWriter.ts', import.meta.url));

/** Calls that need room on the disk. */
const FILLING: readonly Call[] = ['mkdirSync', 'openSync', 'writeFileSync', 'fsyncSync', 'linkSync', 'copyFileSync'];

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);

/** A file's text; undefined where it is just gone. */
function textOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

describe('A batch of changes', () => {
  let folder: Folder;
  let root: string;
  let files: NodeFiles;

  beforeEach(async () => {
    folder = await makeFolder({ '.because/x.md': 'x' });
    root = path.join(folder.path, '.because');
    files = new NodeFiles(root);
    begin();
  });

  afterEach(() => folder.remove());

  /** The folder as it is before the batch. */
  function begin(): void {
    fs.rmSync(root, { recursive: true });
    for (const [name, text] of Object.entries(filesBefore)) put(name, text);
  }

  function put(name: string, text: string): void {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }

  /** The texts of all files but what tools keep there; another process may be changing them. */
  function texts(folder = ''): Record<string, string> {
    const found: Record<string, string> = {};
    const entries = fs.readdirSync(path.join(root, folder), { withFileTypes: true });
    for (const entry of entries.filter(({ name }) => !name.startsWith('.')).sort(byName)) {
      const name = path.posix.join(folder, entry.name);
      const text = entry.isFile() ? textOf(path.join(root, name)) : undefined;
      if (entry.isDirectory()) Object.assign(found, texts(name));
      else if (text !== undefined) found[name] = text;
    }
    return found;
  }

  const isBefore = () => JSON.stringify(texts()) === JSON.stringify(filesBefore);
  const isAfter = () => JSON.stringify(texts()) === JSON.stringify(filesAfter);

  /** The files before each call that changes the disk, when nothing is in the way. */
  async function moments(): Promise<readonly Record<string, string>[]> {
    const found: Record<string, string>[] = [];
    const end = watchDisk(() => {
      found.push(texts());
    });
    await files.write(batch).finally(end);
    begin();
    return found;
  }

  /** Lets a process of its own make the batch, which is stopped before a call. */
  function writer(at: number, signal = 'SIGKILL') {
    return spawn(process.execPath, [WRITER, root, String(at), signal], { stdio: ['ignore', 'pipe', 'inherit'] });
  }

  async function killedAt(at: number): Promise<string> {
    const child = writer(at);
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
    });
    await once(child, 'close');
    return said;
  }

  it('changes, makes, removes and moves files, and leaves nothing else', async () => {
    await files.write(batch);
    assert.deepEqual(texts(), filesAfter);
    assert.deepEqual(fs.readdirSync(root), ['a.md', 'f', 'new']);
  });

  it('is refused as a whole where one file is not what it was', async () => {
    for (const [name, text] of [
      ['f/g.md', 'theirs'],
      ['new/c.md', 'theirs'],
      ['new/e.md', 'theirs'],
      ['b.md', 'theirs'],
    ] as const) {
      begin();
      put(name, text);
      const there = texts();
      await assert.rejects(files.write(batch), (error) => error instanceof BecauseError && /^\w/.test(error.message));
      assert.deepEqual(texts(), there);
    }
  });

  it('is whole, or taken back by the next start or writer, wherever its writer is killed', async function () {
    this.timeout(300_000);
    const all = await moments();
    const [halves, ends] = [new Set<string>(), new Set<boolean>()];
    for (const at of all.keys()) {
      begin();
      const said = await killedAt(at);
      assert.equal(said, '');
      assert.deepEqual(texts(), all[at]);
      if (!isBefore() && !isAfter()) halves.add(JSON.stringify(texts()));
      if (at % 2 === 0) await files.settled();
      else await files.write([{ path: 'x.md', before: undefined, after: '' }]);
      fs.rmSync(path.join(root, 'x.md'), { force: true });
      assert.ok(isBefore() || isAfter(), `killed before call ${at}: ${JSON.stringify(texts())}`);
      ends.add(isAfter());
      await files.write([{ path: 'x.md', before: undefined, after: '' }]);
      assert.equal(fs.existsSync(path.join(root, '.writing')), false, `killed before call ${at}: nothing is left`);
    }
    assert.ok(halves.size >= batch.length - 1, `${halves.size} halves were met`);
    assert.deepEqual([...ends].sort(), [false, true]);
    begin();
    assert.equal(await killedAt(all.length), 'written');
    assert.ok(isAfter());
  });

  it('is taken back where the disk refuses any of its calls', async () => {
    const calls = (await moments()).length;
    for (const code of ['ENOSPC', 'EROFS', 'EIO']) {
      let failed = 0;
      for (let at = 0; at < calls; at++) {
        begin();
        const end = watchDisk((_, index) => {
          if (index === at) throw Object.assign(new Error(code), { code });
        });
        const isWritten = await files.write(batch).then(
          () => true,
          () => false,
        );
        end();
        if (!isWritten) failed++;
        assert.ok(isWritten ? isAfter() : isBefore(), `${code} of call ${at}: ${JSON.stringify(texts())}`);
      }
      assert.ok(failed > 2 * batch.length, `${failed} calls were refused`);
    }
  });

  it('is taken back where the disk is full from any of its calls on', async () => {
    const calls = (await moments()).length;
    for (let at = 0; at < calls; at++) {
      begin();
      let isMet = false;
      const end = watchDisk((call, index) => {
        if (index < at || !FILLING.includes(call)) return;
        isMet = true;
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      });
      const code = await files.write(batch).then(
        () => 'written',
        (error: unknown) => (error instanceof BecauseError ? error.code : String(error)),
      );
      end();
      // A disk that takes no second names copies, and what only tidies up may fail.
      assert.ok(
        code === 'written' ? isAfter() : isMet && code === 'disk-full' && isBefore(),
        `from ${at} on: ${code} ${JSON.stringify(texts())}`,
      );
    }
  });

  it('passes over what holds a file for a moment', async () => {
    const calls = (await moments()).length;
    for (let at = 0; at < calls; at++) {
      begin();
      const end = watchDisk((call, index) => {
        if (index === at && call === 'renameSync') throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
      });
      await files.write(batch).finally(end);
      assert.deepEqual(texts(), filesAfter);
    }
  });

  it('keeps what somebody else wrote since it was cut short, and takes back the rest', async () => {
    await cutShort();
    put('a.md', 'A and theirs');
    put('b.md', 'theirs again');
    await files.settled();
    assert.deepEqual(texts(), { ...filesBefore, 'a.md': 'A and theirs', 'b.md': 'theirs again' });
  });

  it('takes back nothing that somebody else wrote in the same words before it could', async () => {
    await cutShort(({ 'new/c.md': made }) => made === undefined);
    put('new/c.md', 'C');
    await files.settled();
    assert.deepEqual(texts(), { ...filesBefore, 'new/c.md': 'C' });
  });

  /** Kills a writer in the middle: by default before the last of the files. */
  async function cutShort(isMeant = (now: Record<string, string>) => now['new/e.md'] === 'D'): Promise<void> {
    await killedAt(await momentWhen(isMeant));
    assert.ok(!isBefore() && !isAfter());
  }

  async function momentWhen(isMeant: (now: Record<string, string>) => boolean): Promise<number> {
    const at = (await moments()).findIndex((now) => now['a.md'] === 'A' && isMeant(now));
    assert.ok(at >= 0, 'there is such a moment');
    return at;
  }

  it('of one who hangs is taken back by the next, and refused when that one wakes', async function () {
    this.timeout(120_000);
    const hanging = writer(await momentWhen(() => true), 'SIGSTOP');
    while (isBefore()) await new Promise((resolve) => setImmediate(resolve));
    await files.write([{ path: 'f/g.md', before: 'g', after: 'mine' }]);
    assert.deepEqual(texts(), { ...filesBefore, 'f/g.md': 'mine' });
    const [end, said] = [once(hanging, 'close'), once(hanging.stdout, 'data')];
    hanging.kill('SIGCONT');
    assert.equal(String(await said), 'changed-underneath');
    await end;
    assert.deepEqual(texts(), { ...filesBefore, 'f/g.md': 'mine' });
  });

  it('touches nothing outside the folder, whatever a journal says that came with a repository', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    const left = path.join(root, '.writing/turn', ownName().replace(/^\d+/, String(child.pid)));
    fs.mkdirSync(left, { recursive: true });
    fs.writeFileSync(path.join(folder.path, 'up.md'), '');
    const digest = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
    for (const journal of [
      JSON.stringify([{ path: '../up.md', holds: digest, isNew: true }]),
      JSON.stringify([{ path: 'gone.md', to: '../up.md', holds: digest }]),
      JSON.stringify([{ path: 7 }, null]),
      '{"path"',
    ]) {
      fs.mkdirSync(left, { recursive: true });
      fs.writeFileSync(path.join(left, 'journal'), journal);
      await files.write([{ path: 'a.md', before: 'a', after: 'a+' }]);
      await files.write([{ path: 'a.md', before: 'a+', after: 'a' }]);
      assert.equal(fs.existsSync(path.join(folder.path, 'up.md')), true);
      assert.deepEqual(texts(), filesBefore);
    }
  });
});
