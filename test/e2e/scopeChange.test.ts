/** A scope that changes after the commitment: it is asked for once, in place, and then said where people look. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { copyFolder, type Folder } from '../support/folder.ts';
import { Sidebar } from './pages/sidebar.ts';
import { WhyDocument } from './pages/why.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const INITIATIVE = '.because/initiatives/PAY-142.md';

describe('a scope that changes after the commitment', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await copyFolder();
    workbench = await openWorkbench({
      folder: folder.path,
      settings: { 'because.me': 'grace' },
      size: { width: 1280, height: 1600 },
    });
    await new Sidebar(workbench).open();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const filesOf = (): Promise<readonly string[]> => readdir(path.join(folder.path, '.because', 'scope-changes'));

  it('is asked for where people look: Needs You, and the row below the initiative', async () => {
    const text = await folder.read(INITIATIVE);
    const more = '  - {title: A web page for who has no phone, effort: 1}\n';
    await folder.write(INITIATIVE, text.replace('due: 2026-12-18', `${more}due: 2027-01-15`));
    await workbench.row('Sprint', 'PAY-142').waitFor();
    await workbench.unfold('Sprint', 'PAY-142');
    await workbench.row('Sprint', /^Scope changed.*\+1 person-weeks.*18\sDec.*15\sJan/).waitFor();
    await workbench.openView('Needs You');
    await workbench.foldView('Sprint');
    await workbench.row('Needs You', /^Say why the scope changed.*PAY-142/).waitFor();
  });

  it('is recorded with a click: what changed is filled in, the person says why and who asked', async () => {
    const before = await filesOf();
    const row = workbench.row('Needs You', /^Say why the scope changed.*PAY-142/);
    await row.click();
    await workbench.quickInput.getByText(/Why did the scope change\? \+1 person-weeks/).waitFor();
    await workbench.answer('Halden Freight reads on a terminal.');
    await workbench.question(2);
    await workbench.page.keyboard.insertText('Halden Freight');
    await workbench.pick('Halden Freight');
    const file = await eventually(
      async () => (await filesOf()).find((name) => !before.includes(name) && name.endsWith('.md')),
      'A file in scope-changes',
    );
    const text = await folder.read(`.because/scope-changes/${file}`);
    assert.match(
      text,
      /^requestedBy: Halden Freight\nadded: 1\nunit: person-weeks\ndueFrom: 2026-12-18\ndueTo: 2027-01-15$/m,
    );
    assert.match(text, /\nHalden Freight reads on a terminal\.\n$/);
    await row.waitFor({ state: 'detached' });
  });

  it('is said on the why page, with the planned scope drawn', async () => {
    await new Sidebar(workbench).open();
    await workbench.openView('Sprint');
    await workbench.row('Sprint', 'PAY-142').click();
    const why = new WhyDocument(workbench);
    await why.title('Urgent updates').waitFor();
    await why.document.getByRole('heading', { name: 'Scope Changes' }).waitFor();
    await why.document.getByText(/\+40%/).waitFor();
    await why.document.getByText(/asked for by Halden Freight/).waitFor();
    await why.document.getByRole('img', { name: /5 planned, 0 done; .*7 planned/ }).waitFor();
  });
});
