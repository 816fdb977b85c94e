/**
 * A repository whose every word tries to be more than a word, in the real window: wherever it is shown it stands as it is
 * written, and no link, image or icon of its making is ever in the page.
 */
import * as assert from 'node:assert/strict';
import { chmod, rm } from 'node:fs/promises';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { BoardPage } from './pages/board.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

/** The backslash before the bracket undoes the editor's own escaping, and two undo a naive one of ours. */
const TRAP = String.raw`Trap \](command:evil.one) [x](command:evil.two) \\](command:evil.three) [x](https://evil.example/a "t") ![p](https://evil.example/p.png) <https://evil.example/b> <command:evil.four?x> https://evil.example/c <img src="https://evil.example/d.png"> $(telescope) \$(telescope)`;
const UNIT = '[customers](command:evil.unit) $(telescope)';
const ADDRESS = String.raw`https://host.example/relay/pull/7?\\)[x](command:evil.address)`;
/** An icon of its own: the editor and its git extension draw those in names of branches, files and folders, which is not our doing. */
const BRANCH = 'PAY-7-$(squirrel)';
const OTHER = 'other-$(squirrel)';
const REMOTE = 'far$(squirrel)';

const NAME = 'trap [x](command:evil.file) $(squirrel)';
const CODE = `src/code ${NAME}.txt`;

const value = JSON.stringify(TRAP);

/** Nobody of the team has a seat. */
const session = ['kind: interview', 'problem: late', `customer: ${value}`, `participants: [${value}]`];

const files = {
  '.because/because.yml': [
    'keys: [PAY]',
    `scoring: {reachUnit: ${JSON.stringify(UNIT)}, effortUnit: ${JSON.stringify(UNIT)}}`,
    'team:',
    '  members:',
    `    - {id: ada, name: ${value}, role: ${value}}`,
  ].join('\n'),
  '.because/sprints/s1.md': record([`title: ${value}`, 'starts: 2026-01-01', 'ends: 2099-01-01', `goal: ${value}`]),
  '.because/initiatives/PAY-7.md': record([
    ...[`title: ${value}`, 'sprint: s1', 'status: building', 'problem: late', 'owner: ada'],
    `url: ${JSON.stringify(ADDRESS)}`,
    `outcome: {metric: ${value}, unit: ${value}, baseline: 1, target: 2}`,
  ]),
  '.because/initiatives/PAY-8.md': record([`title: ${value}`, 'sprint: s1', `problem: ${JSON.stringify(UNIT)}`]),
  [`.because/problems/${NAME}.md`]: record(['id: late', `title: ${value}`], `${TRAP}\n`),
  [`.because/evidence/${NAME}.md`]: record(
    ['id: said', 'kind: quote', 'problem: late', `customer: ${value}`, 'date: 2026-11-17'],
    `> ${TRAP}\n`,
  ),
  '.because/risks/r1.md': record(
    [
      `title: ${value}`,
      'initiative: PAY-7',
      'by: ada',
      'anchor: {path: src/send.css, line: 2, text: "color: red; /* PAY-7 */"}',
    ],
    `${TRAP}\n`,
  ),
  // What waits for whom, and what comes of it: open, to come, and over.
  '.because/questions/q1.md': record([`title: ${value}`, 'initiative: PAY-8', 'to: ada', `by: ${value}`], `${TRAP}\n`),
  '.because/questions/q2.md': record([`title: ${value}`, 'initiative: PAY-8', `to: ${value}`, 'by: ada'], `${TRAP}\n`),
  '.because/commitments/c1.md': record([`title: ${value}`, 'by: ada', `to: ${value}`, 'due: 2098-01-01']),
  '.because/commitments/c2.md': record([`title: ${value}`, `by: ${value}`, 'to: ada', 'due: 2098-01-01']),
  '.because/sessions/se1.md': record([...session, 'at: 2098-01-01T10:00Z']),
  '.because/sessions/se2.md': record([...session, 'at: 2026-01-05T10:00Z', 'status: done'], `${TRAP}\n`),
  '.because/health-rounds/hr1.md': record([
    ...[`title: ${value}`, 'opened: 2026-11-01'],
    `people: [{member: ada, key: ${'a'.repeat(64)}}]`,
  ]),
  '.because/health/he1.md': record(
    [
      ...['opened: 2026-11-01', 'closed: 2026-11-01', 'participants: 5', 'answers: {problem: [1, 1, 1, 1, 1]}'],
      `comments: [${value}]`,
    ],
    `${TRAP}\n`,
  ),
  '.because/initiatives/PAY-12.md': record([
    ...[`title: ${value}`, 'sprint: s1', 'status: measured', 'problem: late', 'owner: ada'],
    `outcome: {metric: ${value}, unit: ${value}, baseline: 9, target: 2}`,
  ]),
  '.because/results/rs1.md': record(
    [
      ...[`title: ${value}`, 'initiative: PAY-12', 'method: before-after', 'verdict: confirmed', `next: ${value}`],
      ...[
        'baseline: {value: 9, from: 2026-01-01, to: 2026-01-31}',
        'after: {value: 2, from: 2026-03-01, to: 2026-03-31}',
      ],
    ],
    `${TRAP}\n`,
  ),
  '.because/links/l1.md': record([`title: ${value}`, 'initiative: PAY-7', `pr: ${JSON.stringify(ADDRESS)}`]),
  // Two records with one id: asked where it is, the editor lists both.
  '.because/initiatives/PAY-9.md': record(['id: PAY-9', `title: ${value}`]),
  [`.because/initiatives/${NAME}.md`]: record(['id: PAY-9', `title: ${value}`]),
  'src/send.css': 'p {\n  color: red; /* PAY-7 */\n}\n',
  [CODE]: `one\nPAY-7 ${TRAP}\nPAY-9\n`,
  'notes.md': `PAY-7 ${TRAP}\n\n`,
};

const settings = {
  'because.me': 'ada',
  'because.inlay': 'currentLine',
  'problems.showCurrentInStatus': true,
  'git.autofetch': false,
  // As elements of the page, not as a picture.
  'terminal.integrated.gpuAcceleration': 'off',
  // The git extension draws icons in authors' names.
  'git.blame.statusBarItem.enabled': false,
};

/** What shows nothing but what we hand over. */
const OURS = '.peekview-widget, .bulk-edit-panel, .monaco-dialog-box, .notifications-center, [id="status.progress"]';

/** What a page may not hold: it draws nothing of theirs but words. */
const DRAWN = '[href*="evil"], [src*="evil"], .codicon-telescope, .codicon-squirrel';

/** Between the items of the status bar, where nothing has a tooltip. */
const ASIDE = [740, 784] as const;

/** Runs in the page: gathers whatever of theirs was drawn at any moment, also what was gone at once. */
const WATCH = `
  window.theirs = [];
  const around = (element) => {
    const place = element.parentElement?.closest('.monaco-hover, [id], [role]');
    return place && place.outerHTML.slice(0, 300) + ' that says: ' + place.textContent.slice(0, 500);
  };
  const look = (element) => {
    const leads = ['href', 'data-href', 'src'].map((name) => element.getAttribute(name) ?? '');
    const isLink = leads.some((address) => /^(command:|https?:\\/\\/)evil/.test(address));
    const isIcon = element.classList.contains('codicon-telescope');
    const isOurs = element.classList.contains('codicon-squirrel') && element.closest('${OURS}') !== null;
    if (isLink || isIcon || isOurs) window.theirs.push(element.outerHTML.slice(0, 300) + ' in ' + around(element));
  };
  const lookBelow = (element) => [element, ...element.querySelectorAll('*')].forEach(look);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') look(target);
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) lookBelow(node);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['href', 'data-href', 'src', 'class'] });
`;

/** Runs in the page: what stands behind lines, which is drawn by style sheets. */
const NOTES = `[...document.querySelectorAll('.monaco-editor .view-line span')].map((span) => getComputedStyle(span, '::after').content)`;

describe('a hostile repository', () => {
  let folder: Folder;
  let workbench: Workbench;

  const theirs = () => workbench.page.evaluate('window.theirs.splice(0)');
  const hover = () => workbench.page.locator('.monaco-hover:visible').filter({ hasText: 'Trap' }).first();

  const dialog = () => workbench.page.locator('.monaco-dialog-box');
  const peek = () => workbench.page.locator('.peekview-widget');
  const peekRows = () => peek().locator('.ref-tree .monaco-list-row');
  /** Whether it comes before it is worth asking for it anew. */
  const isSoon = (what: Locator, state: 'visible' | 'detached' = 'visible') =>
    what
      .first()
      .waitFor({ state, timeout: 2000 })
      .then(
        () => true,
        () => false,
      );

  /** Takes the mouse away until no hover is left: one that opens late may miss that it went. */
  const leave = () =>
    eventually(async () => {
      await workbench.page.mouse.move(...ASIDE);
      await workbench.page.mouse.move(760, 786);
      return isSoon(hover(), 'detached');
    }, 'The hover closed');

  const isTold = (words: string) =>
    eventually(async () => (await workbench.told()).some((text) => text.includes(words)), `A message with “${words}”`);

  /** Makes git wait in a hook, which fails once git is let go. */
  async function hold(hook: string): Promise<() => Promise<void>> {
    const held = path.join(folder.path, '.git/held');
    await folder.write('.git/held', '');
    await folder.write(`.git/hooks/${hook}`, '#!/bin/sh\nwhile [ -e .git/held ]; do sleep 0.1; done\nexit 1\n');
    await chmod(path.join(folder.path, '.git/hooks', hook), 0o755);
    return () => rm(held);
  }

  before(async () => {
    folder = await makeFolder(files, 'relay $(squirrel)');
    await folder.git('init', '--quiet');
    await folder.git('config', 'user.name', TRAP);
    await folder.git('add', 'src', '.because');
    await folder.git(
      'commit',
      '--quiet',
      '--author',
      `${TRAP.replace(/[<>]/g, '')} <a@relay.example>`,
      '-m',
      `PAY-7 ${TRAP}\n\n${TRAP}`,
    );
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', TRAP);
    await folder.git('checkout', '--quiet', '-b', OTHER);
    await folder.write(CODE, 'Other\n');
    await folder.git('commit', '--quiet', '--all', '-m', TRAP);
    await folder.git('checkout', '--quiet', '-b', BRANCH, 'main');
    await folder.git('init', '--quiet', '--bare', '../far.git');
    await folder.git('remote', 'add', REMOTE, 'https://host.example/relay/app.git');
    await folder.git('config', `remote.${REMOTE}.pushurl`, path.join(folder.path, '../far.git'));
    workbench = await openWorkbench({
      folder: folder.path,
      settings,
    });
    await workbench.page.evaluate(WATCH);
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-7').waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  /** Shows it somewhere, and sees that nothing but words came of it. */
  const isWords = (where: string, show: () => Promise<unknown>) =>
    it(`is words ${where}`, async () => {
      await show();
      await workbench.page.keyboard.press('Escape');
      assert.deepEqual(await theirs(), []);
    });

  it('is watched: what it tries would be seen', async () => {
    await workbench.page.evaluate(`
      document.body.insertAdjacentHTML('beforeend', '<div class="try monaco-dialog-box"><a href="command:evil.run">x</a>'
        + '<i class="codicon-telescope"></i><i class="codicon-squirrel"></i></div>');
      new Promise((drawn) => requestAnimationFrame(() => drawn(document.querySelector('.try').remove())));
    `);
    assert.equal(((await theirs()) as unknown[]).length, 3);
  });

  isWords('in the card of a key, and in the tooltip of the link on it', async () => {
    const { page } = workbench;
    // A plain text: the extension of a language starts late, and while links are looked for anew none can be opened.
    await workbench.openFile('src/code');
    await workbench.hover('PAY-7');
    await hover().waitFor();
    // Before it is underlined, the editor has no link to open.
    const underlined = workbench.editor.locator('.detected-link').filter({ hasText: 'PAY-7' });
    await underlined.waitFor();
    const { x, y } = await workbench.placeOf('PAY-7');
    await page.mouse.click(x, y);
    await workbench.runCommand('Open Link');
    await page.locator('.tab.active', { hasText: 'PAY-7.md' }).waitFor();
    await workbench.openFile('notes.md');
    await workbench.openFile('src/code');
    await underlined.waitFor();
    // Now the editor knows where the link leads, and draws it as a link of its own.
    const own = page.locator('.monaco-hover:visible a[data-href]').filter({ hasText: 'Open the record' });
    await eventually(async () => {
      await workbench.hover('PAY-7');
      return (await isSoon(own)) || page.mouse.move(x, y + 200);
    }, 'The link of the editor’s own');
  });

  isWords('behind the line of the cursor', async () => {
    await workbench.openFile('src/code');
    await workbench.goToLine(2);
    await eventually(async () => {
      const drawn = await workbench.page.evaluate(NOTES);
      return (drawn as string[]).some((text) => text.includes('∵ Trap') && text.includes('PAY-7'));
    }, 'The why behind the line');
  });

  isWords('in the questions of an estimate', async () => {
    await workbench.runCommand('Because: Estimate…');
    await workbench.pick('PAY-7');
    await workbench.quickInput.getByText('[customers] (command:evil.unit)').first().waitFor();
    await workbench.quickInput.locator('.quick-input-title').filter({ hasText: 'Trap' }).waitFor();
    await workbench.quickInputBox.pressSequentially('x');
    await workbench.page.keyboard.press('Escape');
  });

  isWords('in lists', async () => {
    for (const [title, row, verb] of [
      ['Because: Open Record', 'PAY-7'],
      ['Because: Link Work…', 'Trap', 'Link Commit'],
      ['Because: Link Work…', BRANCH.replace('$(', '$ ('), 'Link Branch'],
      ['Because: Answer…', 'Trap'],
    ] as const) {
      await workbench.runCommand(title);
      if (verb) await workbench.pick(verb);
      await workbench.quickRows.filter({ hasText: row }).first().waitFor();
      await workbench.page.keyboard.press('Escape');
      await workbench.quickInput.waitFor({ state: 'hidden' });
      await leave();
    }
    const sidebar = new Sidebar(workbench);
    await sidebar.open();
    await sidebar.press('Sprint', 'Switch Sprint…');
    await workbench.quickRows.filter({ hasText: 'Trap' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await leave();
  });

  isWords('in the tooltip of what stands beside a row', async () => {
    await workbench.runCommand('Because: Link Work…');
    await workbench.pick('Link Branch');
    const beside = workbench.quickRows.filter({ hasText: 'Trap' }).locator('.label-description');
    await eventually(async () => {
      await workbench.page.mouse.move(...ASIDE);
      await beside.first().hover();
      return isSoon(hover());
    }, 'The tooltip');
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await leave();
  });

  isWords('in the sidebar: rows, what stands beside and above them, tooltips', async () => {
    const sidebar = new Sidebar(workbench);
    await sidebar.open();
    for (const view of ['Sprint', 'Current Work'] as const) {
      await workbench.row(view, 'PAY-7').hover();
      await hover().waitFor();
      await leave();
    }
    await sidebar.message('Sprint').filter({ hasText: 'Trap' }).waitFor();
    await sidebar
      .description('Current Work')
      .filter({ hasText: BRANCH.replace('$(', '$ (') })
      .waitFor();
    await sidebar.pressMore('Sprint', 'Filter Initiatives…');
    await workbench.answer('[nothing](command:evil.filter) $(telescope)');
    await sidebar.message('Sprint').filter({ hasText: '[nothing] (command:evil.filter)' }).waitFor();
    await sidebar.pressMore('Sprint', 'Filter Initiatives…');
    await workbench.answer('');
    await workbench.row('Sprint', 'PAY-7').waitFor();
  });

  isWords('in what waits for somebody, and in sessions: rows, and their tooltips', async () => {
    const sidebar = new Sidebar(workbench);
    await sidebar.open();
    const others = ['Sprint', 'Current Work'];
    for (const view of others) await workbench.foldView(view);
    const rows = {
      'Needs You': [
        ...[/^Answer the risk.*Trap/, /^Answer the question.*Trap/, /^Keep the promise.*Trap/],
        ...[/^Acknowledge: .*Trap/, /^Take a seat.*Trap/, /^Answer the health check.*Trap/],
      ],
      Discovery: [/^Interview with Trap/],
    };
    const below = { 'Needs You': 'You are waiting for', Discovery: 'Earlier' };
    for (const view of ['Needs You', 'Discovery'] as const) {
      await workbench.openView(view);
      for (const row of rows[view]) {
        await workbench.row(view, row).hover();
        await hover().waitFor();
        await leave();
      }
      await workbench.unfold(view, below[view]);
      await workbench.rows(view).filter({ hasText: 'Trap' }).last().hover();
      await hover().waitFor();
      await leave();
      await workbench.foldView(view);
    }
    for (const view of others) await workbench.openView(view);
  });

  isWords('in the status bar and its tooltip', async () => {
    await workbench.statusItem('∵ PAY-7').hover();
    await hover().waitFor();
    await leave();
  });

  isWords('in a message', async () => {
    await workbench.openFile('notes.md');
    await workbench.goToLine(1);
    await workbench.runCommand('Because: Why Does This Line Exist?');
    await isTold('] (command:evil.two)');
  });

  isWords('in the way to the customer: its rows, its text, and the tooltips of the links in that', async () => {
    const { page } = workbench;
    await workbench.openFile('src/code');
    await workbench.goToLine(2);
    await workbench.runCommand('Because: Why Does This Line Exist?');
    await peekRows().filter({ hasText: String.raw`Initiative: PAY-7 Trap \](command:evil.one)` }).waitFor();
    await peek()
      .locator('.peekview-title', { hasText: 'Why code trap [x] (command:evil.file) $ (squirrel).txt:2?' })
      .waitFor();
    const text = peek().locator('.preview');
    await peekRows().filter({ hasText: 'Commit ' }).click();
    await text.locator('.view-line', { hasText: '![p](https://evil.example/p.png)' }).first().waitFor();
    await peekRows().filter({ hasText: 'Problem: ' }).click();
    await workbench.placeOf('Problem', text);
    const link = page.locator('.monaco-hover:visible a[data-href^="command:because.openRecord"]');
    await eventually(async () => {
      await workbench.hover('Problem', text);
      return isSoon(link.filter({ hasText: `${NAME}.md` }));
    }, 'The link to a record');
    await page.keyboard.press('Escape');
    await workbench.runCommand('View: Close All Editors');
  });

  isWords('in the peeks of references and definitions', async () => {
    await workbench.openFile('src/code');
    await workbench.goToLine(2);
    await workbench.runCommand('Go to References');
    await peekRows()
      .filter({ hasText: `code ${NAME}.txt` })
      .waitFor();
    await peekRows().filter({ hasText: String.raw`PAY-7 Trap \](command:evil.one)` }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await peek().waitFor({ state: 'detached' });
    await workbench.goToLine(3);
    await workbench.runCommand('Peek Definition');
    await peekRows()
      .filter({ hasText: `${NAME}.md` })
      .waitFor();
    await peek().locator('.preview .view-line', { hasText: 'Trap' }).first().waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  isWords('in the preview of a rename, and where it is refused', async () => {
    const { page } = workbench;
    await workbench.openFile('src/code');
    await workbench.goToLine(2);
    const rename = async (id: string) => {
      await page.keyboard.press('F2');
      const box = page.locator('.rename-box input');
      await box.waitFor();
      await box.fill(id);
      await box.press('Enter');
    };
    await rename('[x](command:evil.id)$(telescope)');
    await isTold('[x] (command:evil.id)$ (telescope)');
    await rename('PAY-10');
    const preview = page.locator('.bulk-edit-panel');
    const rows = preview.locator('.monaco-list-row');
    await rows.filter({ hasText: `PAY-10 ${TRAP}` }).waitFor();
    await rows.filter({ hasText: `code ${NAME}.txt` }).waitFor();
    await preview.getByRole('button', { name: 'Discard' }).click();
    await rows.first().waitFor({ state: 'hidden' });
    await workbench.runCommand('View: Close All Editors');
  });

  isWords('in the tooltip of a link in a terminal', async () => {
    const { page } = workbench;
    await workbench.runCommand('Terminal: Create New Terminal');
    const rows = page.locator('.terminal-wrapper.active .xterm-rows > div');
    await rows.filter({ hasText: /\S/ }).first().waitFor();
    await page.keyboard.type('echo; echo PAY-7');
    await page.keyboard.press('Enter');
    const key = rows.filter({ hasText: /^PAY-7\s*$/ }).first();
    await key.waitFor();
    await eventually(async () => {
      const { x, y } = (await key.boundingBox()) ?? { x: 0, y: 0 };
      await page.mouse.move(x + 18, y + 5);
      await page.mouse.move(x + 20, y + 5);
      if (await isSoon(hover().filter({ hasText: String.raw`Trap \] (command:evil.one)` }))) return true;
      await page.mouse.move(x + 400, y + 5);
      return false;
    }, 'The tooltip of the key');
    await workbench.runCommand('Terminal: Kill All Terminals');
  });

  isWords('in comments', async () => {
    await workbench.openFile('src/send.css');
    await workbench.runCommand('Comments: Focus on Comments View');
    await workbench.page.locator('.comments-panel .monaco-list-row').filter({ hasText: 'Trap' }).last().click();
    const thread = workbench.page.locator('.review-widget:visible').filter({ hasText: 'Trap' });
    await thread.locator('.author').filter({ hasText: 'Trap' }).first().waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  isWords('in completion', async () => {
    const { page } = workbench;
    await workbench.openFile('notes.md');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('trap');
    const row = page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: 'PAY-7' }).first();
    await eventually(async () => {
      await page.keyboard.press('Control+Space');
      return row.waitFor({ timeout: 1500 }).then(
        () => true,
        () => false,
      );
    }, 'The key, offered');
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await workbench.runCommand('File: Revert File');
  });

  isWords('in findings, fixes and the outline', async () => {
    const { page } = workbench;
    await workbench.openFile('PAY-8.md');
    await workbench.hover('customers');
    await page.locator('.monaco-hover:visible').filter({ hasText: 'evil.unit' }).first().waitFor();
    await workbench.runCommand('Problems: Focus on Problems View');
    // Only rows in sight are there.
    await page
      .locator('.pane-composite-part')
      .getByPlaceholder(/^Filter/)
      .fill('PAY-8');
    await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'evil.unit' }).first().waitFor();
    await workbench.runCommand('Go to Symbol in Editor...');
    await workbench.quickRows.filter({ hasText: 'title' }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  isWords('in the title of a board, and in the list of open editors', async () => {
    const { page } = workbench;
    await workbench.runCommand('Because: Open Scoring Board');
    await page.locator('.tab.active', { hasText: 'Scoring: relay $ (squirrel)' }).waitFor();
    // A page takes the focus when it comes, and with it the list away.
    await new BoardPage(workbench).text('PAY-7').waitFor();
    await workbench.runCommand('View: Show All Editors By Most Recently Used');
    await workbench.quickRows.filter({ hasText: 'Scoring: relay $ (squirrel)' }).first().waitFor();
  });

  isWords('in the titles of pages, and in the pages', async () => {
    const { page } = workbench;
    const { document } = new BoardPage(workbench);
    const sidebar = new Sidebar(workbench);
    await sidebar.open();
    // What is said above the rows of the views leaves them no room.
    await workbench.openView('Sprint');
    await workbench.foldView('Current Work');
    const opened: Readonly<Record<string, () => Promise<void>>> = {
      Why: () => workbench.row('Sprint', 'PAY-7').click(),
      Results: () => workbench.runCommand('Because: Results'),
      'Team Health': () => workbench.runCommand('Because: Team Health Check'),
      'Answer Times': () => workbench.runCommand('Because: Answer Times'),
      Persona: () => workbench.runCommand('Because: Build a Persona'),
      Prioritization: () => sidebar.pressMore('Sprint', 'Prioritization Guide'),
    };
    for (const [name, open] of Object.entries(opened)) {
      await workbench.runCommand('View: Close All Editors');
      await page.locator('.tab').first().waitFor({ state: 'detached' });
      await open();
      await page.locator('.tab.active', { hasText: `${name}: relay $ (squirrel)` }).waitFor();
      await document.getByText('Trap').filter({ visible: true }).first().waitFor();
      assert.equal(await document.locator(DRAWN).count(), 0, name);
    }
  });

  isWords('in what is asked and told while something is pushed', async () => {
    const letGo = await hold('pre-push');
    await workbench.runCommand('Because: Create Pull Request with Why…');
    await dialog().getByText('PAY-7-$ (squirrel) is not on far$ (squirrel) yet.').waitFor();
    await dialog().getByRole('button', { name: 'Push' }).click();
    await isTold('Pushing PAY-7-$ (squirrel)…');
    await letGo();
    await isTold('PAY-7-$ (squirrel) could not be pushed to far$ (squirrel).');
  });

  isWords('in what is asked and told while a branch is started', async () => {
    const start = async (base: string) => {
      await workbench.runCommand('Because: Start Branch…');
      for (const row of ['PAY-8', base]) {
        await workbench.quickRows.filter({ hasText: row }).first().click();
      }
      await workbench.quickInput.getByText('The name of the branch').waitFor();
      await workbench.answer('PAY-8-$(squirrel)');
    };
    await folder.write(CODE, 'Mine\n');
    await start('other-$ (squirrel)');
    await dialog().getByText('to start from other-$ (squirrel).').waitFor();
    await dialog().getByText('src/code trap [x] (command:evil.file) $ (squirrel).txt').waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
    const letGo = await hold('post-checkout');
    await start('Current commit');
    await workbench.statusItem('Starting PAY-8-$ (squirrel)…').waitFor();
    await letGo();
    await isTold('PAY-8-$ (squirrel) was started; then the post-checkout hook failed.');
  });
});
