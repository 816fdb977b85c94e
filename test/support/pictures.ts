/** `npm run pictures`: opens the demo in the real workbench and draws the pictures of README and docs/ again. */
import * as path from 'node:path';
import { BoardPage } from '../e2e/pages/board.ts';
import { PersonaDocument } from '../e2e/pages/persona.ts';
import { Sidebar } from '../e2e/pages/sidebar.ts';
import { ToldText } from '../e2e/pages/told.ts';
import { WhyDocument } from '../e2e/pages/why.ts';
import { MOMENT, no, openWorkbench, type Workbench, yes } from '../e2e/pages/workbench.ts';
import { buildAll } from './build.ts';
import { makeDemoRepository } from './demoHistory.ts';
import { eventually } from './eventually.ts';
import { makeFolder } from './folder.ts';
import { closeAllWindows, type Theme } from './host/workbench.ts';
import { root } from './paths.ts';
import { step } from './say.ts';

interface Shot {
  /** The file in docs/, without its ending. */
  readonly name: string;
  readonly theme: Theme;
  readonly size: { readonly width: number; readonly height: number };
  /** What a person would do before they look; gives the part to draw, or nothing for the whole window. */
  readonly steps: (
    workbench: Workbench,
  ) => Promise<{ x: number; y: number; width: number; height: number } | undefined>;
}

const shots: readonly Shot[] = [
  {
    name: 'overview',
    theme: 'dark',
    size: { width: 1480, height: 900 },
    steps: async (workbench) => {
      await workbench.openFile('src/queue/deliveryQueue.ts');
      await showInitiative(workbench);
      await card(workbench);
      return undefined;
    },
  },
  {
    name: 'sidebar',
    theme: 'light',
    size: { width: 1280, height: 1000 },
    steps: async (workbench) => {
      await showInitiative(workbench);
      return { x: 0, y: 0, width: SIDEBAR, height: 970 };
    },
  },
  {
    name: 'why',
    theme: 'light',
    size: { width: 1280, height: 1000 },
    steps: async (workbench) => {
      await workbench.openContainer('Because');
      await workbench.row('Current Work', 'PAY-142').waitFor();
      await workbench.row('Sprint', 'PAY-142').click();
      await new WhyDocument(workbench).title('Urgent updates').waitFor();
      await workbench.page.mouse.move(1000, 20);
      return undefined;
    },
  },
  {
    name: 'walk',
    theme: 'light',
    size: { width: 1280, height: 860 },
    steps: async (workbench) => {
      await workbench.openContainer('Because');
      await workbench.row('Sprint', 'PAY-142').waitFor();
      await workbench.runCommand('Because: Walk Through the Why…');
      await workbench.quickInput.getByText('shown in the Sprint view').waitFor();
      const { keyboard } = workbench.page;
      await keyboard.press('Enter');
      const why = new WhyDocument(workbench);
      while (!(await why.title('Urgent updates').isVisible())) {
        const place = await why.document.getByRole('navigation').textContent();
        await why.button('Next').click();
        await why.document
          .getByRole('navigation')
          .filter({ hasNotText: place ?? '' })
          .waitFor();
      }
      await keyboard.press('e');
      await why.document.getByRole('button', { name: /Ada Lovelace.*Can explain why/ }).waitFor();
      await keyboard.press('3');
      await keyboard.press('a');
      await keyboard.type('Who may turn it off at night?');
      await keyboard.press('Enter');
      await why.document.getByRole('button', { name: /Alan Turing.*Has a question/ }).waitFor();
      await keyboard.press('2');
      return { x: 350, y: 35, width: 930, height: 800 };
    },
  },
  {
    name: 'hover',
    theme: 'dark',
    size: { width: 1280, height: 800 },
    steps: async (workbench) => {
      await workbench.openFile('src/queue/deliveryQueue.ts');
      await card(workbench);
      return { x: 350, y: 0, width: 930, height: 560 };
    },
  },
  {
    name: 'flag-risk',
    theme: 'light',
    size: { width: 1280, height: 800 },
    steps: async (workbench) => {
      await workbench.openFile('src/channels/urgentChannel.ts');
      await workbench.goToLine(21);
      await workbench.page.locator('.comment-thread-unresolved').first().click();
      await workbench.page.locator('.review-widget:visible').getByText('SMS sender').first().waitFor();
      await workbench.page.mouse.move(1000, 20);
      return { x: 350, y: 0, width: 930, height: 760 };
    },
  },
  {
    name: 'question',
    theme: 'dark',
    size: { width: 1280, height: 800 },
    steps: async (workbench) => {
      await workbench.openFile('src/queue/deliveryQueue.ts');
      await workbench.goToLine(38);
      await workbench.page.locator('.margin-view-overlays [class*=comment-thread]').first().click();
      await workbench.page.locator('.review-widget:visible').getByText('Answered in').first().waitFor();
      await workbench.page.mouse.move(1000, 20);
      return { x: 350, y: 0, width: 930, height: 760 };
    },
  },
  {
    name: 'answer-times',
    theme: 'light',
    size: { width: 1280, height: 800 },
    steps: async (workbench) => {
      await workbench.openContainer('Because');
      await workbench.row('Current Work', 'PAY-142').waitFor();
      await workbench.runCommand('Because: Answer Times');
      const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await page.locator('.plot').waitFor();
      await workbench.page.mouse.move(1000, 20);
      return { x: 350, y: 35, width: 930, height: 640 };
    },
  },
  {
    name: 'board',
    theme: 'light',
    size: { width: 1500, height: 1000 },
    steps: async (workbench) => {
      const board = await scoringBoard(workbench);
      await board.document.locator('[data-opens="PAY-142"]').click();
      await board.text('One SMS sender').or(board.text('Six weeks builds')).first().waitFor();
      return { x: 0, y: 35, width: 1500, height: 940 };
    },
  },
  {
    name: 'charts',
    theme: 'dark',
    size: { width: 1500, height: 1000 },
    steps: async (workbench) => {
      const board = await scoringBoard(workbench);
      await board.document.getByRole('tab', { name: 'Charts' }).click();
      await board.document.locator('svg').nth(3).waitFor();
      return { x: 0, y: 35, width: 1500, height: 940 };
    },
  },
  {
    name: 'guide',
    theme: 'dark',
    size: { width: 1200, height: 900 },
    steps: async (workbench) => {
      await workbench.openContainer('Because');
      await new Sidebar(workbench).pressMore('Sprint', 'Prioritization Guide');
      await hideSidebar(workbench);
      const { document } = new PersonaDocument(workbench);
      await document.getByRole('button', { name: 'Let evidence set the confidence' }).click();
      await document.getByText('scored without evidence').waitFor();
      return undefined;
    },
  },
  {
    name: 'results',
    theme: 'light',
    size: { width: 1200, height: 1000 },
    steps: async (workbench) => {
      await hideSidebar(workbench);
      await workbench.runCommand('Because: Results');
      const { document } = new WhyDocument(workbench);
      await document.getByRole('article').nth(2).waitFor();
      await workbench.page.mouse.move(1000, 20);
      return undefined;
    },
  },
  {
    name: 'digest',
    theme: 'light',
    size: { width: 1200, height: 1000 },
    steps: async (workbench) => {
      await hideSidebar(workbench);
      await workbench.runCommand('Because: Sprint Digest…');
      await workbench.pick('Sprint 23');
      await workbench.pick('Read');
      await new ToldText(workbench).item('Scope changes', 'PAY-118').waitFor();
      await workbench.page.mouse.move(1000, 20);
      return undefined;
    },
  },
  {
    name: 'scope',
    theme: 'dark',
    size: { width: 1280, height: 900 },
    steps: async (workbench) => {
      await workbench.openContainer('Because');
      await workbench.row('Current Work', 'PAY-142').waitFor();
      await workbench.row('Sprint', 'PAY-142').click();
      const why = new WhyDocument(workbench);
      await why.document.getByRole('img', { name: /planned, .* done/ }).waitFor();
      await why.document.getByRole('heading', { name: 'Scope Changes' }).evaluate((part) => part.scrollIntoView());
      await workbench.page.mouse.move(1000, 20);
      return { x: 350, y: 35, width: 930, height: 620 };
    },
  },
  {
    name: 'persona',
    theme: 'light',
    size: { width: 1200, height: 1000 },
    steps: async (workbench) => {
      await hideSidebar(workbench);
      await workbench.runCommand('Because: Build a Persona');
      const persona = new PersonaDocument(workbench);
      await persona.choice('30% of users miss').check();
      await persona.carrier('Frustrations', 'I found out from a shop owner').check();
      await persona.carrier('Frustrations', 'A cut-off at four').check();
      await persona.mark('Frustrations').getByText('2 customers').waitFor();
      await persona.field('Goals').scrollIntoViewIfNeeded();
      await workbench.page.mouse.move(1000, 20);
      return undefined;
    },
  },
  {
    name: 'health',
    theme: 'light',
    size: { width: 1200, height: 900 },
    steps: async (workbench) => {
      await hideSidebar(workbench);
      await workbench.runCommand('Because: Team Health Check');
      const { document } = new PersonaDocument(workbench);
      await document.getByRole('table', { name: 'Over time' }).waitFor();
      await workbench.page.mouse.move(1000, 20);
      return undefined;
    },
  },
  {
    name: 'explain',
    theme: 'dark',
    size: { width: 1430, height: 800 },
    steps: async (workbench) => {
      await hideSidebar(workbench);
      await workbench.openFile('src/channels/urgentChannel.ts');
      await workbench.goToLine(18);
      await workbench.runCommand('Because: Why Does This Line Exist?');
      const peek = workbench.page.locator('.peekview-widget');
      const quote = peek.locator('.ref-tree .monaco-list-row').filter({ hasText: '“I found out' });
      await quote.waitFor();
      // The preview is as wide as its text, and the list gets the rest.
      const list = await peek.locator('.ref-tree').boundingBox();
      await drag(workbench, { from: list?.x ?? 0, to: 830, y: 500 });
      await quote.click();
      await peek.locator('.preview .view-line').filter({ hasText: 'between eleven others' }).waitFor();
      return undefined;
    },
  },
  {
    name: 'work',
    theme: 'light',
    size: { width: 1540, height: 1300 },
    steps: async (workbench) => {
      await workbench.openFile('test/deliveryQueue.test.ts');
      await workbench.openContainer('Because');
      await widenSidebar(workbench);
      // Room for all of one initiative.
      await new Sidebar(workbench).pressMore('Sprint', 'Filter Initiatives…');
      await workbench.answer('PAY-142');
      await workbench.unfold('Sprint', 'PAY-142');
      await workbench.unfold('Sprint', 'Work');
      await new Sidebar(workbench).press('Current Work', 'Show Unlinked Work');
      const commit = workbench.row('Current Work', 'Test the queue');
      // Rows that are drawn anew meanwhile lose their buttons with the mouse over them.
      await eventually(async () => {
        await commit.hover();
        const pressed = commit.getByRole('button', { name: 'Link Commit' }).click({ timeout: 2000 });
        return pressed.then(
          () => true,
          () => false,
        );
      }, 'The button of the commit');
      await workbench.check('PAY-142');
      await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
      await workbench.check('Brightwater');
      await workbench.page.mouse.move(1000, 700);
      return undefined;
    },
  },
  {
    name: 'discovery',
    theme: 'light',
    size: { width: 1280, height: 760 },
    steps: async (workbench) => {
      await workbench.openContainer('Because');
      for (const view of ['Sprint', 'Current Work']) await workbench.foldView(view);
      await workbench.openView('Discovery');
      await widenSidebar(workbench);
      await workbench.unfold('Discovery', 'Your time');
      const session = workbench.row('Discovery', 'Tern Bank');
      await session.hover();
      await session.getByRole('button', { name: 'Take Notes' }).click();
      await workbench.editor.locator('.view-line').filter({ hasText: '# Interview' }).waitFor();
      await workbench.typeLines(notes);
      await workbench.page.locator('.codelens-decoration a').filter({ hasText: 'notes into evidence' }).click();
      await workbench.quickRows.filter({ hasText: 'We print the screen' }).waitFor();
      return undefined;
    },
  },
  {
    name: 'why-block',
    theme: 'light',
    size: { width: 1500, height: 800 },
    steps: async (workbench) => {
      await hideSidebar(workbench);
      await workbench.runCommand('File: New Untitled Text File');
      await workbench.runCommand('Change Language Mode');
      await workbench.answer('Markdown');
      await workbench.statusItem('Markdown').waitFor();
      await workbench.editor.click();
      await workbench.page.keyboard.type('A message that is tried again goes back to its place in the queue.\n\n');
      await workbench.runCommand('Because: Insert Why Block');
      await workbench.editor.locator('.view-line').filter({ hasText: 'Open risks' }).waitFor();
      await workbench.runCommand('Markdown: Open Preview to the Side');
      const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await preview.getByText('Open risks').waitFor();
      await workbench.page.mouse.move(1100, 700);
      return undefined;
    },
  },
  {
    name: 'records',
    theme: 'dark',
    size: { width: 1280, height: 800 },
    steps: async (workbench) => {
      await workbench.openFile('initiatives/OPS-58.md');
      await workbench.page.locator('.squiggly-warning').first().waitFor();
      // Whoever fixes may still be starting; the editor asks again only when the mouse comes back.
      await eventually(async () => {
        const hover = await workbench.hover('silent-failure');
        const isOffered = await hover.getByText('Quick Fix...').waitFor({ timeout: MOMENT }).then(yes, no);
        if (!isOffered) await workbench.page.mouse.move(900, 20);
        return isOffered;
      }, 'The fix in the hover');
      return { x: 350, y: 0, width: 930, height: 500 };
    },
  },
];

/** What somebody wrote down in an interview. */
const notes = [
  '“He asked how I knew, and I had nothing.” — Viktor',
  '> We print the screen and sign it.',
  'Keeps the signed prints in a folder for ten years',
  '! Their last auditor was content with the log',
  '+ Show an auditor who was told, and when',
];

/** The editor alone, with the side bar put away. */
async function hideSidebar(workbench: Workbench): Promise<void> {
  await workbench.openContainer('Because');
  await workbench.row('Current Work', 'PAY-142').waitFor();
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
}

/** The board of the demo, with the side bar put away. */
async function scoringBoard(workbench: Workbench): Promise<BoardPage> {
  const board = new BoardPage(workbench);
  await workbench.openContainer('Because');
  await workbench.row('Sprint', 'PAY-142').waitFor();
  await workbench.runCommand('Because: Open Scoring Board');
  await board.document.locator('[data-opens="PAY-142"]').waitFor();
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  return board;
}

/** The card of a key; another hover (the link's) may come a moment before it. */
async function card(workbench: Workbench): Promise<void> {
  const hover = await workbench.hover('PAY-142');
  await hover.getByText('Flag risk').waitFor();
}

/** Where the side bar ends when it is wide enough for most titles. */
const SIDEBAR = 460;

async function widenSidebar(workbench: Workbench): Promise<void> {
  const { x = 0, width = 0 } = (await workbench.page.locator('.part.sidebar').boundingBox()) ?? {};
  await drag(workbench, { from: x + width, to: SIDEBAR, y: 500 });
}

/** Moves the border between two parts of the window. */
async function drag({ page }: Workbench, { from, to, y }: { from: number; to: number; y: number }): Promise<void> {
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(to, y, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(1000, 20);
}

/** The side bar with one initiative opened into its why. */
async function showInitiative(workbench: Workbench): Promise<void> {
  await workbench.openContainer('Because');
  await widenSidebar(workbench);
  await workbench.unfold('Sprint', 'PAY-142');
  await workbench.unfold('Sprint', 'Why');
  await workbench.page.mouse.move(1000, 20);
}

/** Each in a window of its own, on a demo of its own with its git history: no picture depends on the one before. */
async function draw({ name, theme, size, steps }: Shot): Promise<void> {
  const demo = await makeFolder({}, 'relay');
  await makeDemoRepository(demo.path);
  const workbench = await openWorkbench({ folder: demo.path, theme, size, settings: { 'because.me': 'ada' } });
  try {
    const clip = await steps(workbench);
    const file = path.join(root, 'docs', `${name}.png`);
    await workbench.page.screenshot({ path: file, animations: 'disabled', ...(clip ? { clip } : {}) });
  } finally {
    await workbench.close();
    await demo.remove();
  }
}

const asked = process.argv.slice(2);
await buildAll();
try {
  for (const shot of shots.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    await step(`docs/${shot.name}.png`, () => draw(shot));
  }
} finally {
  await closeAllWindows();
}
