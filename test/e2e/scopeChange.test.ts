/** A scope that changes after the commitment: it is asked for once, in place, and then said where people look. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { copyFolder, type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { Sidebar } from './pages/sidebar.ts';
import { WhyDocument } from './pages/why.ts';
import { MOMENT, no, openWorkbench, type Workbench, yes } from './pages/workbench.ts';

const INITIATIVE = '.because/initiatives/PAY-142.md';

/** The why page of an initiative, by its row: rows that are drawn anew meanwhile lose a click. */
async function openWhy(workbench: Workbench, key: string): Promise<WhyDocument> {
  const why = new WhyDocument(workbench);
  await eventually(async () => {
    await workbench.row('Sprint', key).click();
    return why.title(key).waitFor({ timeout: MOMENT }).then(yes, no);
  }, `The why page of ${key}`);
  return why;
}

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
    await workbench.row('Sprint', /^Scope changed.*\+1 person-week\b.*18\sDec.*15\sJan/).waitFor();
    await workbench.openView('Needs You');
    await workbench.foldView('Sprint');
    await workbench.row('Needs You', /^Say why the scope changed.*PAY-142/).waitFor();
  });

  it('is recorded with a click: what changed is filled in, the person says why and who asked', async () => {
    const before = await filesOf();
    const row = workbench.row('Needs You', /^Say why the scope changed.*PAY-142/);
    await row.click();
    await workbench.quickInput.getByText(/Why did the scope change\? \+1 person-week\b/).waitFor();
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
    const why = await openWhy(workbench, 'PAY-142');
    await why.title('Urgent updates').waitFor();
    await why.document.getByRole('heading', { name: 'Scope Changes' }).waitFor();
    await why.document.getByText(/\+40%/).waitFor();
    await why.document.getByText(/asked for by Halden Freight/).waitFor();
    await why.document.getByRole('img', { name: /5 planned, 0 done; .*7 planned/ }).waitFor();
  });
});

describe('a scope that changes after a commitment made by hand', () => {
  let folder: Folder;
  let workbench: Workbench;

  const FILE = '.because/initiatives/PAY-1.md';
  const initiative = (status: string) =>
    record(
      [
        'title: Receipts',
        'owner: ada',
        'sprint: s1',
        `status: ${status}`,
        'due: 2026-01-31',
        'slices:',
        '  - {title: Push, effort: 10}',
        '  - {title: SMS, effort: 5}',
      ],
      'A receipt for each payment.\n',
    );

  before(async () => {
    folder = await makeFolder({
      '.because/because.yml': 'team:\n  members:\n    - {id: ada, name: Ada Lovelace, role: pm}\nkeys: [PAY]\n',
      '.because/sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-01-01', 'ends: 2099-01-01']),
      [FILE]: initiative('candidate'),
    });
    await folder.git('init', '--quiet');
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', 'Begin');
    await folder.write(FILE, initiative('committed'));
    await folder.git('commit', '--quiet', '--all', '--date=2026-01-05T09:00:00Z', '-m', 'Commit to the receipts');
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'ada' } });
    await new Sidebar(workbench).open();
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  it('is noticed by itself as the record is edited, by what git knows of the commitment', async () => {
    await workbench.unfold('Sprint', 'PAY-1');
    assert.equal(await workbench.row('Sprint', 'Scope changed').count(), 0);
    await workbench.openFile(FILE);
    await workbench.goToLine(9);
    // The editor indents the line that follows like this one.
    await workbench.page.keyboard.press('Home');
    await workbench.typeLines(['- {title: A call, effort: 3}']);
    await workbench.page.keyboard.press('ControlOrMeta+S');
    await workbench.row('Sprint', /^Scope changed.*\+3 person-weeks.*\+ A call/).waitFor();
  });

  it('is asked for in place, and then said as what made it late', async () => {
    await workbench.row('Sprint', 'Scope changed').click();
    await workbench.question(1);
    await workbench.quickInput.getByText(/Why did the scope change\? \+3 person-weeks/).waitFor();
    await workbench.answer('Acme wants to be called.');
    await workbench.question(2);
    await workbench.pick('Ada Lovelace');
    await workbench.row('Sprint', 'Scope changed').waitFor({ state: 'detached' });
    const why = await openWhy(workbench, 'PAY-1');
    await why.document.getByText(/^Late after \+20% scope, agreed on \d+\s\w+/).waitFor();
    await why.document.getByRole('img', { name: /15 planned, 0 done; .*18 planned/ }).waitFor();
    assert.deepEqual(await workbench.told(), []);
  });
});
