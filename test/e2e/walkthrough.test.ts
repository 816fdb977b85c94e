/** The walkthrough: each step opens what it needs, leaves the walkthrough where it is, and is ticked when it worked. */
import * as assert from 'node:assert/strict';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

describe('the walkthrough', () => {
  let folder: Folder;
  let workbench: Workbench;

  beforeEach(async () => {
    folder = await makeFolder({
      '.because/because.yml': 'keys: [SHOP]\n',
      '.because/initiatives/SHOP-1.md': record(['title: Say when it comes', 'problem: late']),
      '.because/problems/late.md': record(['title: Nobody knows when the money comes']),
      'src/refund.ts': 'const days = 9;\n// SHOP-1 says when\n',
    });
    await folder.git('init', '--quiet');
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', 'SHOP-1: Say when it comes');
    workbench = await openWorkbench({ folder: folder.path });
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.quickInputBox.fill('Know why the code');
    await workbench.page.keyboard.press('Enter');
    await step('Hover over an issue key').waitFor();
  });

  afterEach(async () => {
    await workbench.close();
    await folder.remove();
  });

  const step = (title: string) => workbench.page.locator('.getting-started-step').filter({ hasText: title });
  const ticked = (title: string) => step(title).locator('.codicon.complete');

  /** Unfolds a step, where it is not the one that is open, and presses its button. */
  async function take(title: string, button: string): Promise<void> {
    const isOpen = (await step(title).getAttribute('class'))?.includes('expanded');
    if (!isOpen) await step(title).click();
    await step(title).getByRole('button', { name: button }).click();
  }

  it('shows a card over a key of the folder, beside the walkthrough', async () => {
    await take('Hover over an issue key', 'Show Me One');
    await workbench.page.locator('.monaco-hover:visible').getByText('Nobody knows when the money').first().waitFor();
    await workbench.page.locator('.tab.active', { hasText: 'refund.ts' }).waitFor();
    const tab = workbench.page.locator('.tab', { hasText: 'Welcome' });
    await tab.click();
    await ticked('Hover over an issue key').waitFor();
    assert.equal(await ticked('Flag a risk').count(), 0);
  });

  it('asks why of a line without an editor open, and ticks the step when there is an answer', async () => {
    await take('Ask why a line exists', 'Why Does This Line Exist?');
    await workbench.page.locator('.zone-widget').getByText('SHOP-1').first().waitFor();
    assert.deepEqual(await workbench.told(), []);
    await workbench.page.locator('.tab', { hasText: 'Welcome' }).click();
    await ticked('Ask why a line exists').waitFor();
  });

  it('leaves the step of a risk open until one is flagged', async () => {
    await take('Flag a risk', 'Flag a Risk');
    await workbench.quickInput.waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.page.locator('.tab', { hasText: 'Welcome' }).click();
    await step('Flag a risk').waitFor();
    assert.equal(await ticked('Flag a risk').count(), 0);
  });

  it('ticks the step of a risk once one is flagged, on the line it opened', async () => {
    await take('Flag a risk', 'Flag a Risk');
    await workbench.question(1);
    await workbench.pick('refund.ts:2');
    await workbench.question(2);
    await workbench.pick('SHOP-1');
    await workbench.question(3);
    await workbench.answer('One bank never says when');
    for (const number of [4, 5, 6, 7]) {
      await workbench.question(number);
      await workbench.page.keyboard.press('Enter');
    }
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.page.locator('.review-widget').getByText('One bank never says when').first().waitFor();
    await workbench.page.locator('.tab', { hasText: 'Welcome' }).click();
    await ticked('Flag a risk').waitFor();
    const [risk = ''] = (await folder.git('ls-files', '-o', '.because/risks')).split('\n');
    assert.match(await folder.read(risk), /\ninitiative: SHOP-1\n(?:.*\n)*anchor: .*src\/refund\.ts/);
    assert.equal(await ticked('Ask why a line exists').count(), 0);
  });
});
