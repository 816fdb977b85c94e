/** The scoring board's panel in the workbench: opened from the sidebar, within its policy, there again after a restart. */
import * as assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import * as path from 'node:path';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { BoardPage } from './pages/board.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const files = {
  '.because/because.yml': 'team:\n  members:\n    - {id: ada, name: Ada Lovelace}\nkeys: [PAY]\n',
  '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
  '.because/initiatives/PAY-142.md': record([
    'title: Urgent updates',
    'sprint: s1',
    'rice: {reach: 450, impact: 3, confidence: 100, effort: 2}',
  ]),
  '.because/initiatives/PAY-7.md': record(['title: Receipts', 'sprint: s1']),
};

describe('the panel of the scoring board', () => {
  let folder: Folder;
  let workbench: Workbench;
  let board: BoardPage;
  const breaches: string[] = [];

  before(async () => {
    folder = await makeFolder(files, 'relay');
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    board = new BoardPage(workbench);
    workbench.page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) breaches.push(message.text());
    });
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-142').waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  it('opens from the Sprint view, with the items of the sprint', async () => {
    await workbench.view('Sprint').hover();
    await workbench.view('Sprint').getByRole('button', { name: 'Open Scoring Board' }).click();
    await board.tab('relay').waitFor();
    await board.text('Urgent updates').waitFor();
    await board.text('Receipts').waitFor();
  });

  it('shows what another program writes', async () => {
    await folder.write('.because/initiatives/PAY-7.md', record(['title: Receipts that arrive', 'sprint: s1']));
    await board.text('Receipts that arrive').waitFor();
  });

  it('breaks no rule of its policy, charts included', async () => {
    await board.document.getByRole('tab', { name: 'Charts' }).click();
    await board.document.locator('svg').first().waitFor();
    assert.deepEqual(breaches, []);
    // What the policy forbids is heard of here, or the line above says nothing.
    const told = workbench.page.waitForEvent('console', (message) => /content security policy/i.test(message.text()));
    await board.document.locator('body').evaluate((body) => {
      const style = body.ownerDocument.createElement('style');
      style.textContent = 'p { color: red; }';
      body.append(style);
    });
    await told;
  });

  it('is as it was left when it comes back from behind another editor, half-typed numbers included', async () => {
    await board.document.getByRole('tab', { name: 'Ranking' }).click();
    await board.document.locator('[data-opens="PAY-7"]').click();
    const effort = board.document.locator('[data-key="PAY-7"]').getByRole('textbox', { name: 'Effort' });
    await effort.fill('3 / 6 /');
    await workbench.openFile('PAY-142.md');
    await workbench.page.locator('iframe.webview.ready').waitFor({ state: 'hidden' });
    await board.tab('relay').click();
    await effort.waitFor();
    assert.equal(await effort.inputValue(), '3 / 6 /');
  });

  it('is there again after the window was loaded anew, as it was left', async () => {
    await board.document.getByRole('tab', { name: 'Charts' }).click();
    await workbench.changeSettings({ 'because.me': 'ada' });
    await board.tab('relay').waitFor();
    await board.document.getByRole('tab', { name: 'Charts', selected: true }).waitFor();
    await board.document.getByRole('tab', { name: 'Ranking' }).click();
    await board.text('Urgent updates').waitFor();
    const effort = board.document.locator('[data-key="PAY-7"]').getByRole('textbox', { name: 'Effort' });
    assert.equal(await effort.inputValue(), '3 / 6 /');
  });

  it('says which item was deleted while it was open, keeps what was typed about it, and goes on', async () => {
    await rm(path.join(folder.path, '.because/initiatives/PAY-7.md'));
    await board.text('PAY-7 is no longer on this board.').waitFor();
    await board.text('effort: 3 / 6 /').waitFor();
    await board.document.locator('[data-opens="PAY-142"]').click();
    await board.document.locator('[data-key="PAY-142"] .detail').waitFor();
  });
});
