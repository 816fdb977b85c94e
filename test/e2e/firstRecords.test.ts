/** The first records of a folder, made from the sidebar, the palette and record files, as a person makes them. */
import * as assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const team = 'team:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\nkeys: [SHOP]\n';
const sprint = record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01', 'goal: Nobody waits for a refund']);

describe('the first records', () => {
  let folder: Folder;
  let workbench: Workbench;
  let sidebar: Sidebar;

  async function open(files: Readonly<Record<string, string>>): Promise<void> {
    folder = await makeFolder({ '.because/because.yml': team, '.because/sprints/s1.md': sprint, ...files });
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    sidebar = new Sidebar(workbench);
    await sidebar.open();
  }

  afterEach(async () => {
    await workbench.close();
    await folder.remove();
  });

  /** The files below a folder of records, from the top folder. */
  const files = async (below: string): Promise<string[]> => {
    const entries = await readdir(path.join(folder.path, '.because', below), { recursive: true, withFileTypes: true });
    const found = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
    return found.map((file) => path.relative(folder.path, file)).sort();
  };

  it('plans a new initiative for the sprint whose view it was made in, and says what the sprint is for', async () => {
    await open({});
    await sidebar.welcome('Sprint').getByRole('button', { name: 'New Initiative' }).click();
    await workbench.question(1);
    await workbench.answer('SHOP-1 People see where their refund is');
    await workbench.question(2);
    await workbench.pick('None yet');
    await workbench.quickRows.filter({ hasText: 'Sprint 1' }).and(workbench.page.locator('.focused')).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.row('Sprint', 'SHOP-1 People see').waitFor();
    assert.equal(await workbench.page.locator('.tab').count(), 0);
    // Nothing is in the file that nobody said.
    assert.match(
      await folder.read('.because/initiatives/SHOP-1.md'),
      /^---\nid: SHOP-1\ntitle: .*\nsprint: .*\n(by|created): [\s\S]*---\n$/,
    );
    await sidebar.message('Sprint').getByText('Nobody waits for a refund').waitFor();
  });

  it('flags a risk from the palette on the line of the cursor, or on none', async () => {
    await open({
      '.because/initiatives/SHOP-1.md': record(['title: Refunds', 'sprint: s1']),
      'src/refund.ts': 'const days = 9;\nconst bank = "once a day";\n',
    });
    const flag = async (line: string | RegExp): Promise<void> => {
      await workbench.openFile('src/refund.ts');
      await workbench.goToLine(2);
      await workbench.runCommand('Because: Flag Feasibility Risk…');
      await workbench.quickInput.getByPlaceholder('Is it about this line?').waitFor();
      await workbench.pick(line);
      await workbench.pick('SHOP-1');
      await workbench.question(3);
      await workbench.answer('The bank pays once a day');
      for (const [index, choice] of ['dependency', '4', '3'].entries()) {
        await workbench.question(4 + index);
        await workbench.pick(choice);
      }
      await workbench.question(7);
      await workbench.answer('');
    };
    await flag('src/refund.ts:2');
    await eventually(async () => (await files('risks').catch(() => [])).length === 1, 'The first risk');
    const [first = ''] = await files('risks');
    assert.match(await folder.read(first), /anchor: \{path: src\/refund\.ts, line: 2, text: .*once a day/);
    await workbench.page.locator('.review-widget:visible').getByText('The bank pays once a day').first().waitFor();
    await flag('No line');
    await eventually(async () => (await files('risks')).length === 2, 'The second risk');
    const second = (await files('risks')).find((each) => each !== first) ?? '';
    assert.doesNotMatch(await folder.read(second), /anchor/);
  });

  it('offers to make the first problem where a record points to one, and no words of the file', async () => {
    await open({
      '.because/initiatives/SHOP-1.md': record(['title: Refunds', 'created: 2026-11-28T17:32Z', 'problem: ']),
    });
    await workbench.openFile('.because/initiatives/SHOP-1.md');
    await workbench.goToLine(4);
    await workbench.page.keyboard.press('End');
    const rows = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
    await eventually(async () => {
      await workbench.page.keyboard.press('Control+Space');
      const isOffered = await rows
        .filter({ hasText: 'New Problem' })
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
      const labels = (await rows.allTextContents()).map((text) => text.trim().split('…')[0]);
      if (isOffered && labels.join() === 'New Problem') return true;
      // Asked before it knows the record, the editor offers words of the file.
      await workbench.page.keyboard.press('Escape');
      return false;
    }, 'The first problem, offered alone');
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput.locator('.quick-input-title').getByText('New Problem').waitFor();
  });

  it('asks everything of an initiative whose key stands in a text, and proposes its title', async () => {
    await open({ 'notes.txt': 'SHOP-7: say when the money comes\n' });
    await workbench.openFile('notes.txt');
    const hover = await workbench.hover('SHOP-7');
    await hover.getByText('Create initiative').click();
    await workbench.quickInput.locator('.quick-input-title').getByText('New Initiative SHOP-7').waitFor();
    assert.equal(await workbench.quickInputBox.inputValue(), 'Say when the money comes');
    await workbench.page.keyboard.press('Enter');
    await workbench.pick('New problem…');
    await workbench.quickInput.getByText('Who has the problem').waitFor();
    await workbench.answer('Customers call to ask where their money is');
    await workbench.pick('Sprint 1');
    await workbench.row('Sprint', /^SHOP-7/).waitFor();
    await workbench.row('Sprint', 'Customers call to ask').waitFor();
    const made = await folder.read('.because/initiatives/SHOP-7.md');
    assert.match(made, /\nproblem: \[?customers-call-to-ask-where-their-money/);
  });

  it('connects a problem to the initiative whose row it is made from', async () => {
    await open({ '.because/initiatives/SHOP-1.md': record(['title: Refunds', 'sprint: s1']) });
    await workbench.unfold('Sprint', 'SHOP-1 Refunds');
    await workbench.unfold('Sprint', /^Why/);
    await workbench.row('Sprint', /^No problem yet/).click();
    await workbench.quickInput.locator('.quick-input-title').getByText('New Problem SHOP-1').waitFor();
    await workbench.answer('Nobody knows when the money comes');
    await workbench.row('Sprint', /^Nobody knows when/).waitFor();
    assert.match(
      await folder.read('.because/initiatives/SHOP-1.md'),
      /\nproblem: \[?nobody-knows-when-the-money-comes/,
    );
  });

  it('takes the sample away again, and goes on with a team', async () => {
    folder = await makeFolder({ 'a.txt': 'SAMPLE-1\n' });
    workbench = await openWorkbench({ folder: folder.path });
    sidebar = new Sidebar(workbench);
    await sidebar.open();
    await workbench.runCommand('Because: Look Around with a Sample');
    await workbench.row('Sprint', 'SAMPLE-1').waitFor();
    await workbench.runCommand('Because: Set Up…');
    await workbench.quickRows.filter({ hasText: 'Set up with your team' }).waitFor();
    await workbench.pick('Remove the sample');
    await workbench.row('Sprint', 'SAMPLE-1').waitFor({ state: 'detached' });
    await eventually(async () => (await files('')).length === 1, 'One file left');
    assert.deepEqual(await files(''), ['.because/because.yml']);
  });
});
