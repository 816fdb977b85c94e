/** A persona built from the demo's evidence with the keyboard alone, written down, opened again and changed. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { seriousIn } from '../support/axe.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { PersonaDocument } from './pages/persona.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const themes = ['light', 'dark', 'high contrast', 'high contrast light'] as const;

const FILE = '.because/personas/night-shift-nora.md';

/** Words that would be more than words wherever they were taken for markup. */
const TRAP = '<img src=x onerror=alert(1)> [x](command:evil.one) **b**';

describe('the persona page', () => {
  let folder: Folder;
  let workbench: Workbench;
  let page: PersonaDocument;

  before(async () => {
    folder = await copyFolder();
    await folder.write(
      '.because/evidence/trap.ev-trap0000.md',
      record(['id: ev-trap0000', 'kind: quote', 'problem: missed-updates', 'importance: 3'], `> ${TRAP}\n`),
    );
    await folder.write(
      '.because/personas/old-otto.md',
      record(['name: Otto', 'basis: observed', 'validated: 2020-01-10'], 'Retired by now.\n'),
    );
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    page = new PersonaDocument(workbench);
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'PAY-142').waitFor();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const press = (...keys: readonly string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => workbench.page.keyboard.press(key)), Promise.resolve());

  /** Goes to a control with the Tab key, and gives it a key. */
  async function at(control: ReturnType<PersonaDocument['button']>, key: string): Promise<void> {
    await page.tabTo(control);
    await press(key);
  }

  async function frame(): Promise<Frame> {
    const handle = await page.document.locator('main').elementHandle();
    return (await handle?.ownerFrame()) ?? assert.fail('The page has no frame.');
  }

  it('begins with the problems one may choose from, and gathers what customers said of them', async () => {
    await workbench.runCommand('Because: Build a Persona');
    await page.document.getByText('Choose a problem or a segment').waitFor();
    await at(page.choice(/miss(?:ed)? .*updates/i), 'Space');
    await page.document.getByText(/Evidence: \d customers/).waitFor();
    assert.equal(await page.document.locator('main :is(img, a, script, iframe, b)').count(), 0);
  });

  it('marks a field as observed by the evidence that carries it, and puts in its words', async () => {
    assert.equal(await page.mark('Frustrations').textContent(), '○ Nothing yet');
    await at(page.carrier('Frustrations', 'I found out from a shop owner'), 'Space');
    await page.mark('Frustrations').getByText('Observed · 1 piece · 1 customer').waitFor();
    assert.match(await page.field('Frustrations').inputValue(), /^I found out from a shop owner/);
    await at(page.carrier('Portrait', 'A cut-off at four'), 'Space');
    assert.match(
      await page.field('Portrait').inputValue(),
      /^> A cut-off at four[\s\S]*\]\(\.\.\/evidence\/tern-cut-off/,
    );
  });

  it('writes the record, with its sources, and the problem that names it', async () => {
    await page.field('Name').focus();
    await workbench.page.keyboard.type('Night-shift Nora');
    // A stray Escape takes nothing away.
    await press('Escape');
    await at(page.button('Save Persona'), 'Enter');
    await page.button('Open Record').waitFor();
    const text = await folder.read(FILE);
    assert.match(text, /name: Night-shift Nora\n/);
    assert.match(text, /frustrations:\n {2}- I found out from a shop owner/);
    assert.match(text, /observed:\n?[\s\S]*frustrations: ev-7k3f9q2m[\s\S]*portrait: ev-3n8xw0vd/);
    assert.match(
      text,
      /---\n> A cut-off at four is not news at twenty past four[^\n]*\n\n— \[Tern Bank, 2026-10-29\]\(/,
    );
    assert.match(await folder.read('.because/problems/missed-updates.md'), /personas: \[.*night-shift-nora\]/);
  });

  it('keeps what is typed over a reload, and changes one field and no other byte', async () => {
    const before = await folder.read(FILE);
    await page.field('Role').focus();
    await workbench.page.keyboard.type('Night-shift lead');
    await workbench.changeSettings({ 'because.me': 'ada' });
    await page.button('Discard').waitFor();
    assert.equal(await page.field('Role').inputValue(), 'Night-shift lead');
    await at(page.button('Save Persona'), 'Enter');
    await page.button('Discard').waitFor({ state: 'detached' });
    const after = await folder.read(FILE);
    assert.equal(after.replace('role: Night-shift lead\n', ''), before);
    assert.notEqual(after, before);
  });

  it('shows what contradicts beside what supports', async () => {
    const against = page.document.getByRole('region', { name: 'For and against' });
    await against.getByText('Half of them had muted us').waitFor();
    assert.ok(await against.getByText('I found out from a shop owner').isVisible());
  });

  it('says that nobody has checked a persona for a year, until somebody has', async () => {
    await page.document.getByRole('combobox', { name: 'Persona' }).selectOption({ label: 'Otto' });
    await page.document.getByText('for over a year. Talk to some').waitFor();
    await page.button('Mark as Validated Today').focus();
    await press('Enter');
    await page.document.getByText('for over a year. Talk to some').waitFor({ state: 'detached' });
    assert.doesNotMatch(await folder.read('.because/personas/old-otto.md'), /2020-01-10/);
  });

  for (const theme of themes) {
    it(`has nothing serious that axe-core would find in ${theme}, wide and narrow`, async () => {
      await workbench.wear(theme);
      for (const width of [1400, 700]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await seriousIn(await frame(), "'main'"), []);
      }
    });
  }
});
