/** The quick reader on the front matter of real projects, and on the demo's. */

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { layoutOf } from '../../../src/core/text/fence.ts';
import { quickRead } from '../../../src/store/frontMatter/reading/quick.ts';
import type { Folder } from '../../support/folder.ts';
import { documentsAtHand, documentsFolder, kubernetesAtHand, kubernetesFolder } from '../../support/kubernetes.ts';
import { root } from '../../support/paths.ts';
import { agrees } from './quickAgrees.ts';

/** The YAML of each file below a folder; empty for one without. */
function yamlBelow(folder: string): string[] {
  const files = globSync('**/*.{md,yml,yaml}', { cwd: folder }).map((file) => path.join(folder, file));
  const hidden = globSync('**/.because/**/*.{md,yml}', { cwd: folder }).map((file) => path.join(folder, file));
  return [...new Set([...files, ...hidden])].map((file) => {
    const text = readFileSync(file, 'utf8');
    const { start, end } = file.endsWith('.md') ? layoutOf(text).yaml : { start: 0, end: text.length };
    return text.slice(start, end);
  });
}

/** At least 99 of 100 files are read without the full parser, and everything that is read the full parser reads the same. */
function assertReadQuickly(sources: readonly string[], least: number): void {
  assert.ok(sources.length > least, `${sources.length} files`);
  const unread = sources.filter((source) => !quickRead(source));
  assert.ok(unread.length <= sources.length / 100, `${unread.length} of ${sources.length} are left to the full parser`);
  for (const source of sources) agrees(source);
}

describe('the quick reader, on real front matter', () => {
  it('reads the demo', () => {
    assertReadQuickly(yamlBelow(path.join(root, 'test', 'fixtures', 'demo')), 100);
  });

  const folders: Folder[] = [];
  after(() => Promise.all(folders.map((folder) => folder.remove())));

  if (kubernetesAtHand()) {
    it('reads the Kubernetes context', async () => {
      const folder = await kubernetesFolder();
      assert.ok(folder);
      folders.push(folder);
      assertReadQuickly(yamlBelow(folder.path), 3000);
    });
  }

  if (documentsAtHand()) {
    it('reads the documents of other projects', async () => {
      const folder = await documentsFolder();
      folders.push(folder);
      assertReadQuickly(yamlBelow(folder.path), 1000);
    });
  }
});
