/** Disks that refuse: the old bytes stay, nothing is left beside them, and a sentence says what to do. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import * as path from 'node:path';
import { BecauseError } from '../../../src/core/base/errors.ts';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';
import { type Folder, makeFolder } from '../../support/folder.ts';

type Call = 'renameSync' | 'linkSync' | 'writeFileSync' | 'fsyncSync' | 'mkdirSync';

describe('A disk that refuses', () => {
  let folder: Folder;
  let root: string;
  let files: NodeFiles;
  const restores: (() => void)[] = [];

  beforeEach(async () => {
    folder = await makeFolder({ '.because/r.md': 'old' });
    root = path.join(folder.path, '.because');
    files = new NodeFiles(root);
  });

  afterEach(async () => {
    for (const restore of restores.splice(0)) restore();
    syncBuiltinESMExports();
    await folder.remove();
  });

  /** Lets calls of the disk fail with a code while `fails` says so, which is told their arguments. */
  function fail(call: Call, code: string, fails: (...args: unknown[]) => boolean): void {
    const real = fs[call] as (...args: unknown[]) => unknown;
    const stand = (...args: unknown[]): unknown => {
      if (fails(...args)) throw Object.assign(new Error(code), { code });
      return real(...args);
    };
    Object.assign(fs, { [call]: stand });
    restores.push(() => Object.assign(fs, { [call]: real }));
    syncBuiltinESMExports();
  }

  const told = async (work: Promise<unknown>): Promise<BecauseError> => {
    const error: unknown = await work.then(
      () => assert.fail('It was written.'),
      (each: unknown) => each,
    );
    assert.ok(error instanceof BecauseError, String(error));
    assert.match(error.message, /^[\w.].*\.$/);
    return error;
  };

  const untouched = async () => {
    assert.equal(await folder.read('.because/r.md'), 'old');
    assert.deepEqual(fs.readdirSync(root), ['r.md']);
  };

  /** The calls on what is being written; not on its folder, nor on what a test looks at. */
  const isText = (first: unknown) => typeof first === 'number' || /\.writing\/turn\//.test(String(first));

  for (const [call, code, expected] of [
    ['writeFileSync', 'ENOSPC', 'disk-full'],
    ['writeFileSync', 'EDQUOT', 'disk-full'],
    ['fsyncSync', 'ENOSPC', 'disk-full'],
    ['renameSync', 'ENOSPC', 'disk-full'],
    ['renameSync', 'EXDEV', 'not-writable'],
    ['renameSync', 'EROFS', 'not-writable'],
    ['mkdirSync', 'EACCES', 'not-writable'],
    ['mkdirSync', 'EROFS', 'not-writable'],
  ] as const) {
    it(`(${code} of ${call}) keeps the old text, and says so`, async () => {
      fail(call, code, call === 'mkdirSync' ? (first) => String(first).endsWith('.writing') : isText);
      const error = await told(files.write([{ path: 'r.md', before: 'old', after: 'new' }]));
      assert.equal(error.code, expected);
      assert.ok(error.next);
      await untouched();
    });
  }

  for (const code of ['EPERM', 'EBUSY']) {
    it(`for a moment (${code}), as where another program has the file open, is asked again`, async () => {
      let times = 3;
      fail('renameSync', code, (first) => isText(first) && times-- > 0);
      await files.write([{ path: 'r.md', before: 'old', after: 'new' }]);
      assert.equal(await folder.read('.because/r.md'), 'new');
      assert.deepEqual(fs.readdirSync(root), ['r.md']);
    });

    it(`for long (${code}) keeps the old text, and says so`, async () => {
      fail('renameSync', code, isText);
      const error = await told(files.write([{ path: 'r.md', before: 'old', after: 'new' }]));
      assert.equal(error.code, 'not-writable');
      assert.ok(error.next);
      await untouched();
    });
  }

  it('is asked again only while the file is what it was', async () => {
    let times = 1;
    fail('renameSync', 'EBUSY', (first) => {
      if (!isText(first) || times-- === 0) return false;
      fs.writeFileSync(path.join(root, 'r.md'), 'theirs');
      return true;
    });
    assert.equal((await told(files.write([{ path: 'r.md', before: 'old', after: 'new' }]))).code, 'changed-underneath');
    assert.equal(await folder.read('.because/r.md'), 'theirs');
  });

  it('to link gives a new file its name all the same', async () => {
    fail('linkSync', 'EPERM', () => true);
    await files.write([{ path: 'new.md', before: undefined, after: 'new' }]);
    assert.equal(await folder.read('.because/new.md'), 'new');
    await assert.rejects(files.write([{ path: 'new.md', before: undefined, after: 'newer' }]), {
      code: 'already-exists',
    });
    assert.deepEqual(fs.readdirSync(root).sort(), ['new.md', 'r.md']);
  });

  it('to put a folder in the place of an empty one, as Windows does, is no hindrance', async () => {
    fail('renameSync', 'EPERM', (_, target) => String(target).endsWith('turn') && fs.existsSync(String(target)));
    fs.mkdirSync(path.join(root, '.writing/turn'), { recursive: true });
    await files.write([{ path: 'r.md', before: 'old', after: 'new' }]);
    assert.equal(await folder.read('.because/r.md'), 'new');
    assert.deepEqual(fs.readdirSync(root), ['r.md']);
  });

  it('as its folder was removed meanwhile says that the file changed, and makes the folder again for a new one', async () => {
    const remove = () => {
      let isFirst = true;
      fail('fsyncSync', 'unused', () => {
        if (isFirst) fs.rmSync(root, { recursive: true });
        isFirst = false;
        return false;
      });
    };
    remove();
    assert.equal((await told(files.write([{ path: 'r.md', before: 'old', after: 'new' }]))).code, 'changed-underneath');
    assert.equal(fs.existsSync(root), false);
    remove();
    await files.write([{ path: 'problems/new.md', before: undefined, after: 'new' }]);
    assert.equal(await folder.read('.because/problems/new.md'), 'new');
    assert.deepEqual(fs.readdirSync(root), ['problems']);
  });
});
