/** The pull request templates of a repository: its own files, and nothing that links lead to. */
import * as assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import * as path from 'node:path';
import { templatesIn } from '../../../src/git/templates.ts';
import { withFolder } from '../../support/folder.ts';

describe('pull request templates', () => {
  const found = (files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}) =>
    withFolder(files, async (folder) => {
      for (const [link, target] of Object.entries(links)) await symlink(target, path.join(folder.path, link));
      return templatesIn(folder.path, 'github', 'main');
    });

  it('are read in any case, from the folders of the host', async () => {
    const texts = (await found({ '.GitHub/Pull_Request_Template/fix.md': 'Fix', 'docs/readme.md': 'x' })).map(
      ({ text }) => text,
    );
    assert.deepEqual(texts, ['Fix']);
  });

  it('are never read through a link, be it of a file, of their folder or of one above', () =>
    withFolder(
      { 'PULL_REQUEST_TEMPLATE/secret.md': 'secret', 'pull_request_template.md': 'secret' },
      async (outside) => {
        const all = `${outside.path}/PULL_REQUEST_TEMPLATE`;
        assert.deepEqual(await found({ '.github/x': '' }, { '.github/PULL_REQUEST_TEMPLATE': all }), []);
        assert.deepEqual(await found({ 'docs/x': '' }, { '.github': outside.path }), []);
        const one = { '.github/pull_request_template.md': `${outside.path}/pull_request_template.md` };
        assert.deepEqual(await found({ '.github/x': '' }, one), []);
      },
    ));
});
