/** A context folder that is a link, in Restricted Mode as everywhere: it is followed as far as what is open. */
import * as assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { BecauseError } from '../../../src/core/base/errors.ts';
import { Workspace } from '../../../src/editor/workspace/workspace.ts';
import { addFolder, openFolder } from '../../support/editor.ts';
import { makeFolder } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';

describe('a context folder that is a link', () => {
  it('out of what is open is neither read nor written, and says so', async () => {
    const outside = await makeFolder({ 'problems/theirs.md': record(['title: Theirs']) });
    const folder = await openFolder({ 'notes.md': '' });
    await symlink(outside.path, folder.at('.because').fsPath);
    const storage = { workspaceState: { get: () => undefined }, globalStorageUri: folder.at('storage') };
    const workspace = new Workspace(storage as unknown as vscode.ExtensionContext);
    try {
      const here = workspace.folderOf(folder.uri);
      assert.ok(here);
      await here.because.ready();
      assert.deepEqual([...here.library.files.keys()], ['because.yml']);
      const written = here.because.write([{ create: 'problem', id: 'mine', title: 'Mine' }]);
      await assert.rejects(written, (error) => error instanceof BecauseError && error.code === 'outside-folder');
      assert.equal(await outside.read('problems/theirs.md'), record(['title: Theirs']));

      // The person opens the folder it leads to.
      await addFolder(outside);
      await here.because.refresh();
      assert.deepEqual([...here.library.files.keys()], ['problems/theirs.md']);
    } finally {
      workspace.dispose();
    }
  });
});
