/** The first minutes: an empty folder becomes one with a team and a sprint, without the mouse. */
import * as assert from 'node:assert/strict';
import { type Folder, makeFolder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

describe('the first minutes', () => {
  let folder: Folder;
  let workbench: Workbench;
  let sidebar: Sidebar;

  beforeEach(async () => {
    folder = await makeFolder({}, 'relay');
    workbench = await openWorkbench({ folder: folder.path });
    sidebar = new Sidebar(workbench);
    await sidebar.open();
    await sidebar.welcome('Sprint').getByText('Nothing is recorded in this folder yet').waitFor();
  });

  afterEach(async () => {
    await workbench.close();
    await folder.remove();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);

  /** Waits for a question, in the box or below it, and for the cursor in its box. */
  const asked = async (question: string): Promise<void> => {
    const inBox = workbench.quickInput.locator(`input[placeholder^="${question}"]`);
    await inBox.or(workbench.quickInput.getByText(question)).first().waitFor();
    await workbench.quickInput.locator('input:focus').waitFor();
  };

  /** Types into the box and confirms it. */
  const type = async (text: string): Promise<void> => {
    await press('ControlOrMeta+A');
    await workbench.page.keyboard.type(text);
    await press('Enter');
  };

  const start = async (): Promise<void> => {
    await sidebar.welcome('Sprint').getByRole('button', { name: 'Set Up Because' }).focus();
    await press('Enter');
    await asked('Who works here, and which issue keys do you use? This folder is not in a git repository.');
  };

  it('lead from an empty folder to the first sprint by keyboard, and Esc loses nothing', async () => {
    await start();
    await workbench.quickRows.filter({ hasText: 'Add another prefix…' }).waitFor();
    for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space']) await press(key);
    await workbench.quickInput.getByText('2 Selected').waitFor();
    await press('Enter');
    await asked('Who else?');
    await workbench.page.keyboard.type('Ada Lovelace <ada@relay.example>, 李小龙');
    await press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });

    await start();
    await workbench.quickInput.getByText('2 Selected').waitFor();
    await press('Enter');
    await asked('Who else?');
    assert.equal(await workbench.quickInputBox.inputValue(), 'Ada Lovelace <ada@relay.example>, 李小龙');
    await press('Enter');
    await asked('Which prefixes');
    await type('PAY, #');
    await asked('How long is the current sprint?');
    await workbench.pick('Another name, other days, a goal…');
    await asked('What is the current sprint called?');
    await type('2026-48');
    await asked('What is its first day?');
    await press('Enter');
    await asked('What is its last day?');
    await press('Enter');
    await asked('What should be better for customers');
    await type('Nobody misses an urgent update');

    await sidebar.welcome('Sprint').getByRole('button', { name: 'New Initiative' }).waitFor();
    assert.equal(await workbench.page.locator('.tab').count(), 0);
    const team = await folder.read('.because/because.yml');
    assert.match(team, /name: relay\n[\s\S]*emails: \[ada@relay\.example\]\n[\s\S]*name: 李小龙/);
    assert.match(team, /\nkeys: \[PAY, "#"\]\n/);
    assert.match(await folder.read('.because/sprints/2026-48.md'), /\ngoal: Nobody misses an urgent update\n/);
  });

  it('take Enter for every question, and say nothing wrong then', async () => {
    await start();
    await press('Enter');
    await asked('How long is the current sprint?');
    await press('Enter');
    await sidebar.welcome('Sprint').getByRole('button', { name: 'New Initiative' }).waitFor();
    assert.match(await folder.read('.because/because.yml'), /\n# keys: /);
    assert.deepEqual(await workbench.told(), []);
  });

  it('show the sample, unfolded down to what the customer said', async () => {
    await sidebar.welcome('Sprint').getByText('look around with a sample').click();
    await workbench.row('Sprint', /^SAMPLE-1/).waitFor();
    await workbench.row('Sprint', /^.?One in four customers who send a parcel back/).waitFor();
    await workbench.row('Sprint', 'I sent it back on Monday').waitFor();
    assert.equal(await workbench.page.locator('.tab').count(), 0);
  });

  it('ask once who writes, where git does not tell', async () => {
    await folder.write('.because/because.yml', 'team:\n  members: [{id: ada}, {id: grace, name: Grace Hopper}]\n');
    await sidebar.welcome('Sprint').getByText('There are no records yet').waitFor();
    const writePersona = async (title: string): Promise<void> => {
      await workbench.runCommand('Because: New Record…');
      await workbench.pick('Persona');
      await workbench.quickInput.locator('input[placeholder="Title"]:focus').waitFor();
      await type(title);
      await asked('Its id');
      await press('Enter');
    };
    await writePersona('Olivia');
    await asked('Git does not say');
    await workbench.quickRows.filter({ hasText: 'Grace Hopper' }).waitFor();
    await workbench.page.keyboard.type('Grace');
    await press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'olivia.md' }).waitFor();
    assert.match(await folder.read('.because/personas/olivia.md'), /\nby: grace\n/);
    await writePersona('Mateo');
    await workbench.page.locator('.tab.active', { hasText: 'mateo.md' }).waitFor();
    assert.match(await folder.read('.because/personas/mateo.md'), /\nby: grace\n/);
  });
});
