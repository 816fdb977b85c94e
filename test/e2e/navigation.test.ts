/** From typed words to a key, from a key to its record, and to a new id everywhere: in the real workbench, on the demo. */

import * as assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

describe('navigation from keys', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await copyFolder();
    workbench = await openWorkbench({ folder: folder.path });
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  it('completes words of a title to the key, in Markdown', async () => {
    const { page } = workbench;
    await workbench.openFile('docs/quieter-mornings.md');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('\nAs agreed in urgent upd');
    const row = page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: 'Urgent updates reach' });
    await eventually(async () => {
      await page.keyboard.press('Control+Space');
      const isOffered = await row
        .first()
        .waitFor({ timeout: 1000 })
        .then(
          () => true,
          () => false,
        );
      if (!isOffered) await page.keyboard.press('Escape');
      return isOffered;
    }, 'Offering PAY-142');
    assert.match((await row.first().textContent()) ?? '', /PAY-142/);
    await page.keyboard.press('Enter');
    await workbench.editor
      .locator('.view-line')
      .filter({ hasText: /As.agreed.in.PAY-142$/ })
      .waitFor();
    await page.keyboard.press('ControlOrMeta+Z');
  });

  it('goes to the record with F12', async () => {
    await workbench.openFile('queue/deliveryQueue.ts');
    const { x, y } = await workbench.placeOf('PAY-142');
    await workbench.page.mouse.click(x, y);
    await workbench.page.keyboard.press('F12');
    await workbench.page.locator('.tab.active', { hasText: 'PAY-142.md' }).waitFor();
    await workbench.statusItem('Ln 2, Col 5').waitFor();
  });

  it('shows the places in code before a rename changes them', async () => {
    const { page } = workbench;
    await workbench.openFile('limits/rateLimiter.ts');
    const { x, y } = await workbench.placeOf('PAY-142');
    await page.mouse.click(x, y);
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'PAY-142');
    await box.fill('PAY-500');
    await box.press('Enter');
    const preview = page.locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row').first().hover();
    const moved = preview.getByText('PAY-142.md → .because/initiatives/PAY-500.md').first();
    // Only the rows in view are there, and much refers to it.
    for (let pages = 0; pages < 40 && !(await moved.isVisible()); pages++) {
      await page.mouse.wheel(0, 60);
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    }
    assert.ok(await moved.isVisible());
    // What is in code is listed unticked: applied as it is, the preview changes the records alone.
    await preview.getByRole('button', { name: 'Apply' }).click();
    await preview.locator('.monaco-list-row').first().waitFor({ state: 'hidden' });
    // Quick Open may not list a file that has just come.
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-500').waitFor();
    await workbench.runCommand('Because: Open Record');
    await workbench.pick('PAY-500');
    await workbench.page.locator('.tab.active', { hasText: 'PAY-500.md' }).waitFor();
    await workbench.editor
      .locator('.view-line')
      .filter({ hasText: /id:.PAY-500$/ })
      .waitFor();
    assert.match(await folder.read('.because/initiatives/PAY-500.md'), /^id: PAY-500$/m);
    assert.match(await folder.read('src/limits/rateLimiter.ts'), /PAY-142/);
  });
});
