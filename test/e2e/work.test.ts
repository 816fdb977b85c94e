/** From code to customer and back, by keyboard and menu, with the editor's own git extension and a bare repository as remote. */
import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const files = {
  '.because/because.yml': 'team:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\nkeys: [PAY]\n',
  '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
  '.because/initiatives/PAY-142.md': record([
    'title: Urgent updates',
    'sprint: s1',
    'status: building',
    'problem: missed',
  ]),
  '.because/problems/missed.md': record(['title: Missed updates'], '30% of users miss urgent updates.\n'),
  '.because/evidence/said.md': record(
    ['kind: quote', 'problem: missed', 'customer: Acme', 'date: 2026-11-17'],
    '> I found out from a shop owner.\n',
  ),
  'src/send.ts': 'export const wait = 120;\n',
};

const settings = {
  'because.me': 'ada',
  'because.commitMessage': 'trailers',
  'git.enableSmartCommit': true,
  'git.autofetch': false,
  'git.confirmSync': false,
};

describe('work from the branch to the customer', () => {
  const opened: (Folder | Workbench)[] = [];
  let folder: Folder;
  let bare: Folder;
  let workbench: Workbench;

  /** Each try begins from nothing: every step stands on the one before. */
  beforeEach(async () => {
    bare = await makeFolder({}, 'app.git');
    await bare.git('init', '--quiet', '--bare');
    folder = await makeFolder(files, 'app');
    await folder.git('init', '--quiet');
    await folder.git('config', 'user.name', 'Ada Lovelace');
    await folder.git('config', 'user.email', 'ada@relay.example');
    await folder.git('remote', 'add', 'origin', bare.path);
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', 'Begin');
    await folder.git('push', '--quiet', '--set-upstream', 'origin', 'main');
    // Only the rows in view are there.
    workbench = await openWorkbench({ folder: folder.path, settings, size: { width: 1280, height: 1300 } });
    opened.push(workbench, folder, bare);
  });

  afterEach(async () => {
    for (const each of opened.splice(0)) await ('remove' in each ? each.remove() : each.close());
  });

  async function startBranch(): Promise<void> {
    const sidebar = new Sidebar(workbench);
    await sidebar.open();
    await workbench.row('Sprint', 'PAY-142').waitFor();
    // Of a branch that is everybody's, Current Work has nothing to say.
    await workbench.view('Current Work').waitFor({ state: 'detached' });
    await sidebar.choose('Sprint', 'PAY-142', 'Start Branch…');
    await workbench.quickRows.filter({ hasText: 'main' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput.getByText('The name of the branch').waitFor();
    assert.equal(await workbench.quickInputBox.inputValue(), 'feature/PAY-142-urgent-updates');
    await workbench.page.keyboard.press('Enter');
    await workbench.row('Current Work', 'PAY-142 Urgent updates').waitFor();
    assert.equal(await folder.git('branch', '--show-current'), 'feature/PAY-142-urgent-updates');
  }

  async function commitWithTrailers(): Promise<void> {
    await workbench.openFile('src/send.ts');
    await workbench.page.keyboard.press('ControlOrMeta+End');
    await workbench.page.keyboard.type('export const phone = true; // call whoever is on duty\n');
    await workbench.page.keyboard.press('ControlOrMeta+S');
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    await workbench.openContainer('Source Control');
    const box = workbench.page.locator('.scm-editor .monaco-editor').first();
    await box.locator('.view-line').filter({ hasText: 'Evidence: said' }).waitFor();
    await box.click();
    await workbench.page.keyboard.press('ControlOrMeta+Home');
    await workbench.page.keyboard.type('Call by telephone');
    await workbench.page.locator('.scm-view').getByRole('button', { name: 'Commit', exact: false }).first().click();
    await eventually(async () => (await folder.git('log', '-1', '--format=%s')) === 'Call by telephone');
    assert.equal(
      await folder.git('log', '-1', '--format=%(trailers)'),
      'Initiative: PAY-142\nBecause: missed\nEvidence: said',
    );
  }

  async function linkPullRequest(): Promise<void> {
    await workbench.runCommand('Because: Link Work…');
    await workbench.pick('Link Pull Request');
    await workbench.answer('https://git.example/relay/app/pull/7/files');
    await workbench.check('PAY-142');
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    await workbench.quickInput.getByPlaceholder('Which evidence supports it?').waitFor();
    await workbench.check('I found out from a shop owner');
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    await workbench.openContainer('Because');
    await workbench.unfold('Current Work', 'Work');
    await workbench.row('Current Work', '#7').waitFor();
  }

  async function explainInFreshClone(): Promise<void> {
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', 'PAY-142: link the pull request');
    await workbench.runCommand('Git: Publish Branch...');
    await eventually(async () => (await bare.git('branch', '--list', 'feature/*')) !== '');
    const clone = await makeFolder({}, 'clone');
    await clone.git('clone', '--quiet', '--branch', 'feature/PAY-142-urgent-updates', bare.path, '.');
    const other = await openWorkbench({ folder: clone.path, settings: { 'because.me': 'ada' } });
    opened.unshift(other, clone);
    await other.openFile('src/send.ts');
    await other.goToLine(2);
    await other.runCommand('Because: Why Does This Line Exist?');
    const peek = other.page.locator('.peekview-widget');
    const steps = peek.locator('.ref-tree .monaco-list-row');
    await steps.filter({ hasText: '“I found out' }).waitFor();
    assert.deepEqual(await firstWords(steps), ['Acme:', 'Problem:', 'Initiative:', 'Commit']);
    await steps.filter({ hasText: '“I found out' }).click();
    await peek.locator('.preview .view-line').filter({ hasText: '“I found out from a shop owner.”' }).waitFor();
    // By keyboard: Esc leaves everything as it was.
    await other.page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  }

  it('begins with a branch, is committed with its why, linked and pushed; a fresh clone tells why the line exists', async function () {
    this.timeout(180_000);
    await startBranch();
    await commitWithTrailers();
    await linkPullRequest();
    await explainInFreshClone();
  });
});

async function firstWords(rows: Locator): Promise<string[]> {
  const texts = await rows.allTextContents();
  return texts.map((text) => text.trim().split(/\s/)[0] ?? '').filter((word) => word !== '' && !word.startsWith('Why'));
}
