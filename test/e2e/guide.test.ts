/** The prioritization guide in the workbench: its rules, the team's numbers beside them, and the ways to it. */
import assert from 'node:assert/strict';
import type { Frame, FrameLocator } from 'playwright-core';
import { seriousIn } from '../support/axe.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const themes = ['light', 'dark', 'high contrast', 'high contrast light'] as const;

describe('the prioritization guide', () => {
  let folder: Folder;
  let workbench: Workbench;
  let document: FrameLocator;

  before(async () => {
    folder = await copyFolder();
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    document = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-142').waitFor();
    await new Sidebar(workbench).pressMore('Sprint', 'Prioritization Guide');
    await document.getByRole('heading', { level: 1, name: 'Prioritization Guide' }).waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const rule = (name: string) => document.getByRole('region', { name, exact: true });

  async function frame(): Promise<Frame> {
    const handle = await document.locator('main').elementHandle();
    return (await handle?.ownerFrame()) ?? assert.fail('The page has no frame.');
  }

  it('gives each rule with its formula, worked examples, and what the board says', async () => {
    const score = rule('Score everything on one scale');
    assert.match(
      (await score.textContent()) ?? '',
      /450 × 3 × 100% ÷ 2675[\s\S]*\d+ of \d+ open initiatives are ranked/,
    );
    assert.match(
      (await rule('Let evidence set the confidence').textContent()) ?? '',
      /\d+ of \d+ scored without evidence/,
    );
    assert.match((await rule('Weigh risk beside the score, not inside it').textContent()) ?? '', /PAY-142/);
  });

  for (const theme of themes) {
    it(`has nothing serious that axe-core would find in ${theme}, wide and narrow`, async () => {
      await workbench.wear(theme);
      for (const width of [1400, 700]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await seriousIn(await frame(), "'main'"), []);
      }
    });
  }

  it('goes to a rule by its name, and from a number to the initiative it is about', async () => {
    await document.getByRole('button', { name: 'Say what technical debt costs people' }).press('Enter');
    const focused = await document
      .locator('[data-rule="debt"]')
      .evaluate((part) => part === part.ownerDocument.activeElement);
    assert.ok(focused);
    await rule('Weigh risk beside the score, not inside it')
      .getByRole('button', { name: /^PAY-142/ })
      .first()
      .press('Enter');
    await document.getByRole('heading', { level: 1 }).filter({ hasText: 'Urgent updates' }).waitFor();
  });

  it('is opened from the board, and at the rule that an objection is about', async () => {
    await workbench.runCommand('Because: Open Scoring Board');
    await document.getByRole('button', { name: 'How to Prioritize' }).click();
    await rule('Score everything on one scale').waitFor();
    await workbench.runCommand('Because: Answer…');
    await workbench.pick('Customers don’t need this');
    await workbench.pick('How to weigh it');
    const asked = document
      .locator('[data-rule="debt"], [data-rule="evidence"], [data-rule="bets"]')
      .and(document.locator(':focus'));
    await asked.waitFor();
  });
});
