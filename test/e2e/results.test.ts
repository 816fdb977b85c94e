/** A result, recorded from the palette by keyboard, and seen on its page and on the why page. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { seriousIn } from '../support/axe.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { WhyDocument } from './pages/why.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const files = {
  '.because/because.yml': [
    'team:',
    '  members:',
    '    - {id: ada, name: Ada Lovelace, role: engineer}',
    '    - {id: grace, name: Grace Hopper, role: pm}',
    'keys: [PAY]',
    '',
  ].join('\n'),
  '.because/initiatives/PAY-7.md': record(
    [
      'title: Quick setup',
      'status: shipped # on Monday',
      'owner: grace',
      'outcome: {metric: Setup time, unit: minutes, baseline: 20, target: 3, by: 2026-01-31}',
      'rice: {reach: 100, impact: 2, confidence: 80, effort: 4, agreed: 2025-12-01}',
    ],
    'Three steps instead of nine.\n',
  ),
};

describe('a result', () => {
  let folder: Folder;
  let workbench: Workbench;
  let page: FrameLocator;

  before(async () => {
    folder = await makeFolder(files);
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'grace' } });
    page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await workbench.openContainer('Because');
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const enter = () => workbench.quickInputBox.press('Enter');

  it('is asked of who owns the initiative, once the day of its outcome is over', async () => {
    await workbench.openView('Needs You');
    await workbench.row('Needs You', 'Record the result').waitFor();
  });

  it('has a page that offers to record the first one', async () => {
    await workbench.runCommand('Because: Results');
    await page.getByText('No data yet.').waitFor();
    await page.getByRole('button', { name: 'Record a Result: PAY-7 Quick setup' }).press('Enter');
    await workbench.question(1);
    await workbench.quickInputBox.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    assert.deepEqual(await readdir(path.join(folder.path, '.because')), ['because.yml', 'initiatives']);
  });

  it('is recorded from the palette, with the verdict that the numbers suggest', async () => {
    await workbench.runCommand('Because: Record a Result…');
    await workbench.pick('PAY-7');
    await workbench.question(1);
    await workbench.quickRows.filter({ hasText: 'No control group' }).waitFor();
    await enter();
    await workbench.question(2);
    assert.equal(await workbench.quickInputBox.inputValue(), '20');
    await enter();
    await workbench.question(3);
    await workbench.quickInputBox.pressSequentially('soon');
    await workbench.quickInput.getByText('Give a value such as 20').waitFor();
    await workbench.quickInputBox.fill('4');
    await enter();
    await workbench.question(4);
    await workbench.quickInputBox.pressSequentially('2026-01-01 to 2026-01-28');
    await enter();
    await workbench.question(5);
    await workbench.quickInput.getByText('And when was it measured before?').waitFor();
    await workbench.quickInputBox.pressSequentially('2025-12-01 to 2025-12-14');
    await enter();
    await workbench.question(6);
    await workbench.quickInput.getByPlaceholder('It is better, but does not reach the target.').waitFor();
    await workbench.quickRows
      .first()
      .filter({ hasText: 'Partly confirmed' })
      .filter({ hasText: 'suggested' })
      .waitFor();
    await enter();
    await workbench.question(7);
    await enter();
    await workbench.question(8);
    await workbench.quickInput.getByText('Predicted: 2').waitFor();
    await workbench.quickInputBox.pressSequentially('1');
    await enter();
    await workbench.question(9);
    await workbench.quickInput.getByText('Predicted: 4').waitFor();
    await workbench.quickInputBox.pressSequentially('6');
    await enter();
    await workbench.question(10);
    await workbench.quickInputBox.pressSequentially('The third step still asks for a fax number.');
    await enter();
    await workbench.question(11);
    await enter();
    await page.getByRole('article', { name: 'PAY-7 Quick setup' }).waitFor();
    const [name = ''] = await readdir(path.join(folder.path, '.because/results'));
    const written = await folder.read(`.because/results/${name}`);
    assert.match(
      written,
      /\nbaseline: \{value: 20, from: 2025-12-01, to: 2025-12-14\}\nafter: \{value: 4, from: 2026-01-01, to: 2026-01-28\}\nmeasured: \{impact: 1, effort: 6\}\nverdict: partial\n/,
    );
    assert.match(await folder.read('.because/initiatives/PAY-7.md'), /\nstatus: measured # on Monday\n/);
  });

  it('stands on the page with its reason, beside what was predicted', async () => {
    const article = page.getByRole('article', { name: 'PAY-7 Quick setup' });
    await article
      .getByText('Setup time: 4 minutes instead of 20; the target was 3. Changed after the release; no control group.')
      .waitFor();
    await article.getByText('−80%, 5 times faster').waitFor();
    await article.getByText('The windows differ: 14 days before, 28 days after.').waitFor();
    await article.getByRole('row', { name: /Effort.*4 .*6 .*more than predicted/ }).waitFor();
    const held = page.getByRole('list', { name: 'Impact, one after the other' });
    await held.getByRole('img', { name: /^PAY-7 Quick setup .* less than predicted$/ }).waitFor();
    const handle = await page.locator('main').elementHandle();
    const frame = (await handle?.ownerFrame()) ?? assert.fail('The page has no frame.');
    assert.deepEqual(await seriousIn(frame), []);
    await workbench.row('Needs You', 'Record the result').waitFor({ state: 'detached' });
  });

  it('stands on the why page, which the page leads to', async () => {
    await page.getByRole('article').getByRole('button', { name: 'PAY-7 Quick setup' }).press('Enter');
    const why = new WhyDocument(workbench);
    await why.title('Quick setup').waitFor();
    await why.part('Results').getByText('4 minutes instead of 20; the target was 3.').waitFor();
    assert.deepEqual(await workbench.told(), []);
  });
});
