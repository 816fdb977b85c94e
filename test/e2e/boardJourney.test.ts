/** The main journey of scoring, in the real editor: two engineers estimate blind, look, argue with evidence, and commit. */
import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { BoardPage } from './pages/board.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const people = ['{id: ada, name: Ada Lovelace, role: engineer}', '{id: hedy, name: Hedy Lamarr, role: engineer}'];

const files = {
  '.because/because.yml': `team:\n  members:\n    - ${people.join('\n    - ')}\nkeys: [PAY]\n`,
  '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
  '.because/problems/missed.md': record(['title: Missed updates'], 'Drivers miss one update in three.\n'),
  '.because/evidence/said.md': record(['title: Two senders at least', 'problem: missed', 'kind: observation']),
  '.because/initiatives/PAY-1.md': record(['title: Urgent updates', 'sprint: s1', 'problem: missed']),
  '.because/initiatives/PAY-2.md': record([
    'title: Receipts',
    'sprint: s1',
    'rice: {reach: 100, impact: 1, confidence: 100, effort: 1}',
  ]),
};

describe('two engineers at the scoring board', () => {
  let folder: Folder;
  let workbench: Workbench;
  let board: BoardPage;
  let item: Locator;

  before(async () => {
    folder = await makeFolder(files, 'relay');
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    board = new BoardPage(workbench);
    item = board.document.locator('[data-key="PAY-1"]');
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  async function estimate(reach: string, effort: string, reasons: string): Promise<void> {
    const guesses = { Reach: reach, Impact: '2', Confidence: '100', Effort: effort, Reasons: reasons };
    for (const [name, text] of Object.entries(guesses)) await item.getByRole('textbox', { name }).fill(text);
    await item.getByRole('button', { name: 'Save My Estimate' }).click();
  }

  it('estimate blind', async () => {
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-1').waitFor();
    await workbench.view('Sprint').hover();
    await workbench.view('Sprint').getByRole('button', { name: 'Open Scoring Board' }).click();
    await board.document.locator('[data-opens="PAY-1"]').click();
    await estimate('444', '2', 'One sender will do.');
    await item.locator('.voices').first().waitFor();
    assert.match(await folder.read('.because/estimates/PAY-1/ada.md'), /\nby: ada\n(?:.*\n)*reach: 444\n/);

    // Hedy sits down at the same board: it comes back as it was, and tells her that somebody estimated, not what.
    await workbench.changeSettings({ 'because.me': 'hedy' });
    await item.getByText('1 has estimated').first().waitFor();
    assert.equal(await item.locator('.voices').count(), 0);
    assert.doesNotMatch((await board.document.locator('body').textContent()) ?? '', /444|One sender will do/);
  });

  it('see each other’s numbers once both are given, and reveal the round', async () => {
    await estimate('400', '6', 'It needs two senders.');
    await item.getByText('One sender will do.').waitFor();
    await item.getByText('It needs two senders.').first().waitFor();
    await item.getByRole('button', { name: /The estimates disagree on effort/ }).waitFor();
    const reveal = item.getByRole('button', { name: 'Reveal 2 Estimates' });
    await reveal.click();
    await reveal.waitFor({ state: 'detached' });
    assert.match(await folder.read('.because/initiatives/PAY-1.md'), /\nround:.*revealed: /);
  });

  it('challenge a number with evidence, and the other accepts it: the ranking and the history show it', async () => {
    // Two senders cost what they cost: 422 × 2 × 100% ÷ 4 is 211, and alone in its tier.
    await item.locator('td.score', { hasText: '211' }).waitFor();
    await item.getByRole('button', { name: 'Challenge Estimate' }).click();
    const form = item.getByRole('form', { name: 'Challenge a number' });
    await form.getByRole('combobox', { name: 'Number' }).selectOption('effort');
    await form.getByRole('textbox', { name: 'Should be' }).fill('8');
    await form.getByRole('textbox', { name: 'Because' }).fill('the second sender takes paperwork');
    await form.getByRole('checkbox', { name: /Two senders at least/ }).check();
    await form.getByRole('button', { name: 'Save Challenge' }).click();
    await item.getByRole('article', { name: 'Challenge of Effort' }).waitFor();

    // Ada decides, at the same board.
    await workbench.changeSettings({ 'because.me': 'ada' });
    await item.getByRole('button', { name: 'Accept the challenge of Effort' }).click();

    // With 8 it is 105.5: still ahead of the 100 of PAY-2, and in one tier with it.
    await item.getByText(/211 → 106 because the second sender takes paperwork/).waitFor();
    await item.locator('td.effort[title^=Agreed]', { hasText: '8' }).waitFor();
    await board.text('Tier 1 · 2 with no clear order').waitFor();
    assert.match(await folder.read('.because/initiatives/PAY-1.md'), /effort: 8\b/);
  });

  it('commit, knowing what is missing', async () => {
    await item.getByRole('checkbox', { name: /^Select/ }).check();
    await board.document.getByRole('button', { name: 'Commit 1 to Sprint…' }).click();
    const dialog = board.document.getByRole('dialog', { name: 'Commit to Sprint' });
    await dialog.getByText('an outcome with baseline and target').waitFor();
    await dialog.getByRole('textbox', { name: /^Why commit/ }).fill('The baseline comes with the trial.');
    await dialog.getByRole('button', { name: 'Commit 1 Initiative' }).click();
    await dialog.waitFor({ state: 'detached' });
    await item.getByText(/Committed to Sprint 1 without an outcome with baseline and target/).waitFor();
    assert.match(await folder.read('.because/initiatives/PAY-1.md'), /\nstatus: committed\n/);
  });
});
