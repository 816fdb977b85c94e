/** A promise from the palette: the day is shown before it is written, both sides see it, and it is renegotiated and kept. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

describe('a promise', () => {
  let folder: Folder;
  let workbench: Workbench;
  let file: string;

  before(async () => {
    folder = await copyFolder();
    workbench = await openWorkbench({
      folder: folder.path,
      settings: { 'because.me': 'ada' },
      // High enough for all rows of Needs You: only those in sight are there.
      size: { width: 1280, height: 1600 },
    });
    await openNeeds();
    // The editor gives the height to the view that stands first.
    await workbench.foldView('Sprint');
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  async function openNeeds(): Promise<void> {
    await new Sidebar(workbench).open();
    await workbench.openView('Needs You');
  }

  const filesOf = (): Promise<readonly string[]> => readdir(path.join(folder.path, '.because', 'commitments'));

  const text = (): Promise<string> => folder.read(`.because/commitments/${file}`);

  /** Messages about what is typed stand below the box, and once more for screen readers, where nobody sees them. */
  const said = (words: RegExp) => workbench.page.getByText(words).filter({ visible: true }).first().waitFor();

  it('says which day is meant before it is written, and refuses one that is over', async () => {
    const before = await filesOf();
    await workbench.runCommand('Because: Promise…');
    await workbench.question(1);
    await workbench.page.keyboard.insertText('Feedback from five shops by Thursday 14:00');
    await said(/Feedback from five shops · Thu\s.*, 14:00 \(Europe\/Paris\)/);
    await workbench.page.keyboard.press('Enter');
    await workbench.question(2);
    await said(/^Thu\s.*, 14:00 \(Europe\/Paris\)$/);
    await workbench.page.keyboard.press('ControlOrMeta+A');
    await workbench.page.keyboard.insertText('yesterday');
    await said(/is over/);
    await workbench.page.keyboard.press('ControlOrMeta+A');
    await workbench.page.keyboard.insertText('in 3 days');
    await said(/^\w{3}\s\d+\s\w+\s\d{4}$/);
    await workbench.page.keyboard.press('Enter');
    await workbench.pick('Grace Hopper');
    await workbench.pick('PAY-142');
    file = await eventually(
      async () => (await filesOf()).find((name) => !before.includes(name) && name.endsWith('.md')),
      'A file in commitments',
    );
    assert.match(await text(), /^to: grace\ndue: \d{4}-\d\d-\d\d\ninitiative: PAY-142\nby: ada$/m);
    assert.match(await text(), /\nFeedback from five shops\n$/);
  });

  it('is what whoever it was made to waits for', async () => {
    await workbench.changeSettings({ 'because.me': 'grace' });
    await openNeeds();
    await workbench.row('Needs You', 'You are waiting for').waitFor();
    await workbench.unfold('Needs You', 'You are waiting for');
    await workbench.row('Needs You', /^Keep the promise.*3 days left.*ada.*Feedback from five shops/).waitFor();
  });

  it('is acknowledged with a click by whoever waits for it', async () => {
    const row = workbench.row('Needs You', /^Acknowledge: due .*Feedback from five shops/);
    await row.click();
    await row.waitFor({ state: 'detached' });
    const id = /^id: (.+)$/m.exec(await text())?.[1] ?? assert.fail();
    const names = await readdir(path.join(folder.path, '.because', 'replies'));
    const said = await Promise.all(names.map((name) => folder.read(`.because/replies/${name}`)));
    assert.deepEqual(
      said.filter((one) => one.includes(`on: ${id}\n`)).map((one) => /^by: (.+)$/m.exec(one)?.[1]),
      ['grace'],
    );
  });

  it('is what whoever made it owes, who moves it before it is due', async () => {
    await workbench.changeSettings({ 'because.me': 'ada' });
    await openNeeds();
    await workbench.row('Needs You', /^Keep the promise.*Feedback from five shops/).click();
    await workbench.pick('Renegotiate Promise');
    await workbench.question(1);
    await workbench.page.keyboard.insertText('in 5 days');
    await said(/^\w{3}\s\d+\s\w+\s\d{4}$/);
    await workbench.page.keyboard.press('Enter');
    await workbench.question(2);
    await workbench.answer('Two shops answer later.');
    await workbench.row('Needs You', /^Keep the promise.*5 days left.*Feedback from five shops/).waitFor();
    assert.match(await text(), /^state: renegotiated$/m);
    assert.match(await text(), /^was:/m);
  });

  it('is kept with a click, and waits for nobody then', async () => {
    const row = workbench.row('Needs You', /^Keep the promise.*Feedback from five shops/);
    await row.click();
    await workbench.pick('Promise Kept');
    await row.waitFor({ state: 'detached' });
    assert.match(await text(), /^state: kept$/m);
    assert.match(await text(), /^done: /m);
  });
});
