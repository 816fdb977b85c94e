/** A session with a customer, from the seat to the evidence: what is noted survives Esc, a reload and a closed tab. */
import * as assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const SESSION = '.because/sessions/compliance-tern-bank.se-k8v2d6np.md';
const TERN = 'Interview with Tern Bank';
const NOTES = [
  '“He asked how I knew, and I had nothing.” — Viktor',
  '> We print the screen and sign it.',
  'Keeps the signed prints in a folder for ten years',
  '! Their last auditor was content with the log',
  'Two people, three days',
  '+ Show an auditor who was told, and when',
];

describe('a session', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await copyFolder();
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    await openDiscovery();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  async function openDiscovery(): Promise<void> {
    await new Sidebar(workbench).open();
    await workbench.openView('Discovery');
  }

  const evidence = (): Promise<readonly string[]> => readdir(path.join(folder.path, '.because', 'evidence'));

  /** A button of the session's row, which comes with the mouse. */
  async function press(name: string): Promise<void> {
    const row = workbench.row('Discovery', TERN);
    await eventually(async () => {
      await row.hover();
      const pressed = row.getByRole('button', { name }).click({ timeout: 2000 });
      return pressed.then(
        () => true,
        () => false,
      );
    }, `The button ${name}`);
  }

  const line = (text: string) => workbench.editor.locator('.view-line').filter({ hasText: text });
  const turn = () => workbench.page.locator('.codelens-decoration a').filter({ hasText: 'notes into evidence' });

  it('has a seat, which is taken from its row', async () => {
    await workbench.row('Discovery', /Interview with Tern Bank.*1 seat free/).waitFor();
    await press('Take a Seat');
    await workbench.row('Discovery', /Interview with Tern Bank.*you have a seat/).waitFor();
    assert.match(await folder.read(SESSION), /^participants: \[dorothy, ada\]$/m);
  });

  it('has a brief to read before', async () => {
    await press('Read Brief');
    const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await preview.getByRole('heading', { level: 1, name: `Brief: ${TERN}` }).waitFor();
    await preview.getByText('Viktor', { exact: true }).waitFor();
    await preview.getByText('Nothing so far.').or(preview.getByText('Evidence against it')).first().waitFor();
  });

  it('is noted on a sheet, which a reload and a closed tab leave as it is', async () => {
    await press('Take Notes');
    await line('# Interview with Tern Bank').waitFor();
    await workbench.typeLines(NOTES);
    await turn()
      .filter({ hasText: `Turn ${NOTES.length} notes` })
      .waitFor();
    await workbench.changeSettings({ 'because.me': 'ada' });
    await line('Two people, three days').waitFor();
    await turn().waitFor();
    await workbench.runCommand('View: Close Editor');
    await workbench.page.getByRole('button', { name: "Don't Save" }).click();
    await turn().waitFor({ state: 'detached' });
    await openDiscovery();
    await press('Take Notes');
    await line('Two people, three days').waitFor();
  });

  it('is turned into evidence where the person says so, and not before', async () => {
    const before = await evidence();
    await turn().click();
    const rows = workbench.quickRows;
    await rows.filter({ hasText: 'He asked how I knew' }).filter({ hasText: 'Quote' }).waitFor();
    assert.equal(await rows.count(), NOTES.length);
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    assert.deepEqual(await evidence(), before);
    await line('Two people, three days').waitFor();
    await turn().click();
    await rows.filter({ hasText: 'He asked how I knew' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await eventually(async () => (await evidence()).length === before.length + 5, 'Five pieces of evidence');
    await workbench.page.locator('.tab.active', { hasText: 'compliance-tern-bank' }).waitFor();
    await line('Show an auditor who was told').waitFor();
    assert.match(await folder.read(SESSION), /^status: done$/m);
    await workbench.page.locator('.tab', { hasText: 'Untitled' }).waitFor({ state: 'detached' });
    await workbench.row('Discovery', 'Earlier').waitFor();
  });

  it('is known from then on where its key stands', async () => {
    await workbench.openFile('src/receipts/receiptLog.ts');
    const hover = await workbench.hover('OPS-52');
    await hover.getByText('He asked how I knew').or(hover.getByText('We print the screen')).first().waitFor();
  });
});
