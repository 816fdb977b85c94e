/** After the sprint, in one go: what was built is shipped, its people thanked, its outcome measured, and the digest says all of it. */
import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { Sidebar } from './pages/sidebar.ts';
import { ToldText } from './pages/told.ts';
import { WhyDocument } from './pages/why.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const INITIATIVE = '.because/initiatives/PAY-7.md';

const files = {
  '.because/because.yml': [
    'team:',
    '  members:',
    '    - {id: ada, name: Ada Lovelace, role: engineer}',
    '    - {id: grace, name: Grace Hopper, role: pm}',
    'keys: [PAY]',
    '',
  ].join('\n'),
  '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
  [INITIATIVE]: record(
    [
      'status: building',
      'title: Quick setup',
      'sprint: s1',
      'problem: setup',
      'owner: grace',
      'outcome: {metric: Setup time, unit: minutes, baseline: 20, target: 3, by: 2026-02-01}',
      'rice: {reach: 100, impact: 2, confidence: 80, effort: 4, agreed: 2025-12-01}',
    ],
    'Three steps instead of nine.\n',
  ),
  '.because/problems/setup.md': record(['title: Setup takes too long'], 'Setup takes new shops 20 minutes.\n'),
  '.because/evidence/shop.md': record(
    ['kind: quote', 'problem: setup', 'customer: Halden Freight', 'date: 2026-03-02'],
    '> I gave up at step six.\n',
  ),
  '.because/evidence/fraud.md': record(
    ['kind: quote', 'problem: setup', 'customer: Tern Bank', 'date: 2026-03-03', 'sensitive: true'],
    '> Our fraud desk was locked out.\n',
  ),
  '.because/risks/fax.md': record(
    ['title: The fax step stays', 'initiative: PAY-7', 'likelihood: 4', 'impact: 4', 'state: resolved', 'by: ada'],
    'One carrier wants a fax.\n',
  ),
  '.because/risks/bank.md': record(
    ['title: Banks take longer', 'initiative: PAY-7', 'state: resolved', 'happened: true', 'by: ada'],
    'Their check takes a day.\n',
  ),
};

describe('after the sprint', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await makeFolder(files);
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'grace' } });
    await new Sidebar(workbench).open();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const { press, insertText } = {
    press: (key: string) => workbench.page.keyboard.press(key),
    insertText: (text: string) => workbench.page.keyboard.insertText(text),
  };

  it('what is shipped has its moment, and whoever took part is thanked in it', async () => {
    await workbench.row('Sprint', 'PAY-7').waitFor();
    await workbench.openFile(INITIATIVE);
    await workbench.goToLine(2);
    await press('Home');
    await press('Shift+End');
    await insertText('status: shipped');
    await press('ControlOrMeta+S');
    await workbench.row('Sprint', 'PAY-7 is shipped').click();
    await workbench.question(1);
    await workbench.quickRows.filter({ hasText: 'Ada Lovelace' }).filter({ hasText: 'risk' }).first().click();
    await workbench.question(2);
    await press('Enter');
    await workbench.question(3);
    await workbench.answer('You saw the bank check coming.');
    await workbench.row('Sprint', 'PAY-7 is shipped').waitFor({ state: 'detached' });
  });

  it('the outcome is measured, with what was predicted in sight', async () => {
    await workbench.runCommand('Because: Record a Result…');
    await workbench.pick('PAY-7');
    await workbench.question(1);
    await press('Enter');
    const typed = [undefined, '4', '2026-03-01 to 2026-03-28', '2026-02-01 to 2026-02-28'];
    for (const [at, text] of typed.entries()) {
      await workbench.question(at + 2);
      if (text !== undefined) await workbench.quickInputBox.fill(text);
      await press('Enter');
    }
    await workbench.question(6);
    await workbench.pick('Partly confirmed');
    for (const number of [7, 8, 9, 10, 11]) {
      await workbench.question(number);
      await press('Enter');
    }
    // Its page opens then; a palette that is open meanwhile would be taken away.
    await new WhyDocument(workbench).document.getByRole('article', { name: 'PAY-7 Quick setup' }).waitFor();
    await eventually(async () => /^status: measured$/m.test(await folder.read(INITIATIVE)), 'A measured initiative');
  });

  it('the digest says what came of it, for whom, and who is thanked; nothing that is sensitive', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Because: Sprint Digest…');
    await workbench.pick('Sprint 1');
    await workbench.pick('Read');
    const digest = new ToldText(workbench);
    await digest.title('Digest: Sprint 1').waitFor();
    await digest.item('Shipped', 'PAY-7 Quick setup: Setup takes too long.').waitFor();
    await digest.item('Results', 'Setup time: 4 minutes instead of 20; the target was 3.').waitFor();
    await digest.item('What customers said and did', 'I gave up at step six.').waitFor();
    await digest.item('Risks', 'Averted: The fax step stays').waitFor();
    await digest.item('Risks', 'Came true: Banks take longer').waitFor();
    await digest.item('Thanks', /Ada Lovelace: You saw the bank check coming\. — Grace Hopper/).waitFor();
    assert.doesNotMatch((await digest.document.locator('body').textContent()) ?? '', /fraud|Tern Bank/);
    assert.deepEqual(await workbench.told(), []);
  });

  it('the digest is saved as a file that reads well anywhere', async () => {
    await workbench.runCommand('Because: Sprint Digest…');
    await workbench.pick('Sprint 1');
    await workbench.pick('Save As…');
    // The dialog of a window in a browser, which proposes the name.
    await workbench.quickInput.getByRole('button', { name: 'OK' }).waitFor();
    await eventually(async () => /Digest- Sprint 1\.md$/.test(await workbench.quickInputBox.inputValue()), 'The name');
    await press('Enter');
    const text = await eventually(() => folder.read('Digest- Sprint 1.md').catch(() => undefined), 'The saved digest');
    assert.match(text, /^# Digest: Sprint 1\n[\s\S]*\n## Thanks\n\n- \*\*Ada Lovelace:\*\* /);
    assert.doesNotMatch(text, /fraud|Tern Bank/);
  });
});
