/** A question on a line of code, asked in one window and answered in another: the clock runs, and stops with the answer. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { seriousIn } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const files = {
  '.because/because.yml': [
    'hours: {zone: UTC, days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "23:59"}',
    'answerWithin: 60 minutes',
    'team:',
    '  members:',
    '    - {id: ada, name: Ada Lovelace, role: engineer}',
    '    - {id: grace, name: Grace Hopper, role: pm}',
    'keys: [PAY]',
    '',
  ].join('\n'),
  '.because/initiatives/PAY-142.md': record(['title: Urgent updates', 'owner: grace']),
  'src/send.css': 'p {\n  color: red; /* PAY-142 */\n}\n',
};

describe('a question on a line', () => {
  let folder: Folder;
  let ada: Workbench;
  let grace: Workbench;

  before(async () => {
    folder = await makeFolder(files);
    await folder.git('init');
    ada = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
  });

  after(async () => {
    await ada.close();
    await grace.close();
    await folder.remove();
  });

  const thread = ({ page }: Workbench) => page.locator('.review-widget:visible');
  const answers = ({ page }: Workbench) =>
    page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('main');

  /** Opens the thread on the line, which its mark stands at. */
  async function openThread(workbench: Workbench): Promise<void> {
    const mark = workbench.page.locator('.margin-view-overlays [class*=comment-thread]').first();
    await mark.waitFor();
    await eventually(async () => {
      if (await thread(workbench).isVisible()) return true;
      await mark.click();
      return false;
    }, 'The thread');
  }

  it('is asked from there by keyboard, and stands there with the time left', async () => {
    await ada.openFile('src/send.css');
    await ada.goToLine(2);
    await ada.page.keyboard.press('Shift+F10');
    const focused = ada.page.locator('.monaco-menu .action-item.focused');
    await ada.page.locator('.monaco-menu').getByText('Ask the PM').first().waitFor();
    await eventually(async () => {
      await ada.page.keyboard.press('ArrowDown');
      return ((await focused.first().textContent()) ?? '').includes('Ask the PM');
    }, 'The entry of the menu');
    await ada.page.keyboard.press('Enter');
    await ada.question(1);
    await ada.quickRows.first().filter({ hasText: 'PAY-142 is on this line' }).waitFor();
    await ada.page.keyboard.press('Enter');
    await ada.question(2);
    await ada.quickInputBox.pressSequentially('Is red enough?');
    await ada.page.keyboard.press('Enter');
    await ada.question(3);
    await ada.page.keyboard.press('Enter');
    await thread(ada)
      .getByText(/^Waiting · (1 h|59 min) left · blocks work · PAY-142 Urgent updates$/)
      .waitFor();
    await thread(ada).getByText('Is red enough?').waitFor();
  });

  it('is answered in another window, from its reply box', async () => {
    grace = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'grace' } });
    await grace.openFile('src/send.css');
    await openThread(grace);
    await thread(grace)
      .locator('.comment-form .view-lines, .review-thread-reply-button')
      .locator('visible=true')
      .first()
      .click();
    await thread(grace).getByRole('button', { name: 'Answer Question' }).waitFor();
    await grace.page.keyboard.type('Not for everybody.');
    await grace.page.keyboard.press('ControlOrMeta+Enter');
    // The editor folds a thread that is settled.
    await grace.page.locator('.comment-thread-unresolved').waitFor({ state: 'detached' });
    await eventually(async () => {
      await openThread(grace);
      return thread(grace).locator('.rendered-markdown').getByText('Not for everybody.').isVisible();
    }, 'The answer in the thread');
    const replies = path.join(folder.path, '.because/replies');
    const [reply = ''] = await readdir(replies);
    assert.match(await folder.read(`.because/replies/${reply}`), /\nanswer: true\nby: grace\n/);
  });

  it('stops the clock, in the window that waited as well', async () => {
    const mark = ada.page.locator('.comment-thread-unresolved');
    await mark.waitFor({ state: 'detached' });
    await openThread(ada);
    await thread(ada)
      .getByText(/^Answered in \d+ min by Grace Hopper · PAY-142 Urgent updates$/)
      .waitFor();
    await thread(ada).locator('.rendered-markdown').getByText('Not for everybody.').waitFor();
  });

  it('shows in Answer Times', async () => {
    await ada.runCommand('Because: Answer Times');
    await answers(ada).getByText('1 of 1').first().waitFor();
    await answers(ada).getByText('Every question is answered.').waitFor();
    await answers(ada).locator('.plot').waitFor();
    const handle = await answers(ada).elementHandle();
    const frame = (await handle?.ownerFrame()) ?? assert.fail('The page has no frame.');
    assert.deepEqual(await seriousIn(frame), []);
    assert.deepEqual(await ada.told(), []);
  });
});
