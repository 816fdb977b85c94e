/** A lead's way over the board in the real editor, with every click and every field counted: the fewer, the sooner it is done. */
import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { BoardPage } from './pages/board.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const people = [
  '{id: ada, name: Ada Lovelace, role: engineer}',
  '{id: hedy, name: Hedy Lamarr, role: engineer}',
  '{id: grace, name: Grace Hopper, role: lead}',
];

const estimate = (by: string, effort: number): string =>
  record(['initiative: PAY-1', `by: ${by}`, 'reach: 400', 'impact: 2', 'confidence: 100', `effort: ${effort}`]);

const files = {
  '.because/because.yml': `team:\n  members:\n    - ${people.join('\n    - ')}\nkeys: [PAY]\n`,
  '.because/sprints/s0.md': record(['title: Sprint 0', 'starts: 2025-12-01', 'ends: 2025-12-31']),
  '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
  '.because/problems/missed.md': record(['title: Missed updates'], 'Drivers miss one update in three.\n'),
  '.because/initiatives/PAY-1.md': record([
    'title: Urgent updates',
    'sprint: s1',
    'problem: missed',
    'round: {number: 1, revealed: 2026-11-20}',
  ]),
  '.because/initiatives/PAY-2.md': record([
    'title: Receipts',
    'sprint: s1',
    'rice: {reach: 100, impact: 1, confidence: 100, effort: 1}',
  ]),
  '.because/estimates/PAY-1/ada.md': estimate('ada', 2),
  '.because/estimates/PAY-1/hedy.md': estimate('hedy', 6),
};

/** What it may take at most; it took 13 when an item had to be opened, the number chosen and the row checked first. */
const MOST = 10;

describe('a lead at the scoring board', () => {
  let folder: Folder;
  let workbench: Workbench;
  let board: BoardPage;
  let actions = 0;

  before(async () => {
    folder = await makeFolder(files, 'relay');
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'grace' } });
    board = new BoardPage(workbench);
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-1').waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  async function click(what: Locator): Promise<void> {
    actions++;
    await what.click();
  }

  async function fill(what: Locator, text: string): Promise<void> {
    actions++;
    await what.fill(text);
  }

  it(`sees the ranking, finds a disagreement, challenges it, agrees and commits, in ${MOST} actions`, async () => {
    const { document } = board;
    await workbench.view('Sprint').hover();
    await click(workbench.view('Sprint').getByRole('button', { name: 'Open Scoring Board' }));

    // The ranking, with who needs it and where people disagree, without opening anything.
    const row = document.locator('[data-key="PAY-1"] .row');
    await row.locator('.cell.score', { hasText: '200' }).waitFor();
    await row.getByRole('button', { name: /The estimates disagree on effort/ }).waitFor();

    await click(row.getByRole('button', { name: /The estimates disagree on effort/ }));
    const form = document.getByRole('form', { name: 'Challenge a number' });
    assert.equal(await form.getByRole('combobox', { name: 'Number' }).inputValue(), 'effort');
    await fill(form.getByRole('textbox', { name: 'Should be' }), '6');
    await fill(form.getByRole('textbox', { name: 'Because' }), 'Two senders, not one.');
    await click(form.getByRole('button', { name: 'Save Challenge' }));
    await document.getByRole('article', { name: 'Challenge of Effort' }).waitFor();

    await click(document.getByRole('button', { name: 'Set Agreed Score' }));
    await click(document.getByRole('button', { name: 'Save Agreed Score' }));
    await document.getByText(/All four numbers are agreed \(Grace Hopper/).waitFor();

    await click(document.locator('.detail').getByRole('button', { name: 'Commit to Sprint…' }));
    const dialog = document.getByRole('dialog', { name: 'Commit to Sprint' });
    assert.deepEqual(await dialog.getByRole('combobox', { name: 'Sprint' }).locator('option').allTextContents(), [
      'Sprint 1',
    ]);
    await fill(dialog.getByRole('textbox', { name: /^Why commit/ }), 'The baseline comes with the trial.');
    await click(dialog.getByRole('button', { name: 'Commit 1 Initiative' }));
    await dialog.waitFor({ state: 'detached' });
    await document.getByText(/Committed to Sprint 1 without/).waitFor();

    const text = await folder.read('.because/initiatives/PAY-1.md');
    assert.match(text, /\nstatus: committed\n/);
    assert.match(text, /\nrice: .*effort: 4/);
    assert.ok(actions <= MOST, `${actions} actions`);
  });
});
