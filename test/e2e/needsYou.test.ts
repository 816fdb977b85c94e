/** A question from a line of code to its answer: who waits sees it, who owes the answer sees it, and one click answers. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

describe('a question for the PM', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await copyFolder();
    workbench = await openWorkbench({
      folder: folder.path,
      settings: { 'because.me': 'ada' },
      // High enough for all rows of Needs You: only those in sight are there.
      size: { width: 1280, height: 1600 },
    });
    await new Sidebar(workbench).open();
    await workbench.openView('Needs You');
    // The editor gives the height to the view that stands first.
    await workbench.foldView('Sprint');
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  /** The files of a kind of records. */
  const filesOf = (kind: string): Promise<readonly string[]> =>
    readdir(path.join(folder.path, '.because', kind)).catch(() => []);

  /** What stands in the file that came to a kind. */
  const written = (kind: string, before: readonly string[]): Promise<string> =>
    eventually(async () => {
      const name = (await filesOf(kind)).find((file) => !before.includes(file) && file.endsWith('.md'));
      return name === undefined ? undefined : folder.read(`.because/${kind}/${name}`);
    }, `A file in ${kind}`);

  it('is asked from the line that raised it, and stays there', async () => {
    const before = await filesOf('questions');
    await workbench.openFile('src/channels/urgentChannel.ts');
    await workbench.goToLine(21);
    await workbench.runCommand('Because: Ask the PM…');
    await workbench.pick('urgentChannel.ts:21');
    await workbench.pick('PAY-142');
    await workbench.answer('May a shop owner switch the call off?');
    await workbench.pick('Yes');
    const text = await written('questions', before);
    assert.match(text, /^initiative: PAY-142$/m);
    assert.match(text, /^by: ada$/m);
    assert.match(text, /path: src\/channels\/urgentChannel\.ts/);
    assert.match(text, /\nMay a shop owner switch the call off\?\n$/);
  });

  it('is what the one who asked waits for', async () => {
    await workbench.row('Needs You', 'You are waiting for').waitFor();
    await workbench.unfold('Needs You', 'You are waiting for');
    await workbench.row('Needs You', /PAY-142 · May a shop owner/).waitFor();
  });

  it('is what the owner owes, and is answered with a click', async () => {
    const before = await filesOf('replies');
    await workbench.changeSettings({ 'because.me': 'grace' });
    await new Sidebar(workbench).open();
    await workbench.openView('Needs You');
    const row = workbench.row('Needs You', /^Answer the question.*May a shop owner/);
    await row.click();
    await workbench.answer('Yes, but not for incidents.');
    const text = await written('replies', before);
    assert.match(text, /^answer: true$/m);
    assert.match(text, /\nYes, but not for incidents\.\n$/);
    await row.waitFor({ state: 'detached' });
  });
});
