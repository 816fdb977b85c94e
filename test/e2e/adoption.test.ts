/** The adoption of a feature, counted in a CSV of events as a person does it, read, and recorded as a result. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
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

  /** Checks rows of a question that takes several, and goes on. */
  async function check(...rows: readonly string[]): Promise<void> {
    for (const row of rows) await workbench.check(row);
    await enter();
  }

  it('begins with a file, whose columns are guessed and shown with what stands in them', async () => {
    await workbench.runCommand('Because: Adoption Calculator…');
    await workbench.pick('A CSV file of events');
    await workbench.quickInput.locator('.quick-input-title').getByText('A CSV file with a row').waitFor();
    await workbench.answer(path.join(folder.path, 'events.csv'));
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
    await asked('90 events of 40 people. 3 rows left out. Which events mean that a person used it?');
    await workbench.quickRows.filter({ hasText: 'report exported' }).filter({ hasText: '50 events' }).waitFor();
    await check('report exported');
    await asked('Which mean that they saw it? None, if that is not counted.');
    await check('report seen');
    await asked('Which mean that they began with it? None, if that is not counted.');
    await check();
    await workbench.quickInput.getByText('How many people could use it?').waitFor();
    assert.equal(await workbench.quickInputBox.inputValue(), '40');
    await workbench.answer('many');
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
    await preview().getByText('Half adopt it within 2 days. 10 people still wait, and are counted.').waitFor();
    for (const words of [
      'Target, of everybody 20% (16.4 to 24.2)',
      'Used it again 20 66.7% (48.8 to 80.8) 25% (16.8 to 35.5)',
      '● Core feature',
      'no user: 2 · rows 93–94',
      'no time that can be read: 1 · row 72',
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
});
