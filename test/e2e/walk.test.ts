/** A walk-through of three initiatives with two engineers at one screen, by keys alone, down to the records and the minutes. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { seriousIn } from '../support/axe.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { Sidebar } from './pages/sidebar.ts';
import { WhyDocument } from './pages/why.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const members = [
  '{id: hedy, name: Hedy Lamarr, role: engineer}',
  '{id: ada, name: Ada Lovelace, role: engineer}',
  '{id: grace, name: Grace Hopper, role: pm}',
];

const files = {
  '.because/because.yml': `team: {members: [${members.join(', ')}]}\n`,
  '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-05', 'ends: 2099-12-31']),
  '.because/problems/late.md': record(
    ['segment: shops'],
    'Shops wait a day for their money. How should we solve this?\n',
  ),
  '.because/initiatives/PAY-1.md': record([
    'title: Money on the same day',
    'sprint: s1',
    'owner: grace',
    'problem: late',
  ]),
  '.because/initiatives/PAY-2.md': record(['title: One bill a month', 'sprint: s1', 'owner: grace']),
  '.because/initiatives/PAY-10.md': record(['title: Fewer letters', 'sprint: s1', 'owner: grace']),
  '.because/initiatives/PAY-3.md': record(['title: Done before', 'sprint: s1', 'status: shipped']),
};

describe('a walk-through', () => {
  let folder: Folder;
  let workbench: Workbench;
  let why: WhyDocument;

  before(async () => {
    folder = await makeFolder(files, 'walk');
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    why = new WhyDocument(workbench);
    await new Sidebar(workbench).open();
    await workbench.row('Sprint', 'PAY-1').waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  const chip = (name: string) => why.document.getByRole('button', { name: new RegExp(name) });
  const place = async () => (await why.document.getByRole('navigation').textContent()) ?? '';

  /** Waits until a person’s word is shown beside their name. */
  const shown = (name: string, says: string) => chip(`${name}.*${says}`).waitFor();

  it('begins with the initiatives that the Sprint view shows, without what is done', async () => {
    await workbench.runCommand('Because: Walk Through the Why…');
    await workbench.quickInput.getByText('shown in the Sprint view').waitFor();
    await press('Enter');
    await why.title('Money on the same day').waitFor();
    assert.match(await place(), /^Sprint 1: 1 of 3 · 0 of 2 people can explain why/);
    assert.equal(await chip('Ada Lovelace').getAttribute('aria-pressed'), 'true', 'who looks is the first to speak');
  });

  it('notes what each says by one key, and a question in their words', async () => {
    // Nobody waits until a word is written: the next is said at once.
    await press('e');
    await press('2');
    await press('a');
    await workbench.page.keyboard.type('Each shop, or only 3 of them?');
    await press('Enter');
    await shown('Ada Lovelace', 'Can explain why');
    await shown('Hedy Lamarr', 'Has a question');
    assert.match(await place(), /1 of 2 people can explain why/);
    await why.part('Said so far').getByText('“Each shop, or only 3 of them?”').waitFor();
    await why.part('Questions').getByText('Each shop, or only 3 of them?').waitFor();
  });

  it('goes on with Alt and an arrow, and forgets what was begun with Esc', async () => {
    await press('Alt+ArrowRight');
    await why.title('One bill a month').waitFor();
    await press('o');
    await workbench.page.keyboard.type('Not mine');
    await press('Alt+ArrowLeft');
    await why.title('One bill a month').waitFor();
    await press('Escape');
    await press('1');
    await press('o');
    await workbench.page.keyboard.type('Nobody asked for this.');
    await press('Enter');
    await shown('Ada Lovelace', 'Objects');
    // Who speaks counts from the key on, drawn or not.
    await press('2');
    await press('e');
    await shown('Hedy Lamarr', 'Can explain why');
    await shown('Ada Lovelace', 'Objects');
    await press('Alt+ArrowRight');
    await why.title('Fewer letters').waitFor();
    await press('e');
    await shown('Hedy Lamarr', 'Can explain why');
  });

  it('lets the last word count', async () => {
    await press('Alt+ArrowLeft');
    await why.title('One bill a month').waitFor();
    await press('1');
    await press('a');
    await workbench.page.keyboard.type('Who gets it?');
    await press('Enter');
    await shown('Ada Lovelace', 'Has a question');
    await press('Alt+ArrowRight');
    await why.title('Fewer letters').waitFor();
  });

  it('ends with who said what, what to mend, and minutes to copy', async () => {
    await press('Alt+ArrowRight');
    await why.title('Walk-through: Sprint 1').waitFor();
    const rows = await why.document.locator('tbody tr').allTextContents();
    assert.deepEqual(
      rows.map((row) => row.replaceAll(/\s+/g, ' ')),
      [
        'PAY-1 · Money on the same day1 of 2 people can explain why✓ Can explain why? Has a question“Each shop, or only 3 of them?”',
        'PAY-2 · One bill a month1 of 2 people can explain why? Has a question“Who gets it?”✓ Can explain why',
        'PAY-10 · Fewer letters1 of 2 people can explain whyNothing yet✓ Can explain why',
      ],
    );
    const mend = why.document.locator('.mend');
    await mend.nth(0).getByText('Each shop, or only 3 of them? · open').waitFor();
    await mend.nth(1).getByText('No problem yet. Who has it, and how bad is it?').waitFor();
    await why.button('Copy Minutes').click();
    await why.document.getByText('Copied.').waitFor({ state: 'attached' });
  });

  it('has written each word into the file of the person', async () => {
    assert.match(await folder.read('.because/acks/PAY-1/ada.md'), /\nstate: can-explain\nby: ada\n/);
    assert.match(await folder.read('.because/acks/PAY-1/hedy.md'), /\nstate: question\nby: hedy\n[\s\S]*Each shop/);
    assert.match(await folder.read('.because/acks/PAY-2/ada.md'), /\nstate: question\nby: ada\n[\s\S]*Who gets it/);
    const [objection = assert.fail()] = await readdir(path.join(folder.path, '.because/objections'));
    assert.match(
      await folder.read(`.because/objections/${objection}`),
      /\nstate: withdrawn\nby: ada\n[\s\S]*Nobody asked/,
    );
    assert.equal((await readdir(path.join(folder.path, '.because/questions'))).length, 2);
  });

  it('has nothing serious that axe-core would find, at its end and on its way', async () => {
    const frame = async (): Promise<Frame> => {
      const handle = await why.document.locator('main').elementHandle();
      return (await handle?.ownerFrame()) ?? assert.fail('The page has no frame.');
    };
    for (const theme of ['light', 'high contrast'] as const) {
      await workbench.wear(theme);
      assert.deepEqual(await seriousIn(await frame(), "'main'"), []);
    }
    await why.button('Previous').click();
    await why.title('Fewer letters').waitFor();
    assert.deepEqual(await seriousIn(await frame(), "'main'"), []);
  });

  it('is where it was after the window was loaded anew', async () => {
    await workbench.changeSettings({ 'because.me': 'ada' });
    await why.title('Fewer letters').waitFor();
    assert.match(await place(), /^Sprint 1: 3 of 3/);
  });
});
