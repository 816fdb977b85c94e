/** A person writes a record in the workbench: fields, ids and values are offered, mistakes are told and mended. */
import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const file = '.because/initiatives/PAY-200.md';

describe('writing a record', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await copyFolder();
    await folder.write(file, '');
    workbench = await openWorkbench({ folder: folder.path });
    await workbench.openFile('initiatives/PAY-200.md');
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const type = (text: string) => workbench.page.keyboard.type(text, { delay: 30 });
  const press = (key: string) => workbench.page.keyboard.press(key);
  const suggestion = (text: string): Locator =>
    workbench.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: text }).first();
  const line = (text: string): Locator => workbench.editor.locator('.view-line').filter({ hasText: text }).first();
  /** Of each warning that is drawn, whether it stands in this line. */
  const markedAt = async (row: Locator): Promise<boolean[]> => {
    const [field, marks] = await Promise.all([row.boundingBox(), workbench.editor.locator('.squiggly-warning').all()]);
    const boxes = await Promise.all(marks.map((mark) => mark.boundingBox()));
    return boxes.map((box) => field !== null && box !== null && Math.abs(box.y - field.y) < field.height);
  };

  it('begins with the whole record', async () => {
    await workbench.editor.click();
    await type('-');
    await suggestion('New Initiative').waitFor();
    await press('Enter');
    await line('id: PAY-200').waitFor();
    await type('Receipts that arrive');
    await line('title: Receipts that arrive').waitFor();
    await press('Escape');
    await press('Escape');
  });

  it('offers problems by their titles while one is typed', async () => {
    await workbench.goToLine(6);
    await press('End');
    await type('receip');
    await suggestion('late-receipts').waitFor();
    await press('Enter');
    await line('problem: late-receipts').waitFor();
  });

  it('offers fields by their first letters, and then their values', async () => {
    await press('End');
    await press('Enter');
    await type('own');
    await suggestion('owner').waitFor();
    await press('Enter');
    await suggestion('grace').waitFor();
    await type('gra');
    await press('Enter');
    await line('owner: grace').waitFor();
  });

  it('tells a mistake and mends it by keyboard', async () => {
    await workbench.goToLine(8);
    await press('End');
    await type('2026-25');
    await press('Escape');
    await eventually(async () => (await markedAt(line('sprint:'))).includes(true), 'The finding');
    await press('ControlOrMeta+.');
    await workbench.page.getByText('Change to “2026-24”').first().waitFor();
    await press('Enter');
    await line('sprint: 2026-2').filter({ hasNotText: '2026-25' }).waitFor();
  });

  it('keeps a finding at its field when the file is written from outside', async () => {
    const outcome = line('outcome:');
    const isMarked = async () => {
      const marks = await markedAt(outcome);
      return marks.length > 0 && marks.every(Boolean);
    };
    const text = (more: string) =>
      `---\nid: PAY-300\n${more}outcome: {metric: People read it}\nstatus: candidate\n---\n`;
    await folder.write('.because/initiatives/PAY-300.md', text(''));
    await workbench.openFile('initiatives/PAY-300.md');
    await eventually(isMarked, 'The finding');
    await folder.write('.because/initiatives/PAY-300.md', text('title: Receipts\nsprint: [2026-24]\nowner: grace\n'));
    await line('owner: grace').waitFor();
    await eventually(isMarked, 'The finding where its field went');
    await folder.write('.because/initiatives/PAY-300.md', text('owner: grace\n'));
    await line('title: Receipts').waitFor({ state: 'detached' });
    await eventually(isMarked, 'The finding where its field came back');
    await workbench.openFile('initiatives/PAY-200.md');
  });

  it('explains a field on hover', async () => {
    const hover = await workbench.hover('status');
    assert.match(((await hover.textContent()) ?? '').replaceAll('\u00a0', ' '), /How far along it is/);
  });
});
