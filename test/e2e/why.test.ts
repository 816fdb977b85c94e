/** The why page in the workbench: the story of an initiative, its gaps, going through a sprint, in every theme. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { seriousIn } from '../support/axe.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { Sidebar } from './pages/sidebar.ts';
import { WhyDocument } from './pages/why.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const themes = ['light', 'dark', 'high contrast', 'high contrast light'] as const;

/** Words that would be more than words wherever they were taken for markup. */
const TRAP = '<img src=x onerror=alert(1)> [x](command:evil.one) **b** https://evil.example';

describe('the why page', () => {
  let folder: Folder;
  let workbench: Workbench;
  let why: WhyDocument;
  const breaches: string[] = [];

  before(async () => {
    folder = await copyFolder();
    await folder.write(
      '.because/initiatives/PAY-900.md',
      record([`title: ${JSON.stringify(TRAP)}`, 'sprint: 2026-24']),
    );
    await folder.write(
      '.because/initiatives/PAY-901.md',
      record(['title: Money', 'sprint: 2026-24', 'problem: slow-money']),
    );
    await folder.write('.because/problems/slow-money.md', record(['segment: shops'], 'Some users wait a day.\n'));
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    why = new WhyDocument(workbench);
    workbench.page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) breaches.push(message.text());
    });
    await new Sidebar(workbench).open();
    await workbench.row('Sprint', 'PAY-142').click();
    await why.title('Urgent updates reach people in time').waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  /** The frame that holds the document now. */
  async function frame(): Promise<Frame> {
    const handle = await why.document.locator('main').elementHandle();
    return (await handle?.ownerFrame()) ?? assert.fail('The page has no frame.');
  }

  /** Closes the one tab, wherever the focus is by now. */
  async function closeTab(name: string): Promise<void> {
    const tab = workbench.page.locator('.tab.active', { hasText: name });
    await tab.hover();
    await tab.getByRole('button', { name: /^Close/ }).click();
    await tab.waitFor({ state: 'detached' });
  }

  it('tells the problem with its size, what customers said, the outcome, the risks and the work', async () => {
    const texts = {
      Problem: ['30% of users miss time-sensitive updates', '2,400 of 8,000 users', 'Olivia'],
      'How we know': ['“I found out from a shop owner', 'Acme Payments · 17', 'Against', 'Half of them had muted us'],
      Outcome: ['People who read an urgent update within 5 minutes', '70 → 95% by 31'],
      Risks: ['One SMS sender is too slow', 'critical'],
      Work: ['feature/PAY-142-urgent-channel'],
      Estimates: ['RICE 96', '6 person-weeks', 'they disagree'],
      Slices: ['Push with a read receipt'],
    };
    for (const [name, parts] of Object.entries(texts)) {
      const said = (await why.part(name).textContent())?.replaceAll('\u00A0', ' ') ?? '';
      for (const part of parts) assert.ok(said.includes(part), `${name}: ${part} in ${said}`);
    }
  });

  it('opens the record of each piece beside itself', async () => {
    await why.part('Risks').getByText('One SMS sender is too slow').click();
    await closeTab('one-sms-sender');
    await why.title('Urgent updates').waitFor();
  });

  it('goes through the sprint with its buttons and with Alt and an arrow', async () => {
    const place = async () => (await why.document.getByRole('navigation').textContent()) ?? '';
    const first = await place();
    assert.match(first, /Sprint 24: \d+ of \d+/);
    await why.button('Previous').click();
    await why.title('Urgent updates').waitFor({ state: 'detached' });
    assert.notEqual(await place(), first);
    await workbench.page.keyboard.press('Alt+ArrowRight');
    await why.title('Urgent updates').waitFor();
    assert.equal(await place(), first);
  });

  it('says what is missing, and asks for it on one click', async () => {
    await workbench.row('Sprint', 'PAY-900').click();
    await why.part('Problem').getByText('No problem yet. Who has it, and how bad is it?').waitFor();
    await why.part('Problem').getByRole('button', { name: 'New Problem…' }).click();
    await workbench.answer('Shops wait a day for their money');
    await why.part('Problem').getByText('Shops wait a day for their money').waitFor();
  });

  it('shows foreign words as words', async () => {
    assert.equal(await why.document.locator('main :is(img, a, script, iframe, b)').count(), 0);
    assert.match(
      (await why.title(/evil/).textContent()) ?? '',
      /<img src=x onerror=alert\(1\)> \[x\]\(command:evil.one\)/,
    );
  });

  it('advises on the wording beside it, opens the words another way, and takes a reason for turning it down', async () => {
    await workbench.row('Sprint', 'PAY-901').click();
    const advice = (says: string) => why.part('Problem').getByRole('listitem').filter({ hasText: says });
    const question = advice('Asks no question.');
    await question.getByText('For example: “How should we solve this?”').waitFor();
    await question.getByRole('button', { name: 'Dismiss…' }).click();
    await workbench.page.keyboard.type('We ask in the interviews');
    await workbench.page.keyboard.press('Enter');
    await why.part('Problem').getByText('Dismissed: no-open-question. We ask in the interviews').waitFor();
    assert.match(
      await folder.read('.because/problems/slow-money.md'),
      /\ndismissed: \{no-open-question: We ask in the interviews\}\n/,
    );
    await advice('Means something different to every reader.').getByRole('button', { name: 'Rewrite' }).click();
    await workbench.editor.locator('.view-line').filter({ hasText: 'how many who or what wait a day.' }).waitFor();
    await closeTab('slow-money');
  });

  it('copies what it shows as Markdown', async () => {
    await workbench.row('Sprint', 'PAY-142').click();
    await why.title('Urgent updates').waitFor();
    await why.button('Copy as Markdown').click();
    await why.document.getByText('Copied.').waitFor({ state: 'attached' });
  });

  for (const theme of themes) {
    it(`has nothing serious that axe-core would find in ${theme}`, async () => {
      await workbench.wear(theme);
      assert.deepEqual(await seriousIn(await frame(), "'main'"), []);
    });
  }

  it('shows the same initiative after the window was loaded anew, within its policy', async () => {
    await workbench.changeSettings({ 'because.me': 'ada' });
    await why.title('Urgent updates').waitFor();
    assert.deepEqual(breaches, []);
  });
});
