/** Risks by keyboard: flagged on a line through the menu, turned away from and resumed, resolved from the sidebar. */
import * as assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const files = {
  '.because/because.yml': 'team:\n  members:\n    - {id: ada, name: Ada Lovelace}\nkeys: [PAY]\n',
  '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
  '.because/initiatives/PAY-142.md': record(['title: Urgent updates', 'sprint: s1']),
  '.because/initiatives/PAY-7.md': record(['title: Receipts', 'sprint: s1']),
  'src/send.css': 'p {\n  color: red; /* PAY-142 */\n}\n',
};

describe('risks', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await makeFolder(files);
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-142').waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);

  /** Opens a context menu and chooses an entry, by keyboard alone unless told how to open it. */
  async function choose(entry: string, open = () => press('Shift+F10')): Promise<void> {
    await open();
    const focused = workbench.page.locator('.monaco-menu .action-item.focused');
    await workbench.page.locator('.monaco-menu').getByText(entry).first().waitFor();
    for (let tries = 0; tries < 40; tries++) {
      await press('ArrowDown');
      if (((await focused.first().textContent()) ?? '').includes(entry)) break;
    }
    await press('Enter');
  }

  async function turnAwayAndContinue(at: number): Promise<void> {
    await press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await choose('Flag Feasibility Risk');
    await workbench.question(1);
    await workbench.quickRows.filter({ hasText: 'Continue where you left off' }).waitFor();
    await press('Enter');
    await workbench.question(at);
  }

  async function risk(): Promise<string> {
    const names = (await folder.git('ls-files', '-o', '.because/risks')).split('\n').filter(Boolean);
    assert.equal(names.length, 1);
    return folder.read(names[0] ?? '');
  }

  it('are flagged on a line by keyboard alone; nothing typed is lost by turning away at any step', async () => {
    await folder.git('init');
    await workbench.openFile('src/send.css');
    await workbench.goToLine(2);
    await choose('Flag Feasibility Risk');
    await workbench.question(1);
    // The key on the line is the first guess.
    await workbench.quickRows.first().filter({ hasText: 'PAY-142 is on this line' }).waitFor();
    await press('Enter');
    await workbench.question(2);
    await workbench.quickInputBox.pressSequentially('Red is not');
    await turnAwayAndContinue(2);
    assert.equal(await workbench.quickInputBox.inputValue(), 'Red is not');
    await press('End');
    await workbench.quickInputBox.pressSequentially(' enough');
    await press('Enter');
    await workbench.question(3);
    await turnAwayAndContinue(3);
    await workbench.answer('perf');
    await workbench.question(4);
    await turnAwayAndContinue(4);
    await workbench.answer('5');
    await workbench.question(5);
    await turnAwayAndContinue(5);
    await workbench.answer('4');
    await workbench.question(6);
    await workbench.quickInputBox.pressSequentially('Two colors');
    await turnAwayAndContinue(6);
    assert.equal(await workbench.quickInputBox.inputValue(), 'Two colors');
    await press('Enter');
    const thread = workbench.page.locator('.review-widget:visible');
    await thread.getByText('Critical risk · open · PAY-142 Urgent updates').waitFor();
    await thread.getByText('Red is not enough').waitFor();
    assert.match(
      await risk(),
      /^---\nid: (ri-\w{8})\ntitle: Red is not enough\ninitiative: PAY-142\ntype: feasibility\ncause: performance\nlikelihood: 5\nimpact: 4\nstate: open\nanchor: \{path: src\/send\.css, line: 2, text: "?color: red; \/\* PAY-142 \*\/"?\}\nmitigation: Two colors\n/,
    );
  });

  it('are answered in the thread', async () => {
    const thread = workbench.page.locator('.review-widget:visible');
    await thread
      .locator('.comment-form .view-lines, .review-thread-reply-button')
      .locator('visible=true')
      .first()
      .click();
    await workbench.page.keyboard.type('Then let us test it.');
    await press('ControlOrMeta+Enter');
    await thread.locator('.rendered-markdown').getByText('Then let us test it.').waitFor();
    const [reply = ''] = (await folder.git('ls-files', '-o', '.because/replies')).split('\n');
    assert.match(await folder.read(reply), /\non: ri-\w{8}\n(?:.*\n)*---\nThen let us test it\.\n$/);
  });

  it('are edited in the thread, which adds those words to the file and changes no other byte', async () => {
    const before = await risk();
    const comment = workbench.page.locator('.review-widget:visible .review-comment').first();
    await comment.hover();
    await comment.getByRole('button', { name: 'Edit' }).click();
    await comment.locator('.monaco-editor').click();
    await press('ControlOrMeta+End');
    await press('Enter');
    await workbench.page.keyboard.type('Not on a small screen.');
    await comment.getByRole('button', { name: 'Save' }).click();
    await comment.locator('.rendered-markdown').getByText('Not on a small screen.').waitFor();
    assert.equal(await risk(), `${before}Not on a small screen.\n`);
  });

  it('are resolved from the sidebar, which leaves the file readable and tells the thread', async () => {
    const before = await risk();
    await workbench.openContainer('Because');
    await workbench.unfold('Sprint', 'PAY-142');
    await workbench.row('Sprint', 'Risks').waitFor();
    await workbench.unfold('Sprint', 'Risks');
    await choose('Resolve Risk…', () => workbench.row('Sprint', 'Red is not enough').click({ button: 'right' }));
    await workbench.question(1);
    await workbench.quickInput.getByPlaceholder('Did it come true?').waitFor();
    await workbench.pick('Yes');
    await workbench.question(2);
    await press('Enter');
    await workbench.row('Sprint', 'Red is not enough').filter({ hasText: 'resolved · came true' }).waitFor();
    // The editor folds a thread that is resolved; its mark stays at the line.
    const mark = workbench.page.locator('.margin-view-overlays [class*=comment-thread]');
    await workbench.page.locator('.comment-thread-unresolved').waitFor({ state: 'detached' });
    const told = workbench.page.locator('.review-widget:visible').getByText('Critical risk · resolved · PAY-142');
    await eventually(async () => {
      if (await told.isVisible()) return true;
      await mark.first().click();
      // A click that comes before the editor has folded the thread is undone by it.
      return told.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    }, 'The resolved thread');
    const settled = /\nresolved: \S+Z\nhappened: true\n/;
    assert.match(await risk(), settled);
    assert.equal((await risk()).replace(settled, '\n'), before.replace('state: open', 'state: resolved'));
    assert.deepEqual(await workbench.told(), []);
  });
});

describe('a new record', () => {
  it('is asked for step by step, and opens where the next word goes', async () => {
    const folder = await makeFolder(files);
    const workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    try {
      await workbench.openContainer('Because');
      await workbench.row('Sprint', 'PAY-142').waitFor();
      await workbench.runCommand('Because: New Problem…');
      await workbench.question(1);
      await workbench.answer('Nobody hears the alarm');
      await workbench.question(2);
      assert.equal(await workbench.quickInputBox.inputValue(), 'nobody-hears-the-alarm');
      await workbench.answerWrongly('PAY-7');
      await workbench.quickInput.getByText('There is already a record with the id PAY-7.').waitFor();
      await workbench.answer('no-alarm');
      await workbench.question(3);
      await workbench.pick('None yet');
      await workbench.page.locator('.tab.active', { hasText: 'no-alarm.md' }).waitFor();
      await workbench.editor.getByText('personas').waitFor();
      await workbench.editor.getByText('How should we solve this?').waitFor();
    } finally {
      await workbench.close();
      await folder.remove();
    }
  });
});
