/** Scoring by keyboard: an estimate from the tree that outlives Esc, a challenge from its menu, an objection that cuts slices. */
import * as assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const INITIATIVE = '.because/initiatives/PAY-142.md';

const files = {
  '.because/because.yml':
    'team:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\nkeys: [PAY]\nscoring: {period: quarter, reachUnit: drivers, effortUnit: weeks}\n',
  '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
  [INITIATIVE]: record([
    'title: Urgent updates',
    'sprint: s1',
    'problem: missed',
    'rice: {reach: 240, impact: 3, confidence: 80, effort: 6}',
    'appetite: 3 weeks',
    'slices:',
    '  - {title: Push, must: true, effort: 2, share: 60}',
    '  - {title: Call, effort: 4, share: 40}',
  ]),
  '.because/problems/missed.md': record(['title: Missed updates', 'status: open'], 'People miss updates.\n'),
  '.because/evidence/said.md': record(['title: Nobody told me', 'problem: missed', 'kind: quote', 'stance: supports']),
};

describe('scoring', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await makeFolder(files);
    await folder.git('init');
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-142').waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  const type = (text: string) => workbench.page.keyboard.type(text);

  /** Waits for the question with these words. */
  const asks = (words: string | RegExp) => workbench.quickInput.getByText(words).first().waitFor();

  /** Waits for a question that is picked from a list, whose words stand in its box, and for the list. */
  async function offers(words: string): Promise<void> {
    const question = workbench.quickInput.filter({ has: workbench.page.locator(`input[placeholder*="${words}"]`) });
    await question.locator('.monaco-list-row').first().waitFor();
  }

  /** Waits for a question whose list has come, with one's own earlier answer chosen. */
  async function offersOwn(words: string): Promise<void> {
    await offers(words);
    await workbench.page
      .locator('.quick-input-widget:visible .monaco-list-row.focused', { hasText: 'yours so far' })
      .waitFor();
  }

  async function written(path: string): Promise<string[]> {
    return (await folder.git('ls-files', '-o', path)).split('\n').filter(Boolean);
  }

  /** Opens the menu of the focused row and chooses an entry, by keyboard alone. */
  async function choose(entry: string): Promise<void> {
    await press('Shift+F10');
    const focused = workbench.page.locator('.monaco-menu .action-item.focused');
    await workbench.page.locator('.monaco-menu').getByText(entry).first().waitFor();
    for (let tries = 0; tries < 40; tries++) {
      await press('ArrowDown');
      if (((await focused.first().textContent()) ?? '').includes(entry)) break;
    }
    await press('Enter');
  }

  async function focusRow(): Promise<void> {
    await workbench.runCommand('Because: Focus on Sprint View');
    await press('Home');
    await workbench.page.locator('.monaco-list-row.focused', { hasText: 'PAY-142' }).waitFor();
  }

  it('keeps what was typed into an estimate when the person turns away', async () => {
    await focusRow();
    await choose('Estimate…');
    await asks('How many drivers does it reach per quarter? Agreed: 240.');
    await type('lots');
    await asks('Reach must be a number');
    await press('ControlOrMeta+A');
    await type('200');
    await press('Enter');
    await offers('How much does it change for each of them? Agreed: 3.');
    await press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    assert.deepEqual(await written('.because/estimates'), []);
    await focusRow();
    await choose('Estimate…');
    await asks('How many drivers does it reach per quarter?');
    assert.equal(await workbench.quickInputBox.inputValue(), '200');
  });

  it('takes rungs, other numbers, ranges and ?, and writes my file', async () => {
    await press('Enter');
    await offers('How much does it change');
    await type('1.5');
    await workbench.quickRows.first().filter({ hasText: '1.5' }).waitFor();
    await press('Enter');
    await offers('How sure are you');
    await type('8');
    await workbench.quickRows.first().filter({ hasText: /^8/ }).waitFor();
    await type('0');
    await workbench.quickRows.first().filter({ hasText: '80 medium' }).waitFor();
    await press('Enter');
    await asks('How many weeks does it take in total? Agreed: 6.');
    await type('?');
    await press('Enter');
    await asks('What would you need to know? You do not know yet: effort.');
    await type('Whether there is one sender.');
    await press('Enter');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.unfold('Sprint', 'PAY-142');
    await workbench.row('Sprint', 'Scores').filter({ hasText: '1 estimate' }).waitFor();
    assert.match(
      await folder.read('.because/estimates/PAY-142/ada.md'),
      /\nreach: 200\nimpact: 1\.5\nconfidence: 80\neffort: "\?"\n(?:.*\n)*---\nWhether there is one sender\.\n$/,
    );
    assert.deepEqual(await workbench.told(), []);
  });

  it('corrects an estimate with seven keys: what was said before is already there', async () => {
    await folder.write(
      '.because/estimates/PAY-142/ada.md',
      record(
        ['initiative: PAY-142', 'by: ada', 'reach: 200', 'impact: 1.5', 'confidence: 80', 'effort: "?"'],
        'One sender.\n',
      ),
    );
    await workbench.unfold('Sprint', 'PAY-142');
    await workbench.row('Sprint', 'Scores').filter({ hasText: '1 estimate' }).waitFor();
    await focusRow();
    await choose('Estimate…');
    await asks('How many drivers');
    assert.equal(await workbench.quickInputBox.inputValue(), '200');
    await press('Enter');
    await offersOwn('How much does it change');
    await press('Enter');
    await offersOwn('How sure are you');
    await press('Enter');
    await asks('How many weeks');
    await press('ControlOrMeta+A');
    await type('4');
    await press('Enter');
    await asks('Why these numbers?');
    await press('Enter');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.row('Sprint', 'Scores').waitFor();
    await eventually(async () =>
      /\nimpact: 1\.5\nconfidence: 80\neffort: 4\n/.test(await folder.read('.because/estimates/PAY-142/ada.md')),
    );
  });

  it('challenges a number from the menu of the scores, with evidence', async () => {
    await workbench.row('Sprint', 'Scores').click();
    await choose('Challenge Estimate…');
    await offers('Which number is wrong?');
    await workbench.quickRows.filter({ hasText: '6 weeks' }).first().waitFor();
    await type('effort');
    await workbench.quickRows.first().filter({ hasText: 'Effort' }).waitFor();
    await press('Enter');
    await asks('It is 6 weeks now.');
    await type('9');
    await press('Enter');
    await asks('Why? The person who decides reads this first.');
    await type('Three senders, not one.');
    await press('Enter');
    await offers('Which evidence supports it?');
    await workbench.quickRows.filter({ hasText: 'Nobody told me' }).first().waitFor();
    await press('ArrowDown');
    await press('Space');
    await press('Enter');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.unfold('Sprint', 'Scores');
    await workbench.row('Sprint', 'Three senders, not one').waitFor();
    const [path = ''] = await written('.because/challenges');
    assert.match(await folder.read(path), /\nfactor: effort\nfrom: 6\nto: 9\nevidence: \[said\]\n/);
  });

  it('objects that it is too complex, and cuts it to the slices the outcome needs', async () => {
    await workbench.row('Sprint', 'Scores').click();
    await choose('Raise Objection…');
    await offers('What is your objection?');
    await press('Enter');
    await asks('In your own words.');
    await type('Two products in one.');
    await press('Enter');
    await offers('Which slices do you want to keep?');
    await workbench.quickInput.getByText('1 Selected').first().waitFor();
    await press('Enter');
    await offers('1 of 2 slices. Effort 6 → 2 weeks. 60% of the outcome. RICE 96 → 173.');
    await press('Enter');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await eventually(async () => /reach: 144, .*effort: 2/.test(await folder.read(INITIATIVE)));
    const [path = ''] = await written('.because/objections');
    // The slices are cut before the objection says so.
    await eventually(async () => /\nkind: too-complex\n(?:.*\n)*state: scoped-down\n/.test(await folder.read(path)));
    assert.deepEqual(await workbench.told(), []);
  });
});
