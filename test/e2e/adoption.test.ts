/** The adoption of a feature, counted in a CSV of events as a person does it, read, and recorded as a result. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { record } from '../support/sources.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

/** Forty people saw it on the first; 30 used it two days later, 20 of them again. Rows 72 and 93 to 94 say too little. */
const people = Array.from({ length: 40 }, (_, at) => `user-${at}`);
const events = [
  'When;Who;What happened',
  ...people.map((user) => `2026-11-01T10:00:00Z;${user};report seen`),
  ...people.slice(0, 30).map((user) => `2026-11-03T10:00:00Z;${user};report exported`),
  'some day;user-1;report exported',
  ...people.slice(0, 20).map((user) => `2026-11-05T10:00:00Z;${user};report exported`),
  '2026-11-05T10:00:00Z;;report exported',
  '2026-11-05T10:00:00Z;;report exported',
].join('\r\n');

const files = {
  '.because/because.yml': 'team:\n  members:\n    - {id: grace, name: Grace Hopper, role: pm}\nkeys: [PAY]\n',
  '.because/initiatives/PAY-7.md': record(
    [
      'title: Export reports',
      'status: shipped',
      'owner: grace',
      'outcome: {metric: Reports sent, baseline: 2, target: 8}',
    ],
    'One click.\n',
  ),
  'events.csv': events,
};

const next = 'Save it as CSV with a row for each event: who, what and when.';

/** Files that nobody can count, what is told of each, and whether its columns are asked for before. */
const wrongFiles = [
  {
    name: 'picture.png',
    bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    says: `picture.png is not a text file. ${next}`,
  },
  { name: 'empty.csv', bytes: '', says: `empty.csv is empty. ${next}` },
  { name: 'two.csv', bytes: 'user,time\nada,2026-11-01\n', says: `two.csv has fewer than three columns. ${next}` },
  {
    name: 'wide.csv',
    bytes: `${Array.from({ length: 10_000 }, (_, at) => `column_${at}`).join(',')}\n`,
    says: `Row 1 has 10,000 columns. At most 1,000 can be read. ${next}`,
  },
  {
    name: 'quote.csv',
    bytes: `user,event,time\nada,used,2026-11-01\n"bob,used,2026-11-01\n${'ada,used,2026-11-01\n'.repeat(100)}`,
    says: `Row 3 has a quotation mark that does not end its field. ${next}`,
  },
  {
    name: 'unnamed.csv',
    bytes: 'ada,used,2026-11-01\nbob,used,2026-11-02\n',
    columns: true,
    says: 'The first row is an event. It should name the columns. Put a row with names above it, such as user, event, time.',
  },
  {
    name: 'header.csv',
    bytes: 'user,event,time\n',
    columns: true,
    says: 'header.csv has no events yet. Choose other columns, or save it as CSV with a row for each event.',
  },
  {
    name: 'badtimes.csv',
    bytes: 'user,event,time\nada,used,11/01/2026\nbob,used,11/02/2026\n',
    columns: true,
    says: 'No row of badtimes.csv could be read: no readable time · rows 2–3. Choose another column, or write times such as 2026-11-23T09:30Z.',
  },
];

describe('the adoption of a feature', () => {
  let folder: Folder;
  let workbench: Workbench;

  before(async () => {
    folder = await makeFolder(files);
    workbench = await openWorkbench({ folder: folder.path, settings: { 'because.me': 'grace' } });
    await workbench.openContainer('Because');
  });

  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  const enter = () => workbench.quickInputBox.press('Enter');
  const asked = (text: string) => workbench.quickInput.getByPlaceholder(text).waitFor();
  const preview = () =>
    workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame').locator('body');

  /** Begins with a file of the folder. */
  async function begin(file: string): Promise<void> {
    await workbench.runCommand('Because: Adoption Calculator…');
    await workbench.pick('A CSV file of events');
    await workbench.quickInput.locator('.quick-input-title').getByText('A CSV file with a row').waitFor();
    // The dialog writes the folder into its box once it has listed it, over what was typed before.
    await workbench.quickRows.filter({ hasText: 'events.csv' }).waitFor();
    await workbench.answer(path.join(folder.path, file));
  }

  /** Takes the columns that are guessed. */
  async function takeColumns(): Promise<void> {
    for (const number of [1, 2, 3]) {
      await workbench.question(number);
      await enter();
    }
  }

  /** Checks rows of a question that takes several, and goes on. */
  async function check(...rows: readonly string[]): Promise<void> {
    for (const row of rows) await workbench.check(row);
    await enter();
  }

  it('begins with a file, whose columns are guessed and shown with what stands in them', async () => {
    await begin('events.csv');
    await asked('Which column says who did it?');
    await workbench.quickRows.filter({ hasText: 'Who' }).filter({ hasText: 'user-0 · user-1 · user-2' }).waitFor();
    await enter();
    await asked('Which column says what happened?');
    await workbench.quickRows.filter({ hasText: 'When' }).waitFor();
    assert.equal(await workbench.quickRows.count(), 2);
    await enter();
    await asked('Which column says when?');
    await enter();
  });

  it('asks which events mean what, and says how many rows were left out', async () => {
    await asked('Which events mean that a person used it?');
    await workbench.quickInput.getByText('events.csv: 90 events of 40 people · 3 rows left out').waitFor();
    await workbench.quickRows.filter({ hasText: 'report exported' }).filter({ hasText: '50 events' }).waitFor();
    await check('report exported');
    await asked('Which mean that they saw it? (optional)');
    await check('report seen');
    await asked('Which mean that they began with it? (optional)');
    await check();
    await workbench.quickInput.getByText('How many people could use it?').waitFor();
    assert.equal(await workbench.quickInputBox.inputValue(), '40');
    await workbench.answerWrongly('many');
    await workbench.quickInput.getByText('Give a whole number').waitFor();
    await workbench.answer('80');
    await workbench.question(5);
    await workbench.answer('15');
    await workbench.question(6);
    await workbench.answer('400');
  });

  it('is read with its intervals, its quadrant, and the rows that were left out', async () => {
    await asked('Adoption: 30 of 80 used it, 37.5% (27.7 to 48.5).');
    await workbench.pick('Read');
    await preview().getByText('Half adopt it within 2 days. 10 people have not yet, and count as waiting.').waitFor();
    for (const words of [
      'Target, of everybody 20% (16.4 to 24.2)',
      'Used it again 20 66.7% (48.8 to 80.8) 25% (16.8 to 35.5)',
      '● Core feature',
      'no user: 2 · rows 93–94',
      'no readable time: 1 · row 72',
    ]) {
      await preview()
        .getByText(words)
        .or(preview().getByRole('row', { name: words }))
        .first()
        .waitFor();
    }
  });

  it('is recorded as a result, with the hash of the file', async () => {
    await asked('Adoption: 30 of 80 used it, 37.5% (27.7 to 48.5).');
    await workbench.pick('Record a Result…');
    await workbench.pick('PAY-7');
    await workbench.question(1);
    await enter();
    await workbench.question(2);
    await enter();
    await workbench.question(3);
    await workbench.answer('6');
    for (const number of [4, 5, 6, 7, 8, 9, 10]) {
      await workbench.question(number);
      await enter();
    }
    const article = preview().getByRole('article', { name: 'PAY-7 Export reports' });
    await article.getByText('counted in events.csv').waitFor();
    await article.getByRole('row', { name: 'Used it 30' }).waitFor();
    await article.getByRole('img', { name: /^Core feature · 66\.7%.* came back · 75% / }).waitFor();
    const [name = ''] = await readdir(path.join(folder.path, '.because/results'));
    const written = await folder.read(`.because/results/${name}`);
    const sha256 = createHash('sha256').update(events).digest('hex');
    assert.ok(
      written.includes('adoption: {eligible: 80, exposed: 40, used: 30, usedAgain: 20, satisfied: 15}'),
      written,
    );
    assert.ok(written.includes(`source: {file: events.csv, sha256: ${sha256}}`), written);
  });

  for (const { name, bytes, columns, says } of wrongFiles) {
    it(`says of ${name} what is wrong with it, and what to do`, async () => {
      await writeFile(path.join(folder.path, name), bytes);
      await begin(name);
      if (columns) await takeColumns();
      await workbench.quickInput.waitFor({ state: 'hidden' });
      const told = await eventually(async () => (await workbench.told())[0], 'What is told');
      assert.equal(told, says);
      await workbench.runCommand('Notifications: Clear All Notifications');
    });
  }

  it('shows hostile names of a file in UTF-16 as words', async () => {
    const hostile = 'öffnen $(trash) [x](command:y)';
    const rows = `\ufeffuser,event,time\nZoë,${hostile},2026-11-01 10:00:00 UTC\nbob,used,2026-11-02\n`;
    await writeFile(path.join(folder.path, 'utf16.csv'), Buffer.from(rows, 'utf16le'));
    await begin('utf16.csv');
    await takeColumns();
    await asked('Which events mean that a person used it?');
    await workbench.quickRows.filter({ hasText: 'öffnen' }).waitFor();
    assert.equal(await workbench.quickRows.locator('[href], [data-href], .codicon-trash').count(), 0);
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    assert.deepEqual(await workbench.told(), []);
  });
});
