/** Meeting the why: the hover card in code, and the card in the preview of a design document. */
import assert from 'node:assert/strict';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import { seriousIn } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { demoFolder } from '../support/paths.ts';
import { WhyDocument } from './pages/why.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

/** An element, as Playwright types it for code that runs in the page. */
type Drawn = Parameters<Extract<Parameters<Locator['evaluate']>[0], (...given: never) => unknown>>[0];

/** Runs in the page: the days a text names, and on how many lines each is drawn. */
function daysIn(element: Drawn): { day: string; lines: number }[] {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* text nodes */);
  const found: { day: string; lines: number }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of (node.textContent ?? '').matchAll(/\d{1,2}\s[A-Z][a-z]{2,3}(?:\s\d{4})?|\d{4}-\d\d-\d\d/g)) {
      const range = element.ownerDocument.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      found.push({ day: match[0], lines: range.getClientRects().length });
    }
  }
  return found;
}

describe('the card of an issue key', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: demoFolder });
  });

  after(() => workbench.close());

  /** The hover of the product over this text. */
  async function card(text: string): Promise<Locator> {
    const hover = await workbench.hover(text);
    await hover.getByText('Open', { exact: true }).first().waitFor();
    return hover;
  }

  it('appears over a key in code, with problem, outcome, evidence and risks', async () => {
    await workbench.openFile('src/queue/deliveryQueue.ts');
    const hover = await card('PAY-142');
    const said = ((await hover.textContent()) ?? '').replaceAll('\u00a0', ' ');
    for (const part of [
      'PAY-142 · Urgent updates reach people in time · building',
      'Problem: 30% of users miss time-sensitive updates, and it costs us $200K in annual churn.',
      'Outcome: People who read an urgent update within 5 minutes: 70 → 95% by 31 Jan 2027',
      'Evidence: “I found out from a shop owner on the telephone.',
      'customers',
      'Risks: ',
      ' open (',
      'Flag risk',
      'RICE',
      'Score',
      'Challenge',
    ]) {
      assert.ok(said.includes(part), `“${part}” is not in: ${said}`);
    }
    assert.equal(await hover.locator('img').count(), 0);
  });

  it('shows what can be done without scrolling', async () => {
    await workbench.openFile('src/queue/deliveryQueue.ts');
    const hover = await card('PAY-142');
    const [around, action] = await Promise.all([
      hover.boundingBox(),
      hover.getByText('Challenge', { exact: true }).boundingBox(),
    ]);
    assert.ok(around && action);
    assert.ok(action.y + action.height <= around.y + around.height, `${action.y} in ${JSON.stringify(around)}`);
  });

  it('shows what can be done without scrolling, and no day broken, in a narrow window and where texts are long', async () => {
    const { page } = workbench;
    await page.setViewportSize({ width: 1000, height: 800 });
    await workbench.openFile('docs/quieter-mornings.md');
    const hover = await workbench.hover('OPS-31');
    await hover.getByText('Flag risk').first().waitFor();
    for (const action of ['Open', 'Flag risk', 'Score', 'Challenge']) {
      // Other hovers come a moment later and move it.
      await eventually(async () => {
        const [around, box] = await Promise.all([
          hover.boundingBox(),
          hover.getByText(action, { exact: true }).first().boundingBox(),
        ]);
        return around && box && box.y >= around.y && box.y + box.height <= around.y + around.height;
      }, `${action} in sight`);
    }
    const days = await hover.evaluate(daysIn);
    assert.ok(days.length > 2, days.map(({ day }) => day).join());
    for (const { day, lines } of days) assert.equal(lines, 1, day);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  // A light one after each dark one, so that the window is seen to wear it.
  const worn = [
    'dark',
    'light plus',
    'dark 2026',
    'light 2026',
    'dark plus',
    'high contrast light',
    'high contrast',
  ] as const;
  for (const theme of worn) {
    it(`has nothing serious that axe-core would find in ${theme}`, async () => {
      await workbench.wear(theme);
      await workbench.openFile('src/queue/deliveryQueue.ts');
      const hover = await card('PAY-142');
      await hover.getByText('customers · ').waitFor();
      assert.deepEqual(await seriousIn(workbench.page, "'.monaco-hover'"), []);
    });
  }

  it('opens the whole why from the hover', async () => {
    await workbench.openFile('src/queue/deliveryQueue.ts');
    await (await card('PAY-142')).getByText('Open', { exact: true }).first().click();
    await new WhyDocument(workbench).title('Urgent updates').waitFor();
  });
});

describe('the preview of a design document', () => {
  let workbench: Workbench;
  let folder: Folder;

  before(async () => {
    folder = await copyFolder();
    await folder.write('docs/unplanned.txt', 'Ask about PAY-999.\n');
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    await workbench.openFile('docs/urgent-channel.md');
    await workbench.runCommand('Markdown: Open Preview');
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  /** What the preview shows at the moment; drawing it again replaces its frame. */
  const shown = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  /** The frame of the preview that holds the document now. */
  async function preview(): Promise<Frame> {
    const handle = await shown().locator('.because-card').first().elementHandle();
    const frame = await handle?.ownerFrame();
    assert.ok(frame);
    return frame;
  }

  it('draws the card and links the keys', async () => {
    const frame = await preview();
    assert.match(
      (await frame.locator('.because-card').first().textContent()) ?? '',
      /^\s*PAY-142 · Urgent updates reach/,
    );
    assert.match((await frame.locator('a.because-link').first().getAttribute('title')) ?? '', /^PAY-142 · Urgent/);
  });

  it('has nothing serious that axe-core would find', async () => {
    const cards = "{ include: [['.because-card'], ['.because-link']] }";
    assert.deepEqual(await seriousIn(await preview(), cards), []);
  });

  it('is drawn again when a record changes', async () => {
    const file = '.because/initiatives/PAY-142.md';
    await folder.write(
      file,
      (await folder.read(file)).replace('title: Urgent updates reach people', 'title: Nobody waits'),
    );
    await shown().locator('.because-card .because-title').getByText('Nobody waits in time').waitFor();
  });

  it('leads from a card to its record', async () => {
    await shown().locator('.because-card a').first().click();
    await workbench.page.locator('.tab.active', { hasText: 'PAY-142.md' }).waitFor();
  });

  it('leads from an unknown key to its new initiative', async () => {
    await workbench.openFile('docs/unplanned.txt');
    const hover = await workbench.hover('PAY-999');
    await hover.getByText('No record for PAY-999 yet.').waitFor();
    await hover.getByText('Create initiative').click();
    await workbench.quickInputBox.waitFor();
    await workbench.answer('A second telephone number');
    await workbench.pick('None yet');
    await workbench.pick('No sprint yet');
    await workbench.page
      .locator('.monaco-list-row.selected', { hasText: 'PAY-999 A second telephone number' })
      .waitFor();
    assert.match(
      await folder.read('.because/initiatives/PAY-999.md'),
      /^---\nid: PAY-999\ntitle: A second telephone number\n/,
    );
  });
});
