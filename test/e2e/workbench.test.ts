/** The window every end-to-end test works in: it opens files, wears every theme, and answers to the palette. */
import * as assert from 'node:assert/strict';
import { type Folder, makeFolder } from '../support/folder.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

describe('the workbench', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await makeFolder({ 'src/page.css': 'p { display: flex; }\n' });
    workbench = await openWorkbench({ folder: folder.path });
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  it('finds a command in the palette', async () => {
    await workbench.openPalette('Close All Editors');
    await workbench.quickRows.filter({ hasText: 'View: Close All Editors' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('opens a file and shows a hover on a word', async () => {
    await workbench.openFile('src/page.css');
    const hover = await workbench.hover('display');
    assert.match((await hover.textContent()) ?? '', /type of box/);
  });

  it('wears every theme', async () => {
    for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) await workbench.wear(theme);
  });
});
