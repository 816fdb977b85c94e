/** A health check of a team in one room, with the keyboard alone: answered in turn, revealed once, talked about. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import { seriousIn } from '../support/axe.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const themes = ['light', 'dark', 'high contrast', 'high contrast light'] as const;

describe('a health check in one room', () => {
  let folder: Folder;
  let workbench: Workbench;
  let document: FrameLocator;

  before(async () => {
    folder = await copyFolder();
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'grace' } });
    document = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-142').waitFor();
    await workbench.runCommand('Because: Team Health Check');
    await document.getByRole('heading', { level: 1, name: 'Team Health' }).waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const button = (name: string): Locator => document.getByRole('button', { name, exact: true });
  const press = (key: string) => workbench.page.keyboard.press(key);
  const files = async () => (await readdir(path.join(folder.path, '.because/health'))).sort();

  const focused = (wanted: Locator) => wanted.and(document.locator(':focus')).waitFor();

  async function frame(): Promise<Frame> {
    const handle = await document.locator('main').elementHandle();
    return (await handle?.ownerFrame()) ?? assert.fail('The page has no frame.');
  }

  /** One person's turn, from the first sentence to the end. */
  async function answer(person: number, levels: readonly number[], comment = ''): Promise<void> {
    await document.getByRole('heading', { name: `Person ${person}` }).waitFor();
    await focused(document.getByRole('radio').first());
    for (const level of levels) await press(String(level));
    await focused(document.getByRole('textbox'));
    if (comment) await workbench.page.keyboard.type(comment);
    // A stray Escape takes nothing away.
    await press('Escape');
    await press('Tab');
    await focused(button('Done'));
    // Whoever is hasty and does it twice is counted once.
    await button('Done').evaluate(async (done: { click(): void }) => {
      done.click();
      await new Promise((resolve) => setTimeout(resolve));
      done.click();
    });
    await focused(button('Next Person'));
  }

  it('shows how the team was before, with what to talk about first and how it went', async () => {
    const trend = document.getByRole('table', { name: 'Over time' });
    await trend.waitFor();
    assert.equal(await trend.getByRole('columnheader').count(), 4);
    const first = document.getByRole('region', { name: 'Discuss' }).getByRole('listitem').first();
    assert.match((await first.textContent()) ?? '', /Scope changes are owned/);
  });

  it('is answered in turn, and tells nothing but how many answered', async () => {
    await button('Start a Check in This Room').focus();
    await press('Enter');
    await answer(1, [4, 4, 4, 4, 4, 4, 4, 4, 4], 'More interviews, please');
    assert.doesNotMatch((await document.locator('main').textContent()) ?? '', /interviews/);
    await document.getByText('Nothing is shown until 4 more people have answered').waitFor();
    assert.equal(await button('Close and Reveal').count(), 0);
    await press('Enter');
    // Whoever comes next sees nothing of who was before.
    await document.getByRole('heading', { name: 'Person 2' }).waitFor();
    assert.equal(await document.getByRole('radio', { checked: true }).count(), 0);
    assert.equal(await document.getByRole('textbox').inputValue(), '');
  });

  it('loses a half-given turn with the page, and no answer before it', async () => {
    await press('1');
    await press('1');
    await new Sidebar(workbench).pressMore('Sprint', 'Prioritization Guide');
    await document.getByRole('heading', { level: 1, name: 'Prioritization Guide' }).waitFor();
    await workbench.runCommand('Because: Team Health Check');
    await document.getByRole('heading', { name: '1 person answered' }).waitFor();
    await button('Next Person').press('Enter');
    await document.getByRole('heading', { name: 'Person 2' }).waitFor();
    assert.equal(await document.getByRole('radio', { checked: true }).count(), 0);
  });

  it('is revealed once, when it is closed, and becomes a record of totals', async () => {
    const before = await files();
    await answer(2, [4, 4, 4, 4, 4, 4, 4, 1, 4]);
    for (const person of [3, 4, 5]) {
      await press('Enter');
      await answer(person, [5, 5, 5, 5, 5, 5, 5, 5, 5], person === 4 ? 'A good sprint' : '');
    }
    assert.deepEqual(await files(), before);
    await press('Tab');
    await focused(button('Close and Reveal'));
    await press('Enter');
    const talk = document.getByRole('region', { name: 'Discuss' }).getByRole('listitem');
    await talk.first().getByText('Credit is given fairly.').waitFor();
    await talk.first().getByText('4 of 5 agree').waitFor();
    const [name, ...others] = (await files()).filter((one) => !before.includes(one));
    assert.deepEqual(others, []);
    const text = await folder.read(`.because/health/${name}`);
    assert.match(text, /participants: 5\nanswers:\n {2}problem: \[0, 0, 0, 2, 3\]\n/);
    assert.match(text, / {2}credit: \[1, 0, 0, 1, 3\]\n/);
    assert.match(text, /comments: \[A good sprint, "?More interviews, please"?\]\n/);
  });

  it('keeps what the team will change in its record', async () => {
    await document.getByRole('textbox').fill('Two engineers join every interview.');
    await button('Save').press('Enter');
    await button('Discard').waitFor({ state: 'detached' });
    const texts = await Promise.all((await files()).map((name) => folder.read(`.because/health/${name}`)));
    assert.equal(texts.filter((text) => text.endsWith('---\nTwo engineers join every interview.\n')).length, 1);
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
});
