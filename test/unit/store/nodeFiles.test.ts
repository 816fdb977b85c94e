/** The disk: whole files or none, and nothing outside the folder. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BecauseError } from '../../../src/core/errors.ts';
import type { FileInfo } from '../../../src/store/files.ts';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';

const isError = (code: string) => (error: unknown) => error instanceof BecauseError && error.code === code;

describe('The disk', () => {
  let home: string;
  let root: string;
  let files: NodeFiles;

  beforeEach(() => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'because-disk-'));
    root = path.join(home, '.because');
    files = new NodeFiles(root);
  });

  afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

  const put = (name: string, text: string) => {
    const target = path.join(root, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  };

  async function listed(below?: string): Promise<FileInfo[]> {
    const found: FileInfo[] = [];
    for await (const some of files.list(below)) found.push(...some);
    return found;
  }

  it('lists nothing where there is no folder, and all below it where there is', async () => {
    assert.deepEqual(await listed(), []);
    put('because.yml', 'keys: []');
    put('risks/deep/r.md', 'x');
    assert.deepEqual(
      (await listed()).map((info) => info.path),
      ['because.yml', 'risks/deep/r.md'],
    );
    assert.deepEqual(
      (await listed('risks')).map((info) => info.path),
      ['risks/deep/r.md'],
    );
  });

  it('makes a file with its folders, and refuses to make it twice', async () => {
    await files.write('risks/r.md', 'text', undefined);
    assert.equal(fs.readFileSync(path.join(root, 'risks/r.md'), 'utf8'), 'text');
    await assert.rejects(files.write('risks/r.md', 'other', undefined), isError('already-exists'));
    assert.deepEqual(fs.readdirSync(path.join(root, 'risks')), ['r.md']);
  });

  it('replaces a file that holds what was expected, keeping its mode, and no other', async () => {
    put('r.md', 'old');
    fs.chmodSync(path.join(root, 'r.md'), 0o640);
    await files.write('r.md', 'new', 'old');
    assert.equal(fs.readFileSync(path.join(root, 'r.md'), 'utf8'), 'new');
    assert.equal(fs.statSync(path.join(root, 'r.md')).mode & 0o777, 0o640);
    await assert.rejects(files.write('r.md', 'newer', 'old'), isError('changed-underneath'));
    fs.rmSync(path.join(root, 'r.md'));
    await assert.rejects(files.write('r.md', 'newer', 'new'), isError('changed-underneath'));
    assert.deepEqual(fs.readdirSync(root), []);
  });

  it('never leaves the folder: not by a name, not by a link', async () => {
    const outside = path.join(home, 'outside');
    fs.mkdirSync(outside);
    fs.writeFileSync(path.join(outside, 'secret.md'), 'secret');
    fs.mkdirSync(root);
    fs.symlinkSync(outside, path.join(root, 'out'));
    fs.symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'secret.md'));
    assert.deepEqual(
      (await listed()).map((info) => [info.path, info.refused]),
      [
        ['out', 'outside-folder'],
        ['secret.md', 'outside-folder'],
      ],
    );
    assert.equal((await files.stat('out/secret.md'))?.refused, 'outside-folder');
    await assert.rejects(files.write('../up.md', 'x', undefined), isError('outside-folder'));
    await assert.rejects(files.write('out/new.md', 'x', undefined), isError('outside-folder'));
    await assert.rejects(files.write('out/deep/new.md', 'x', undefined), isError('outside-folder'));
    assert.deepEqual(fs.readdirSync(outside), ['secret.md']);
  });

  it('follows links that stay, and ends on those that go in circles', async () => {
    put('risks/r.md', 'x');
    fs.symlinkSync('risks', path.join(root, 'same'));
    fs.symlinkSync('..', path.join(root, 'risks/round'));
    const found = (await listed()).map((info) => info.path);
    assert.ok(found.includes('risks/r.md') && found.includes('same/r.md'));
    assert.ok(found.length < 10);
  });

  it('writes through a link to a file inside, which stays a link', async () => {
    put('risks/r.md', 'old');
    fs.symlinkSync('risks/r.md', path.join(root, 'alias.md'));
    await files.write('alias.md', 'new', 'old');
    assert.equal(fs.readFileSync(path.join(root, 'risks/r.md'), 'utf8'), 'new');
    assert.ok(fs.lstatSync(path.join(root, 'alias.md')).isSymbolicLink());
  });

  it('says that a folder in the way cannot be written, and leaves nothing behind', async () => {
    put('risks', 'a file where a folder belongs');
    await assert.rejects(files.write('risks/r.md', 'x', undefined), isError('not-writable'));
    assert.deepEqual(fs.readdirSync(root), ['risks']);
  });

  it('renames, and never onto another file', async () => {
    put('a.md', 'a');
    put('b.md', 'b');
    await assert.rejects(files.rename('a.md', 'b.md'), isError('already-exists'));
    await files.rename('a.md', 'folder/c.md');
    assert.equal(fs.readFileSync(path.join(root, 'folder/c.md'), 'utf8'), 'a');
  });

  it('has an old or a new file, whole, however a writer is killed', async function () {
    this.timeout(60_000);
    const size = 200_000;
    put('r.md', 'a'.repeat(size));
    const writer = fileURLToPath(new URL('../../support/endlessWriter.ts', import.meta.url));
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, [writer, root, String(size)], { stdio: ['ignore', 'pipe', 'inherit'] });
      // Killed in the middle of its writing: after as many finished writes as the round's number.
      let written = 0;
      for await (const chunk of child.stdout) {
        written += String(chunk).length;
        if (written > round) break;
      }
      child.kill('SIGKILL');
      await once(child, 'exit');
      const text = fs.readFileSync(path.join(root, 'r.md'), 'utf8');
      assert.equal(text.length, size);
      assert.equal(new Set(text).size, 1, 'the file is of one writing');
      // Others may still write: whatever the dead one left does not stand in the way, and is no record.
      await files.write('r.md', 'a'.repeat(size), text);
    }
    assert.ok((await listed()).every((info) => info.path === 'r.md' || info.path.endsWith('.tmp')));
  });
});
