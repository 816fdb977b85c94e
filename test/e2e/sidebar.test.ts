/** The sidebar in the real workbench, on the demo: the sprint's why, switched, filtered, grouped, by mouse and by keyboard. */
import * as assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyFolder, type Folder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { WhyDocument } from './pages/why.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const sprint24 = ['OPS-31', 'OPS-44', 'OPS-52', 'OPS-58', 'PAY-142', 'PAY-150', 'PAY-155', 'PAY-161'];

/** Runs in the page from its start: keeps every text that stands in a view of ours where there could be rows. */
const keepWhatIsSaid = `
  globalThis.saidInViews = [];
  new MutationObserver(() => {
    for (const place of document.querySelectorAll('.sidebar .message, .sidebar .welcome-view-content')) {
      const text = place.textContent.trim();
      if (text !== '' && !globalThis.saidInViews.includes(text)) globalThis.saidInViews.push(text);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

describe('the sidebar', () => {
  let folder: Folder;
  let workbench: Workbench;
  let sidebar: Sidebar;

  before(async () => {
    folder = await copyFolder();
    const nothingPlanned = '---\ntitle: Sprint 21\nstarts: 2026-10-05\nends: 2026-10-18\n---\n';
    await folder.write('.because/sprints/2026-21.md', nothingPlanned);
    await folder.git('init', '-q', '-b', 'feature/PAY-142-urgent-channel');
    await folder.git('config', 'user.email', 'grace@relay.example');
    await folder.git('add', '-A');
    await folder.git('commit', '-qm', 'PAY-142: start');
    workbench = await openWorkbench({ folder: folder.path, size: { width: 1280, height: 3000 } });
    sidebar = new Sidebar(workbench);
    await sidebar.open();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const active = (name: string) => workbench.page.locator('.tab.active', { hasText: name });

  it('shows what the checked-out branch is for, from problem to work', async () => {
    await sidebar.shows('Current Work', [
      'PAY-142 Urgent updates reach people in time',
      'Why',
      '30% of users miss urgent updates',
      '“I found out from a shop owner on the telephone.',
      /^For6 more/,
      /^Against1/,
      // What is sensitive speaks for nobody; and a piece about the initiative itself.
      /^Neutral1/,
      'Six people on the ladder',
      'Outcome',
      'Risks',
      'One SMS sender is too slow',
      /./,
      /./,
      /./,
      'Scores',
      'Questions',
      'Promises',
      'whether the person on call may switch the call off',
      /kept late/,
      'Scope Changes',
      'A receipt must say which person has read it',
      'Work',
      'feature/PAY-142-urgent-channel',
      'Climb from push to SMS',
      'src/channels',
    ]);
    assert.match((await sidebar.description('Current Work').textContent()) ?? '', /feature\/PAY-142-urgent-channel/);
    const message = await sidebar.message('Current Work').textContent();
    assert.equal(message, '30% of users miss time-sensitive updates, and it costs us $200K in annual churn.');
  });

  it('says nothing of a branch before git has answered, window after window', async () => {
    const { page } = workbench;
    await page.addInitScript(keepWhatIsSaid);
    for (let time = 0; time < 3; time++) {
      await workbench.changeSettings({});
      await sidebar.open();
      await workbench.row('Current Work', 'PAY-142').waitFor();
      const said: readonly string[] = await page.evaluate('globalThis.saidInViews');
      assert.ok(said.some((text) => text.startsWith('30% of users miss time-sensitive updates')));
      assert.deepEqual(
        said.filter((text) => /detached|Restricted|repository|not linked|shared/.test(text)),
        [],
      );
    }
  });

  it('says it in the status bar, warns of a critical risk, and leads to the whole why', async () => {
    const item = workbench.statusItem('PAY-142 30% of users miss urgent updates');
    await item.waitFor();
    assert.match((await item.locator('a').getAttribute('aria-label')) ?? '', /^This branch is for PAY-142/);
    assert.match((await item.getAttribute('class')) ?? '', /warning-kind/);
    await item.click();
    await new WhyDocument(workbench).title('Urgent updates reach people in time').waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  it('shows scores and what people disagree about, and keeps the numbers of a blind round', async () => {
    await workbench
      .row('Current Work', /^Scores/)
      .filter({ hasText: '96 · 3 estimates · 1 challenge · disagree on effort' })
      .waitFor();
    // Rows out of sight are not drawn.
    for (const row of ['Risks', 'Why']) await workbench.fold('Current Work', row);
    await workbench.unfold('Current Work', /^Scores/);
    const effort = workbench.row('Current Work', /^Effort/);
    assert.equal(await effort.getAttribute('aria-label'), 'Effort, disagree: 6–12, 6 person-weeks agreed');
    await workbench.row('Current Work', 'You have not estimated yet').waitFor();
    await workbench.row('Current Work', 'Six weeks builds it').filter({ hasText: 'Effort 6 → 9 · open' }).waitFor();
    await sidebar.press('Current Work', 'Collapse All');
    await workbench.unfold('Sprint', 'PAY-161');
    const blind = 'hidden: 2 have estimated, give yours · 1 objection';
    await workbench
      .row('Sprint', /^Scores/)
      .filter({ hasText: blind })
      .waitFor();
    await sidebar.press('Sprint', 'Collapse All');
  });

  it("lists the current sprint's initiatives and opens one from problem to evidence", async () => {
    await sidebar.shows('Sprint', sprint24);
    assert.equal(await sidebar.description('Sprint').textContent(), 'Sprint 24 · 8');
    await workbench.unfold('Sprint', 'OPS-44');
    await workbench.row('Sprint', /^Engineers on our delivery team spend 6 hours a week/).waitFor();
    await workbench.row('Sprint', /^“At three in the morning I am the retry policy\.”/).waitFor();
    await workbench.row('Sprint', /^For2 more/).waitFor();
    assert.match(
      (await workbench.row('Sprint', 'OPS-44').getAttribute('aria-label')) ?? '',
      /^OPS-44 Retries that finish on their own, Stuck messages are sent again by hand, committed, owner \w+, \d+ pieces? of evidence, .*1 open risk/,
    );
    await sidebar.press('Sprint', 'Collapse All');
    await sidebar.shows('Sprint', sprint24);
  });

  it('switches to another sprint, where the current one is marked, and back', async () => {
    await sidebar.press('Sprint', 'Switch Sprint…');
    await workbench.quickRows.filter({ hasText: 'Sprint 24' }).filter({ hasText: '· current' }).waitFor();
    await workbench.pick('Sprint 22');
    await sidebar.description('Sprint').getByText('Sprint 22 ·').waitFor();
    await workbench.row('Sprint', 'PAY-97').waitFor();
    await sidebar.press('Sprint', 'Switch Sprint…');
    await workbench.quickRows.filter({ hasText: 'Sprint 22' }).filter({ hasText: 'shown now' }).waitFor();
    await workbench.pick('Current sprint');
    await sidebar.shows('Sprint', sprint24);
  });

  it('filters while typing, brings back what was there on Esc, keeps it on Enter, and clears it', async () => {
    await sidebar.pressMore('Sprint', 'Filter Initiatives…');
    await workbench.quickInputBox.fill('urgent upd');
    await sidebar.shows('Sprint', ['PAY-142']);
    await workbench.quickInputBox.press('Escape');
    await sidebar.shows('Sprint', sprint24);
    await sidebar.pressMore('Sprint', 'Filter Initiatives…');
    await workbench.answer('nothing like it');
    await sidebar.message('Sprint').getByText('No initiative matches “nothing like it”.').waitFor();
    assert.equal(await sidebar.description('Sprint').textContent(), 'Sprint 24 · 0 of 8');
    await sidebar.press('Sprint', 'Clear Filter');
    await sidebar.shows('Sprint', sprint24);
  });

  it('leads on from a filter that hides everything: past it, or to all', async () => {
    await sidebar.pressMore('Sprint', 'Filter Initiatives…');
    await workbench.answer('receipts');
    await sidebar.shows('Sprint', ['Clear the filter', /^Show all\s*1$/]);
    await workbench.row('Sprint', 'Show all').click();
    await sidebar.shows('Sprint', ['PAY-97']);
    await sidebar.press('Sprint', 'Switch Sprint…');
    await workbench.pick('Current sprint');
    await workbench.row('Sprint', 'Clear the filter').click();
    await sidebar.shows('Sprint', sprint24);
  });

  it('leads on from a sprint without an initiative: a new one is planned for it', async () => {
    await sidebar.press('Sprint', 'Switch Sprint…');
    await workbench.pick('Sprint 21');
    await sidebar.message('Sprint').getByText('No initiative is planned for this sprint.').waitFor();
    await sidebar.shows('Sprint', ['Plan a new initiative', 'Commit to an existing one', /^Show all\s*14$/]);
    await workbench.row('Sprint', 'Plan a new initiative').click();
    await workbench.question(1);
    await workbench.answer('PAY-901 Quiet hours');
    await workbench.question(2);
    await workbench.pick('None yet');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.row('Sprint', 'PAY-901').waitFor();
    assert.equal(await sidebar.description('Sprint').textContent(), 'Sprint 21 · ended 18\u00A0Oct · 1');
    await rm(join(folder.path, '.because/initiatives/PAY-901.md'));
    await sidebar.press('Sprint', 'Switch Sprint…');
    await workbench.pick('Current sprint');
    await sidebar.shows('Sprint', sprint24);
  });

  it('groups by status and by owner, and remembers it in the next window', async () => {
    await sidebar.pressMore('Sprint', 'Group Initiatives By…');
    await workbench.pick('Owner');
    await workbench.row('Sprint', 'Grace Hopper').waitFor();
    await sidebar.pressMore('Sprint', 'Group Initiatives By…');
    await workbench.pick('Status');
    await workbench.rows('Sprint').first().filter({ hasText: 'building' }).waitFor();
    await workbench.changeSettings({});
    await sidebar.open();
    await workbench.rows('Sprint').first().filter({ hasText: 'building' }).waitFor();
    await sidebar.pressMore('Sprint', 'Group Initiatives By…');
    await workbench.pick('No groups');
    await sidebar.shows('Sprint', sprint24);
  });

  it('sorts by rank and by status, and remembers it in the next window', async () => {
    await sidebar.pressMore('Sprint', 'Sort Initiatives By…');
    await workbench.pick('Rank on the scoring board');
    // 310 × 2 × 100% ÷ 3 = 207 before 240 × 3 × 80% ÷ 6 = 96.
    await workbench.rows('Sprint').first().filter({ hasText: 'PAY-150' }).waitFor();
    await workbench.changeSettings({});
    await sidebar.open();
    await workbench.rows('Sprint').first().filter({ hasText: 'PAY-150' }).waitFor();
    await sidebar.pressMore('Sprint', 'Sort Initiatives By…');
    await workbench.quickRows.filter({ hasText: 'shown now' }).filter({ hasText: 'Rank' }).waitFor();
    await workbench.pick('Key');
    await sidebar.shows('Sprint', sprint24);
  });

  it('keeps its name in sight at 200 px', async () => {
    const header = workbench.view('Sprint').locator('.pane-header');
    const title = header.locator('.title');
    const before = (await workbench.page.locator('.part.sidebar').boundingBox())?.width ?? 0;
    const whole = (await title.boundingBox())?.width ?? 0;
    await sidebar.widen(200);
    await header.hover();
    await header
      .locator('.actions')
      .getByRole('button', { name: /More Actions/ })
      .waitFor();
    assert.equal((await title.boundingBox())?.width, whole);
    await sidebar.widen(before);
  });

  it('does everything from the keyboard', async () => {
    const { page } = workbench;
    const focused = (text: string) => workbench.row('Sprint', text).and(page.locator('.focused')).waitFor();
    await workbench.runCommand('Because: Focus on Sprint View');
    await page.keyboard.press('Home');
    await focused('OPS-31');
    await page.keyboard.press('ArrowDown');
    await focused('OPS-44');
    await page.keyboard.press('ArrowRight');
    await workbench.row('Sprint', 'Outcome').waitFor();
    for (const row of ['Why', 'Engineers on our delivery team', '“At three in the morning']) {
      await page.keyboard.press('ArrowDown');
      await focused(row);
    }
    await page.keyboard.press('Enter');
    await active('hedy-three-am.ev-r5c0g9ve.md').waitFor();
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Because: Focus on Sprint View');
    await page.keyboard.press('Home');
    await focused('OPS-31');
    await page.keyboard.press('Shift+F10');
    await page.locator('.context-view .monaco-menu').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await workbench.statusItem('Copied OPS-31').waitFor();
    await sidebar.press('Sprint', 'Collapse All');
  });

  it('opens a why page on one click and leaves the focus, and goes from one to the next with the keyboard', async () => {
    const { page } = workbench;
    const why = new WhyDocument(workbench);
    const focused = (text: string) => workbench.row('Sprint', text).and(page.locator('.focused')).waitFor();
    await workbench.row('Sprint', 'PAY-150').click();
    await why.title('PAY-150').waitFor();
    await page.keyboard.press('ArrowDown');
    await focused('PAY-155');
    await page.keyboard.press('Enter');
    await why.title('PAY-155').waitFor();
    await focused('PAY-155');
    await workbench.runCommand('View: Close All Editors');
    await sidebar.press('Sprint', 'Collapse All');
    await sidebar.shows('Sprint', sprint24);
  });

  it('opens a file on one click and leaves the focus; two clicks or Enter move it and keep the file open', async () => {
    const { page } = workbench;
    const preview = (name: string) => page.locator('.tab.active:has(.monaco-icon-label.italic)', { hasText: name });
    const typing = page.locator('.editor-instance .monaco-editor.focused');
    const sms = workbench.row('Current Work', 'One SMS sender is too slow');
    await sms.click();
    await preview('one-sms').waitFor();
    await page.keyboard.press('ArrowDown');
    await workbench.row('Current Work', 'Push tokens').and(page.locator('.focused')).waitFor();
    assert.equal(await typing.count(), 0);
    await page.keyboard.press('Enter');
    await active('tokens-expire').waitFor();
    await typing.waitFor();
    assert.equal(await preview('tokens-expire').count(), 0);
    await sms.dblclick();
    await active('one-sms').waitFor();
    await typing.waitFor();
    assert.equal(await preview('one-sms').count(), 0);
    await workbench.runCommand('View: Close All Editors');
  });

  it('tells each initiative by its key and its problem in a side bar of 300 pixels, and all of one without unfolding', async () => {
    await sidebar.widen(300);
    const [first = '', ...rest] = await sidebar.read('Sprint');
    assert.match(first, /^OPS-31 61 notifications a week/);
    for (const seen of [
      /^OPS-44 Stuck messages are sent/,
      /^OPS-52 Nobody can show that/,
      // It names a problem that is not there.
      /^OPS-58 Carrier reasons in the/,
      /^PAY-142 30% of users miss/,
      /^PAY-150 Setting up who is told/,
      /^PAY-155 Operations learns of/,
      /^PAY-161 Readers get the language/,
    ]) {
      assert.match(rest.shift() ?? '', seen);
    }
    const [work, why, problem, quote] = await sidebar.read('Current Work');
    assert.match(work ?? '', /^PAY-142 Urgent updates/);
    assert.match(why ?? '', /^Why 7 for · 1 against · 2 neutral/);
    assert.match(problem ?? '', /^30% of users miss/);
    assert.match(quote ?? '', /^“I found out from a shop/);
    // Above the rows a sentence is as long as it is: it wraps.
    await sidebar.message('Current Work').getByText('it costs us $200K in annual churn.').waitFor();
    const goal = 'The person on call at Acme reads an urgent update within 5 minutes, day or night.';
    await sidebar.message('Sprint').getByText(goal).waitFor();
  });

  it('puts a sign where a critical risk is open, and changes nothing else, here or in the Explorer', async () => {
    const { page } = workbench;
    const signs = Object.fromEntries(
      await Promise.all(sprint24.map(async (key) => [key, await sidebar.sign('Sprint', key)] as const)),
    );
    const none = { 'OPS-44': '', 'OPS-52': '', 'OPS-58': '', 'PAY-150': '', 'PAY-161': '' };
    assert.deepEqual(signs, { ...none, 'OPS-31': '!', 'PAY-142': '!', 'PAY-155': '!' });
    const look = (key: string) =>
      workbench.row('Sprint', key).evaluate((row) => {
        const style = (part: string) =>
          row.ownerDocument.defaultView?.getComputedStyle(row.querySelector(part) as never);
        const icon = row.querySelector('.custom-view-tree-node-item-icon');
        return [style('.label-name')?.getPropertyValue('color'), icon?.className.match(/codicon-[a-z-]+/g)?.join()];
      });
    const [color] = await look('OPS-44');
    assert.deepEqual(await look('PAY-142'), [color, 'codicon-play-circle,codicon-colored']);
    await workbench.row('Sprint', 'PAY-142').hover();
    await page.locator('.workbench-hover:visible').getByText('1 critical risk is open').waitFor();
    await page.mouse.move(900, 500);
    await workbench.openContainer('Explorer');
    const files = page.locator('.explorer-folders-view .monaco-list-row .monaco-icon-label');
    await files.first().waitFor();
    assert.ok((await files.count()) > 3);
    for (const file of await files.all()) {
      const after = await file.evaluate((label) =>
        label.ownerDocument.defaultView?.getComputedStyle(label, '::after').getPropertyValue('content'),
      );
      assert.doesNotMatch(after ?? '', /!/);
    }
    await sidebar.open();
  });

  it('offers nine things in five groups, the tracker only where there is an address', async () => {
    const { page } = workbench;
    const first = await sidebar.menuOf('Sprint', 'PAY-142');
    for (const entry of ['Open Record to the Side', 'Open in Browser', 'Copy Key']) {
      await first.getByRole('menuitem', { name: entry, exact: true }).waitFor();
    }
    assert.equal(await first.getByRole('menuitem').count(), 9);
    assert.equal(await first.locator('.action-label.separator').count(), 4);
    await page.keyboard.press('Escape');
    await workbench.unfold('Sprint', 'PAY-142');
    await workbench.unfold('Sprint', /^Risks/);
    const risk = await sidebar.menuOf('Sprint', 'critical · open');
    await risk.getByRole('menuitem', { name: 'Open Record to the Side', exact: true }).waitFor();
    assert.equal(await risk.getByRole('menuitem', { name: 'Open in Browser' }).count(), 0);
    await page.keyboard.press('Escape');
    await sidebar.press('Sprint', 'Collapse All');
  });

  it('shows on a row what the record says, when the mouse rests on it', async () => {
    await workbench.row('Sprint', 'PAY-142').hover();
    const hover = workbench.page.locator('.workbench-hover:visible').filter({ hasText: 'time-sensitive updates' });
    await hover.waitFor();
    await workbench.page.mouse.move(900, 500);
  });

  it('reveals the open record, in the sprint it belongs to, also from behind another view', async () => {
    await workbench.openContainer('Explorer');
    await workbench.openFile('shop-owner-sunday.ev-k8y1t3qc.md');
    await workbench.runCommand('Because: Reveal in Sidebar');
    await sidebar.description('Sprint').getByText('Sprint 22 ·').waitFor();
    await workbench
      .rows('Sprint')
      .and(workbench.page.locator('.focused'))
      .filter({ hasText: 'I know the money comes' })
      .waitFor();
    // The editor tells of its settings while a test before this one is still being saved.
    assert.deepEqual(
      (await workbench.told()).filter((text) => !text.startsWith('Saving')),
      [],
    );
    await sidebar.press('Sprint', 'Switch Sprint…');
    await workbench.pick('Current sprint');
    await sidebar.shows('Sprint', sprint24);
  });

  it('follows a change of a file, keeping what is unfolded', async () => {
    await workbench.unfold('Sprint', 'OPS-58');
    const path = '.because/initiatives/OPS-58.md';
    const text = await folder.read(path);
    await folder.write(path, text.replace(/^title: .*$/m, 'title: Reasons people understand'));
    await workbench.row('Sprint', 'OPS-58 Reasons people understand').waitFor();
    assert.equal(await workbench.row('Sprint', 'OPS-58').getAttribute('aria-expanded'), 'true');
    await folder.write(path, text.replace('---\n', '---\nbroken: [\n'));
    const broken = workbench.row('Sprint', 'OPS-58').filter({ has: workbench.page.locator('.codicon-error') });
    await broken.click();
    await active('OPS-58.md').waitFor();
    await folder.write(path, text);
    await workbench
      .row('Sprint', 'OPS-58')
      .filter({ hasNot: workbench.page.locator('.codicon-error') })
      .waitFor();
  });

  it('follows the branch', async () => {
    await folder.git('checkout', '-q', '-b', 'tidy-up');
    await sidebar.welcome('Current Work').getByText('This branch is not linked to an initiative yet.').waitFor();
    assert.equal(await sidebar.description('Current Work').textContent(), 'tidy-up');
    await workbench.statusItem('∵ PAY-142').waitFor({ state: 'detached' });
    await folder.git('checkout', '-q', '--detach');
    await sidebar.message('Current Work').getByText('HEAD is detached').waitFor();
    await folder.git('checkout', '-q', 'feature/PAY-142-urgent-channel');
    await workbench.row('Current Work', 'PAY-142').waitFor();
  });
});
