/** What was shipped has its moment in the sidebar, and who made it possible is thanked there, in a person's own words. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

describe('the moment of what was shipped', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await copyFolder();
    for (const key of ['PAY-142', 'PAY-155']) {
      const file = `.because/initiatives/${key}.md`;
      const text = await folder.read(file);
      assert.match(text, /^status: building$/m);
      await folder.write(file, text.replace(/^status: building$/m, 'status: shipped'));
    }
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'grace' } });
    await new Sidebar(workbench).open();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const credits = async () =>
    (await readdir(path.join(folder.path, '.because', 'credits'))).filter((file) => !file.includes('-receipts.'));

  it('says thanks from the row, with what is known of who took part, and then gives way to the next', async () => {
    await workbench.row('Sprint', 'PAY-142 is shipped').click();
    await workbench.quickInput.getByText('flagged a risk').first().waitFor();
    await workbench.pick('Hedy Lamarr');
    await workbench.quickInput.getByText('A risk seen in time').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.answer('You counted the messages before anybody promised anything.');
    const file = await eventually(async () => (await credits())[0], 'A file of thanks');
    const text = await folder.read(`.because/credits/${file}`);
    assert.match(text, /^to: hedy$/m);
    assert.match(text, /^initiative: PAY-142$/m);
    assert.match(text, /^for: \[.*risk.*\]$/m);
    assert.match(text, /^by: grace$/m);
    assert.match(text, /\nYou counted the messages before anybody promised anything\.\n$/);
    await workbench.row('Sprint', 'PAY-155 is shipped').waitFor();
  });

  it('is put away for good by whoever has seen enough of it', async () => {
    const row = workbench.row('Sprint', 'PAY-155 is shipped');
    await row.hover();
    await row.getByRole('button', { name: 'Dismiss' }).click();
    await row.waitFor({ state: 'detached' });
    await workbench.runCommand('Developer: Reload Window');
    await workbench.row('Sprint', 'PAY-155').waitFor();
    assert.equal(await workbench.row('Sprint', 'is shipped').count(), 0);
    assert.equal((await credits()).length, 1);
  });
});
