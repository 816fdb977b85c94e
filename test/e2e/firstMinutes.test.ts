/** The journeys of the first minutes, each action counted: a click, a pick, an Enter, a typed answer with its Enter. */
import * as assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

/** A stranger's repository, as it is: keys in commits and branches, and not a word of why. */
async function repository(): Promise<Folder> {
  const folder = await makeFolder({ 'src/refund.ts': '// SHOP-115: tell when the money comes\n' }, 'shop');
  await folder.git('init', '--quiet');
  await folder.git('config', 'user.email', 'lena@shop.example');
  await folder.git('config', 'user.name', 'Lena Fischer');
  const commit = (subject: string, author: string) =>
    folder.git('commit', '--quiet', '--allow-empty', `--author=${author}`, '-m', subject);
  await folder.git('add', '--all');
  await commit('SHOP-108: Pay by bank transfer', 'Omar Haddad <omar@shop.example>');
  await commit('SHOP-112: Keep the basket', 'Lena Fischer <lena@shop.example>');
  await commit('SHOP-115: Say when the refund comes', 'Lena Fischer <lena@shop.example>');
  return folder;
}

/** Whoever uses the workbench, and counts what they do. */
class Person {
  actions = 0;
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Waits for a question, in the box or below it. */
  async asked(question: string): Promise<void> {
    const { quickInput } = this.#workbench;
    const inBox = quickInput.locator(`input[placeholder^="${question}"]`);
    await inBox.or(quickInput.getByText(question)).first().waitFor();
  }

  async openSidebar(): Promise<void> {
    this.actions++;
    await new Sidebar(this.#workbench).open();
  }

  async clickRow(text: string | RegExp): Promise<void> {
    this.actions++;
    await this.#workbench.row('Sprint', text).click();
  }

  /** Takes what a question proposes: of a list, when this row is there. */
  async enter(question: string, row?: string): Promise<void> {
    this.actions++;
    await this.asked(question);
    if (row !== undefined) await this.#workbench.quickRows.filter({ hasText: row }).first().waitFor();
    await this.#workbench.page.keyboard.press('Enter');
  }

  async type(question: string, words: string): Promise<void> {
    this.actions++;
    await this.asked(question);
    await this.#workbench.answer(words);
  }

  async pick(question: string, row: string): Promise<void> {
    this.actions++;
    await this.asked(question);
    await this.#workbench.pick(row);
  }
}

describe('the journey', () => {
  let folder: Folder;
  let workbench: Workbench;
  let person: Person;

  beforeEach(async () => {
    folder = await repository();
    workbench = await openWorkbench({ folder: folder.path });
    person = new Person(workbench);
  });

  afterEach(async () => {
    await workbench.close();
    await folder.remove();
  });

  const shown = (text: string | RegExp) => workbench.row('Sprint', text).waitFor();

  /** The problem and what somebody said, from the rows that say there is none. */
  async function tellWhy(): Promise<void> {
    await person.clickRow(/^No problem yet/);
    await person.type('Who has the problem', 'Customers wait nine days for a refund and hear nothing.');
    await person.clickRow(/^No evidence yet/);
    await person.type('What was said', 'I thought you had lost my parcel.');
    await person.enter('Which customer');
    await person.enter('What kind of evidence', 'quote');
    await shown('I thought you had lost');
  }

  it('of a stranger leads from their own repository to a true card on a key of their own in 10 actions', async () => {
    await person.openSidebar();
    await person.clickRow('SHOP-115 Say when the refund comes');
    await person.enter('Who works here', 'Lena');
    await person.enter('How long is the current sprint?', '2 weeks');
    await tellWhy();
    await workbench.openFile('src/refund.ts');
    const card = await workbench.hover('SHOP-115');
    await card.getByText('Customers wait nine days for a refund').waitFor();
    await card.getByText('I thought you had lost my parcel.').waitFor();
    assert.ok(person.actions <= 10, `${person.actions} actions`);
    const team = await folder.read('.because/because.yml');
    assert.match(team, /lena@shop\.example[\s\S]*omar@shop\.example[\s\S]*keys: \[SHOP\]/);
    assert.deepEqual(await workbench.told(), []);
  });

  it('of a product manager leads to an initiative of each beginning, with problem and evidence, in 15 actions', async () => {
    await person.openSidebar();
    await person.clickRow('Start with these keys');
    await person.enter('Who works here', 'Lena');
    await person.enter('How long is the current sprint?', '2 weeks');
    await person.enter('What is this sprint for?', 'SHOP-108');
    await shown('SHOP-108 Pay by bank transfer');
    await tellWhy();
    await folder.git('commit', '--quiet', '--allow-empty', '-m', 'SHOP-117: Say it in the app');
    await workbench.runCommand('Because: New Initiative…');
    person.actions++;
    await person.asked('Title: what are you');
    // The folder's own keys are offered, and no example of another project's.
    await workbench.quickRows.filter({ hasText: 'SHOP-117 Say it in the app' }).waitFor();
    assert.doesNotMatch(await workbench.quickInput.innerHTML(), /PAY/);
    await person.type('Title: what are you', 'SHOP-120 Tell it by mail');
    await person.pick('Which problem does it solve?', 'Customers wait nine days');
    await person.enter('Which sprint is it planned for?', '202');
    await shown(/^SHOP-120 ?Customers wait nine days/);
    assert.ok(person.actions <= 15, `${person.actions} actions`);
    const made = await folder.read('.because/initiatives/SHOP-120.md');
    assert.match(
      made,
      /\nsprint: \S+\nproblem: \[?customers-wait-nine-days|\nproblem: \[?customers-wait-nine-days\S*\nsprint: /,
    );
    assert.equal(await workbench.page.locator('.tab').count(), 0);
    assert.deepEqual(await workbench.told(), []);
  });

  it('goes on where set-up is run again: with what the sprint is for, and with words where all is there', async () => {
    await person.openSidebar();
    await person.clickRow('SHOP-115 Say when the refund comes');
    await person.enter('Who works here', 'Lena');
    await person.enter('How long is the current sprint?', '2 weeks');
    await shown(/^No problem yet/);
    await workbench.runCommand('Because: Set Up…');
    await person.enter('What is this sprint for?', 'SHOP-112');
    await shown('SHOP-112 Keep the basket');
    await shown('SHOP-108 Pay by bank transfer');
    await workbench.runCommand('Because: Set Up…');
    await eventually(async () => (await workbench.told()).some((text) => text.includes('set up')), 'The message');
    const { length } = (await folder.read('.because/because.yml')).match(/shop\.example/g) ?? [];
    assert.equal(length, 2);
  });

  it('loses nothing and says nothing wrong when it is left at any question', async () => {
    await person.openSidebar();
    const leave = async (question: string) => {
      await person.asked(question);
      await workbench.page.keyboard.press('Escape');
      await workbench.quickInput.waitFor({ state: 'hidden' });
    };
    const questions = [
      ['Who works here', 'Lena'],
      ['How long is the current sprint?', '2 weeks'],
      ['What is this sprint for?', 'SHOP-108'],
    ] as const;
    for (const [left, [question]] of questions.entries()) {
      await person.clickRow('Start with these keys');
      for (const [before, row] of questions.slice(0, left)) await person.enter(before, row);
      await leave(question);
    }
    await shown('Start with these keys');
    assert.deepEqual(await workbench.told(), []);
    await assert.rejects(folder.read('.because/because.yml'), /ENOENT/);
  });
});
