/** The disk: whole files or none, and nothing outside the folder. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BecauseError } from '../../../src/core/base/errors.ts';
import type { FileInfo } from '../../../src/store/files.ts';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';
import type { Bounds } from '../../../src/store/walk.ts';

const isError = (code: string) => (error: unknown) => error instanceof BecauseError && error.code === code;

const moved = (path: string, text: string, to: string) => ({ path, before: text, after: text, to });

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
    await files.write([{ path: 'risks/r.md', before: undefined, after: 'text' }]);
    assert.equal(fs.readFileSync(path.join(root, 'risks/r.md'), 'utf8'), 'text');
    await assert.rejects(
      files.write([{ path: 'risks/r.md', before: undefined, after: 'other' }]),
      isError('already-exists'),
    );
    assert.deepEqual(fs.readdirSync(path.join(root, 'risks')), ['r.md']);
  });

  it('replaces a file that holds what was expected, keeping its mode, and no other', async () => {
    put('r.md', 'old');
    fs.chmodSync(path.join(root, 'r.md'), 0o640);
    await files.write([{ path: 'r.md', before: 'old', after: 'new' }]);
    assert.equal(fs.readFileSync(path.join(root, 'r.md'), 'utf8'), 'new');
    assert.equal(fs.statSync(path.join(root, 'r.md')).mode & 0o777, 0o640);
    await assert.rejects(files.write([{ path: 'r.md', before: 'old', after: 'newer' }]), isError('changed-underneath'));
    fs.rmSync(path.join(root, 'r.md'));
    await assert.rejects(files.write([{ path: 'r.md', before: 'new', after: 'newer' }]), isError('changed-underneath'));
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
      (await listed()).map((info) => [info.path, info.refused, info.isFolder]),
      [
        ['out', 'outside-folder', true],
        ['secret.md', 'outside-folder', undefined],
      ],
    );
    assert.deepEqual(
      [(await files.stat('out'))?.refused, (await files.stat('out'))?.isFolder],
      ['outside-folder', true],
    );
    assert.equal((await files.stat('out/secret.md'))?.refused, 'outside-folder');
    await assert.rejects(files.write([{ path: '../up.md', before: undefined, after: 'x' }]), isError('outside-folder'));
    await assert.rejects(
      files.write([{ path: 'out/new.md', before: undefined, after: 'x' }]),
      isError('outside-folder'),
    );
    await assert.rejects(
      files.write([{ path: 'out/deep/new.md', before: undefined, after: 'x' }]),
      isError('outside-folder'),
    );
    assert.deepEqual(fs.readdirSync(outside), ['secret.md']);
  });

  it('meets a folder once, at its own place, whatever links lead to it', async () => {
    put('risks/r.md', 'x');
    put('problems/p.md', 'x');
    fs.symlinkSync('risks', path.join(root, 'a-link'));
    fs.symlinkSync('..', path.join(root, 'risks/round'));
    fs.symlinkSync('../problems', path.join(root, 'risks/across'));
    fs.symlinkSync('../risks', path.join(root, 'problems/across'));
    const all = ['problems/p.md', 'risks/r.md'];
    assert.deepEqual(
      (await listed()).map((info) => info.path),
      all,
    );
    for (const link of ['a-link', 'risks/round', 'risks/across', 'risks/round/problems']) {
      assert.deepEqual(await listed(link), [], link);
    }
    assert.equal(await files.stat('a-link/r.md'), undefined);
    assert.equal((await files.stat('risks/r.md'))?.path, 'risks/r.md');
  });

  it('is not led around by links that lead to each other twice, level after level', async () => {
    const levels = 40;
    for (let level = 0; level < levels; level++) {
      put(`l${level}/r.md`, 'x');
      for (const name of ['one', 'other'])
        fs.symlinkSync(`../l${(level + 1) % levels}`, path.join(root, `l${level}/${name}`));
    }
    assert.equal((await listed()).length, levels);
  });

  it('stops at its bounds, and says from where on nothing is read', async () => {
    for (const name of ['a/1.md', 'a/2.md', 'b/deep/er/3.md', 'c/4.md', 'd/5.md']) put(name, 'x');
    const told = async (bounds: Partial<Bounds>) => {
      files = new NodeFiles(root, { bounds: { depth: 9, folders: 9, files: 9, ...bounds } });
      return (await listed()).map((info) => (info.refused ? `${info.path}: ${info.refused}` : info.path));
    };
    assert.equal((await told({})).length, 5);
    assert.deepEqual(await told({ files: 2 }), ['a/1.md', 'a/2.md', 'b/deep/er/3.md: too-many']);
    assert.deepEqual(await told({ folders: 1 }), ['a/1.md', 'a/2.md', 'b: too-many']);
    assert.deepEqual(await told({ depth: 2 }), ['a/1.md', 'a/2.md', 'b/deep/er: too-deep', 'c/4.md', 'd/5.md']);
  });

  it('gives others a turn while it lists, though it meets nothing to tell of, and keeps the order of names', async () => {
    fs.mkdirSync(root);
    const names = Array.from({ length: 1200 }, (_, n) => `${(n * 7919) % 1200}`);
    for (const name of names) fs.symlinkSync('nowhere', path.join(root, `${name}.md`));
    let turns = 0;
    let isListing = true;
    const others = () => {
      turns++;
      if (isListing) setImmediate(others);
    };
    setImmediate(others);
    const now = performance.now;
    let time = 0;
    // As on a machine that takes this long for every step.
    performance.now = () => {
      time += 10;
      return time;
    };
    try {
      assert.deepEqual(await listed(), []);
    } finally {
      isListing = false;
      performance.now = now;
    }
    assert.ok(turns >= names.length, 'after each step');
    for (const name of names) {
      fs.rmSync(path.join(root, `${name}.md`));
      put(`${name}.md`, '');
    }
    const found = (await listed()).map((info) => info.path);
    assert.deepEqual(found, names.map((name) => `${name}.md`).sort());
  });

  it('leaves hidden folders alone, such as a repository of its own', async () => {
    put('.git/notes.md', 'x');
    put('.obsidian/r.md', 'x');
    put('r.md', 'x');
    assert.deepEqual(
      (await listed()).map((info) => info.path),
      ['r.md'],
    );
    assert.deepEqual(await listed('.obsidian'), []);
  });

  it('follows a context folder that is a link as far as what is open, and no further', async () => {
    const elsewhere = path.join(home, 'elsewhere');
    fs.mkdirSync(path.join(elsewhere, 'problems'), { recursive: true });
    fs.writeFileSync(path.join(elsewhere, 'problems/p.md'), 'theirs');
    const project = path.join(home, 'project');
    fs.mkdirSync(project);
    root = path.join(project, '.because');
    fs.symlinkSync(elsewhere, root);
    files = new NodeFiles(root);
    assert.deepEqual(
      (await listed()).map((info) => [info.path, info.refused]),
      [['because.yml', 'root-outside']],
    );
    assert.equal((await files.stat('because.yml'))?.refused, 'root-outside');
    assert.equal(await files.stat('problems/p.md'), undefined);
    await assert.rejects(
      files.write([{ path: 'problems/p.md', before: 'theirs', after: 'mine' }]),
      isError('outside-folder'),
    );
    await assert.rejects(
      files.write([{ path: 'new.md', before: undefined, after: 'mine' }]),
      isError('outside-folder'),
    );
    await assert.rejects(files.write([moved('problems/p.md', 'theirs', 'q.md')]), isError('outside-folder'));
    assert.deepEqual(fs.readdirSync(elsewhere), ['problems']);

    files = new NodeFiles(root, { homes: () => [project, elsewhere] });
    assert.deepEqual(
      (await listed()).map((info) => info.path),
      ['problems/p.md'],
    );
    await files.write([{ path: 'problems/p.md', before: 'theirs', after: 'mine' }]);
    assert.equal(fs.readFileSync(path.join(elsewhere, 'problems/p.md'), 'utf8'), 'mine');
  });

  it('makes no folder at the other end of a link above the context folder', async () => {
    const elsewhere = path.join(home, 'elsewhere');
    fs.mkdirSync(elsewhere);
    fs.mkdirSync(path.join(home, 'project'));
    fs.symlinkSync(elsewhere, path.join(home, 'project/packages'));
    const project = path.join(home, 'project');
    files = new NodeFiles(path.join(project, 'packages/.because'), { homes: () => [project] });
    await assert.rejects(
      files.write([{ path: 'because.yml', before: undefined, after: 'x' }]),
      isError('outside-folder'),
    );
    assert.deepEqual(fs.readdirSync(elsewhere), []);
  });

  it('writes through a link to a file inside, which stays a link', async () => {
    put('risks/r.md', 'old');
    fs.symlinkSync('risks/r.md', path.join(root, 'alias.md'));
    await files.write([{ path: 'alias.md', before: 'old', after: 'new' }]);
    assert.equal(fs.readFileSync(path.join(root, 'risks/r.md'), 'utf8'), 'new');
    assert.ok(fs.lstatSync(path.join(root, 'alias.md')).isSymbolicLink());
  });

  it('says that a folder in the way cannot be written, and leaves nothing behind', async () => {
    put('risks', 'a file where a folder belongs');
    await assert.rejects(files.write([{ path: 'risks/r.md', before: undefined, after: 'x' }]), isError('not-writable'));
    assert.deepEqual(fs.readdirSync(root), ['risks']);
  });

  it('renames, and never onto another file', async () => {
    put('a.md', 'a');
    put('b.md', 'b');
    await assert.rejects(files.write([moved('a.md', 'a', 'b.md')]), isError('already-exists'));
    await files.write([moved('a.md', 'a', 'folder/c.md')]);
    assert.equal(fs.readFileSync(path.join(root, 'folder/c.md'), 'utf8'), 'a');
  });

  it('keeps every bit of the mode of a file it replaces, whatever new files get', async () => {
    put('r.md', 'old');
    fs.chmodSync(path.join(root, 'r.md'), 0o666);
    await files.write([{ path: 'r.md', before: 'old', after: 'new' }]);
    assert.equal(fs.statSync(path.join(root, 'r.md')).mode & 0o777, 0o666);
  });

  it('takes bytes that are no text for another text than the one they were shown as', async () => {
    put('r.md', '');
    fs.writeFileSync(path.join(root, 'r.md'), Uint8Array.from([0x61, 0xff]));
    await assert.rejects(
      files.write([{ path: 'r.md', before: 'a\uFFFD', after: 'new' }]),
      isError('changed-underneath'),
    );
  });

  it('moves nothing out of, or into, what a link leads to', async () => {
    const outside = path.join(home, 'outside');
    fs.mkdirSync(outside);
    fs.writeFileSync(path.join(outside, 'theirs.md'), 'theirs');
    put('r.md', 'ours');
    fs.symlinkSync(outside, path.join(root, 'out'));
    await assert.rejects(files.write([moved('out/theirs.md', 'theirs', 'mine.md')]), isError('outside-folder'));
    await assert.rejects(files.write([moved('r.md', 'ours', 'out/r.md')]), isError('outside-folder'));
    await assert.rejects(files.write([moved('gone.md', 'gone', 'mine.md')]), isError('changed-underneath'));
    assert.deepEqual([fs.readdirSync(outside), fs.readdirSync(root)], [['theirs.md'], ['out', 'r.md']]);
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
      await files.write([{ path: 'r.md', before: text, after: 'a'.repeat(size) }]);
    }
    assert.deepEqual(fs.readdirSync(root), ['r.md'], 'and the next writer has cleaned up');
  });
});
