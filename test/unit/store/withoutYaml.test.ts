/** What people write is read, and spoken about, without the YAML library; from the cache, everything is. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { type Folder, makeFolder } from '../../support/folder.ts';
import { kubernetesAtHand, kubernetesFolder } from '../../support/kubernetes.ts';
import { root } from '../../support/paths.ts';
import { record } from '../../support/sources.ts';
import type { Start } from '../../support/withoutYaml.ts';

/** A cold start over a context folder, and one from the cache. */
async function starts(folder: string): Promise<[cold: Start, warm: Start]> {
  const program = path.join(root, 'test', 'support', 'withoutYaml.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, folder]);
  return JSON.parse(stdout) as [Start, Start];
}

describe('The YAML library', () => {
  const folders: Folder[] = [];
  after(() => Promise.all(folders.map((folder) => folder.remove())));

  it('is not asked for the demo, read or told from the cache', async () => {
    const [cold, warm] = await starts(path.join(root, 'test', 'fixtures', 'demo', '.because'));
    assert.ok(cold.files > 100);
    assert.deepEqual([cold.usesInAll, warm.usesInAll, warm.files], [0, 0, cold.files]);
  });

  if (kubernetesAtHand()) {
    it('is not asked for the Kubernetes context', async () => {
      const folder = await kubernetesFolder();
      assert.ok(folder);
      folders.push(folder);
      const [cold, warm] = await starts(path.join(folder.path, '.because'));
      assert.ok(cold.files > 3000);
      assert.deepEqual([cold.usesInAll, warm.usesInAll, warm.files], [0, 0, cold.files]);
    });
  }

  it('is not asked on a start from the cache even for what only it can read', async () => {
    const folder = await makeFolder(
      {
        'problems/odd.md': record(['size: &size {cost: .inf}', 'copy: *size']),
        'problems/broken.md': record(['segment: "a']),
      },
      'odd',
    );
    folders.push(folder);
    const [cold, warm] = await starts(folder.path);
    assert.ok(cold.uses > 0);
    assert.deepEqual([warm.uses, warm.files], [0, 2]);
  });
});
