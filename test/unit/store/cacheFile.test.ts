/** The index cache on the disk: nobody else's to read, whole or not there, and nothing is left beside it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { cacheFileAt } from '../../../src/store/cacheFile.ts';
import { ownName } from '../../../src/store/owner.ts';
import { withFolder } from '../../support/folder.ts';

const bytes = (text: string) => Buffer.from(text);

const modeOf = (file: string) => fs.statSync(file).mode & 0o777;

describe('The file of the index cache', () => {
  it('is the person’s alone, and gives back what was written', () =>
    withFolder({}, async (folder) => {
      const file = path.join(folder.path, 'storage/index/a.ndjson');
      const cache = cacheFileAt(file);
      assert.equal(await cache.read(), undefined);
      await cache.write(bytes('one'));
      await cache.write(bytes('two'));
      assert.equal(String(await cache.read()), 'two');
      assert.deepEqual([modeOf(file), modeOf(path.dirname(file))], [0o600, 0o700]);
      assert.deepEqual(fs.readdirSync(path.dirname(file)), ['a.ndjson']);
    }));

  it('takes from others what an earlier version let them read, when it is read and when it is written', () =>
    withFolder({ 'index/a.ndjson': 'old', 'index/b.ndjson': 'old' }, async (folder) => {
      const [a, b] = ['a', 'b'].map((name) => path.join(folder.path, `index/${name}.ndjson`)) as [string, string];
      const open = () => {
        for (const file of [a, b]) fs.chmodSync(file, 0o644);
        fs.chmodSync(path.dirname(a), 0o755);
      };
      open();
      assert.equal(String(await cacheFileAt(a).read()), 'old');
      assert.deepEqual([modeOf(a), modeOf(path.dirname(a))], [0o600, 0o700]);
      open();
      await cacheFileAt(b).write(bytes('new'));
      assert.deepEqual([modeOf(b), modeOf(path.dirname(b))], [0o600, 0o700]);
    }));

  it('is written without what a killed process left beside it, and with what a living one is writing', () =>
    withFolder({ 'index/a.ndjson': 'old' }, async (folder) => {
      const child = spawn(process.execPath, ['-e', '']);
      await once(child, 'exit');
      const [own, dead] = [ownName(), ownName().replace(/^\d+/, String(child.pid))];
      for (const name of [own, dead]) await folder.write(`index/${name}`, 'half');
      await cacheFileAt(path.join(folder.path, 'index/a.ndjson')).write(bytes('new'));
      assert.deepEqual(fs.readdirSync(path.join(folder.path, 'index')).sort(), [own, 'a.ndjson'].sort());
    }));

  it('stays as it was, with nothing beside it, where it cannot be replaced', () =>
    withFolder({ 'index/a.ndjson/in-the-way': '' }, async (folder) => {
      await assert.rejects(cacheFileAt(path.join(folder.path, 'index/a.ndjson')).write(bytes('new')));
      assert.deepEqual(fs.readdirSync(path.join(folder.path, 'index')), ['a.ndjson']);
    }));
});
