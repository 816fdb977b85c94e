/** Asking the demo's history for its reasons, and giving reasons to what has none, as a person does. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { DEMO_BRANCH, type DemoRepository, makeDemoRepository } from '../support/demoHistory.ts';
import { eventually } from '../support/eventually.ts';
import { Repository, temporaryFolder } from '../support/repository.ts';
import { Sidebar } from './pages/sidebar.ts';
import { no, openWorkbench, type Workbench, yes } from './pages/workbench.ts';

describe('the history of the demo', () => {
  let above: string;
  let demo: DemoRepository;
  let workbench: Workbench;

  before(async () => {
    above = temporaryFolder();
    demo = await makeDemoRepository(path.join(above, 'relay'));
    workbench = await openWorkbench({
      folder: demo.folder,
      settings: { 'because.me': 'ada', 'git.autofetch': false },
    });
  });

  afterEach(() => workbench.runCommand('View: Close All Editors'));

  after(async () => {
    await workbench.close();
    fs.rmSync(above, { recursive: true, force: true });
  });

  const steps = () => workbench.page.locator('.peekview-widget .ref-tree .monaco-list-row');

  it('leads by keyboard from a line through its pull request to the customer, and Esc goes back to the line', async () => {
    await workbench.openFile('src/channels/urgentChannel.ts');
    await workbench.goToLine(18);
    await workbench.runCommand('Because: Why Does This Line Exist?');
    await steps().filter({ hasText: 'Pull request #12: Climb from push to SMS' }).waitFor();
    const first = steps().first().and(workbench.page.locator('.focused'));
    await first.filter({ hasText: 'Acme Payments: “I found out' }).waitFor();
    const names = (await steps().allTextContents()).map((text) => text.replace(/:.*/s, '').trim());
    await workbench.page.keyboard.press('End');
    const last = steps().last().and(workbench.page.locator('.focused'));
    await last.filter({ hasText: 'Commit' }).waitFor();
    const above = (name: string) => names.findIndex((each) => each.startsWith(name));
    const order = ['Acme', 'Problem', 'Initiative', 'Pull request', 'Commit'].map(above);
    assert.ok(
      !order.includes(-1) && order.every((at, index) => index === 0 || at > (order[index - 1] ?? 0)),
      names.join(),
    );
    await workbench.page.keyboard.press('Escape');
    await steps().first().waitFor({ state: 'detached' });
    await workbench.statusItem(/Ln 18/).waitFor();
  });

  it('says where nothing tells why, and offers to link the commit', async () => {
    const links = () => fs.readdirSync(path.join(demo.folder, '.because', 'links')).length;
    const before = links();
    await workbench.openFile('test/delivery.test.ts');
    await workbench.goToLine(2);
    await workbench.runCommand('Because: Why Does This Line Exist?');
    await workbench.runCommand('Notifications: Show Notifications');
    const told = workbench.page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: 'names no' });
    await told.filter({ hasText: 'Test the queue and deliveries' }).waitFor();
    await told.getByRole('button', { name: 'Link Commit' }).click();
    await workbench.check('OPS-44');
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    await workbench.quickInput.getByPlaceholder('Which evidence supports it?').waitFor();
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    await workbench.quickInput.waitFor({ state: 'hidden' });
    // The link is written when the last question is gone; who asks before that is told the same as before.
    await eventually(() => links() > before, 'The link');
    await eventually(async () => {
      await workbench.runCommand('Because: Why Does This Line Exist?');
      const found = steps().filter({ hasText: 'Initiative: OPS-44' }).waitFor({ timeout: 5_000 });
      return found.then(yes, no);
    }, 'The way through the link');
  });

  it('tells what shaped a file, by lines and time', async () => {
    await workbench.openFile('src/queue/deliveryQueue.ts');
    await workbench.chooseOnTab('Why This File?');
    const row = workbench.quickRows.filter({ hasText: 'PAY-142' }).first();
    await row.filter({ hasText: /\d+% of lines/ }).waitFor();
    assert.match((await row.textContent()) ?? '', /\d+ commits?/);
    await row.click();
    await workbench.page.locator('.tab.active', { hasText: 'PAY-142.md' }).waitFor();
  });

  it('lists what says no why in the sidebar, and links a branch from there', async () => {
    const sidebar = new Sidebar(workbench);
    await sidebar.open();
    await workbench.row('Current Work', 'PAY-142').waitFor();
    await sidebar.press('Current Work', 'Show Unlinked Work');
    await workbench.row('Current Work', 'try-voice-wording').waitFor();
    // What came with a pull request, or is on the linked branch alone, says its why.
    assert.equal(await workbench.row('Current Work', 'Try push, then SMS').count(), 0);
    assert.equal(await workbench.row('Current Work', 'Know how long a burst takes').count(), 0);
    await workbench.row('Current Work', 'try-voice-wording').click();
    await workbench.check('PAY-150');
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    await workbench.quickInput.getByPlaceholder('Which evidence supports it?').waitFor();
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    await workbench.row('Current Work', 'try-voice-wording').waitFor({ state: 'detached' });
    await sidebar.press('Current Work', 'Back to This Branch');
    await workbench.row('Current Work', 'PAY-142').waitFor();
  });

  it('is met on a branch without a why by the status bar, which links it', async () => {
    await workbench.openContainer('Because');
    await workbench.statusItem('∵ PAY-142').waitFor();
    const repository = new Repository(demo.folder, { init: false });
    repository.git('checkout', '--quiet', '-b', 'look-around');
    // What the editor's language server told of its own troubles would take the Escape.
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.statusItem('Link this branch').click();
    await workbench.quickInput.getByText('Link Branch look-around').waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.statusItem('Link this branch').click();
    await workbench.quickInput.getByText('Link Branch look-around').waitFor();
    await workbench.check('OPS-31');
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    await workbench.quickInput.getByPlaceholder('Which evidence supports it?').waitFor();
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    await workbench.statusItem('∵ OPS-31').waitFor();
    await workbench.row('Current Work', 'OPS-31').waitFor();
    repository.git('checkout', '--quiet', DEMO_BRANCH);
    await workbench.statusItem('∵ PAY-142').waitFor();
  });
});
