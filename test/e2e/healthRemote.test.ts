/** A remote health check of six people in six clones through a bare remote: one in the real editor, with the keyboard. */
import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import { addHealthPart, makeHealthKey, sendHealthAnswers } from '../../src/actions/healthApart.ts';
import { eachItem } from '../../src/core/survey/totals.ts';
import { seriousIn } from '../support/axe.ts';
import { Clone, remoteIn } from '../support/clones.ts';
import { temporaryFolder } from '../support/repository.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';

const OTHERS = ['alan', 'annie', 'dorothy', 'grace', 'hedy'] as const;

const TEAM = ['ada', ...OTHERS].map((id) => `    - {id: ${id}, role: engineer}\n`).join('');

describe('a remote health check', () => {
  let place: string;
  let ada: Clone;
  let others: readonly Clone[];
  let workbench: Workbench;
  let document: FrameLocator;
  let heading: Locator;

  before(async () => {
    place = temporaryFolder();
    const remote = remoteIn(place, {
      '.because/because.yml': `team:\n  members:\n${TEAM}`,
      // What lets the palette offer it.
      '.because/health/first.md': '---\nclosed: 2026-11-01\nparticipants: 2\n---\n',
    });
    ada = new Clone(place, remote, 'ada');
    others = OTHERS.map((one) => new Clone(place, remote, one));
    workbench = await openWorkbench({ folder: ada.folder, settings: { 'because.me': 'ada' } });
    document = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    heading = document.getByRole('heading', { level: 1, name: 'Team Health' });
    await workbench.openContainer('Because');
    await workbench.row('Sprint', 'Other records').waitFor();
    await workbench.runCommand('Because: Team Health Check');
    await heading.waitFor();
  });

  after(async () => {
    await workbench.close();
    await rm(place, { recursive: true, force: true });
  });

  /** One that can be pressed: what was asked for before has to be done. */
  const button = (name: string): Locator => document.getByRole('button', { name, exact: true, disabled: false });
  const focused = (wanted: Locator) => wanted.and(document.locator(':focus')).waitFor();
  const row = (name: string): Locator =>
    document.getByRole('table', { name: 'Who takes part' }).getByRole('row', { name: new RegExp(name) });
  const ownKey = () => readFile(path.join(ada.folder, '.because/health-keys/ada.md'), 'utf8');
  const roundId = async (): Promise<string> => {
    const [file = ''] = await readdir(path.join(ada.folder, '.because/health-rounds'));
    return file.replace(/\.md$/, '');
  };

  /** Ada's work goes to the others, who do theirs, and theirs comes back to her. */
  async function exchanged(each: (person: Clone, at: number) => Promise<unknown>): Promise<void> {
    ada.commit('Ada');
    ada.push();
    for (const person of others) person.pull();
    for (const [at, person] of others.entries()) await each(person, at);
    for (const person of others) person.push();
    ada.pull();
  }

  async function frame(): Promise<Frame> {
    const handle = await document.locator('main').elementHandle();
    return (await handle?.ownerFrame()) ?? assert.fail('The page has no frame.');
  }

  it('is taken part in with a key, and a new one where the window forgot it', async () => {
    await button('Take Part').press('Enter');
    await document.getByText('Taking part: ada.').waitFor();
    assert.equal((await button('Take Part').count()) + (await button('Make a New Key').count()), 0);
    await document.getByText('your key may be gone once the window is closed').waitFor();
    const before = await ownKey();
    // This window keeps its secrets no longer than itself.
    await workbench.changeSettings({ 'because.me': 'ada' });
    await workbench.row('Sprint', 'Other records').waitFor();
    await heading.waitFor();
    const lost = document.getByText('Your key is not on this computer');
    await lost.waitFor();
    await button('Make a New Key').press('Enter');
    await lost.waitFor({ state: 'detached' });
    assert.notEqual(await ownKey(), before);
  });

  it('begins with a key for each', async () => {
    await exchanged((person) => person.act(makeHealthKey));
    await button('Start a Remote Check').waitFor();
    assert.deepEqual((await readdir(path.join(ada.folder, '.because/health-keys'))).length, 6);
  });

  it('is answered with the keyboard, and nothing that is written says what', async () => {
    await button('Start a Remote Check').press('Enter');
    await focused(heading);
    await button('Answer').press('Enter');
    await document.getByRole('heading', { name: 'Your answers' }).waitFor();
    await focused(document.getByRole('radio').first());
    for (const level of '111111111') await workbench.page.keyboard.press(level);
    await focused(document.getByRole('textbox'));
    await workbench.page.keyboard.type('Zanzibar');
    // A stray Escape takes nothing away.
    await workbench.page.keyboard.press('Escape');
    await document.getByText('All answered').waitFor();
    await button('Done').press('Enter');
    await row('ada').getByText('yes').waitFor();
    const round = await roundId();
    await exchanged((person, at) => person.act(sendHealthAnswers, { round, levels: eachItem(() => at + 1) }));
    await button('Close the Check').waitFor();
    assert.equal(ada.commitsWith('Zanzibar'), '');
  });

  it('is revealed by the parts of four of six', async () => {
    await button('Close the Check').press('Enter');
    await button('Add Your Part').press('Enter');
    await row('ada').getByText('added').waitFor();
    await document.getByText('3 more parts are needed').waitFor();
    const round = await roundId();
    await exchanged(async (person, at) => (at < 3 ? person.act(addHealthPart, { round }) : undefined));
    await button('Reveal').press('Enter');
    await focused(heading);
    await document.getByText('6 people answered').waitFor();
    const first = document.getByRole('region', { name: 'Discuss' }).getByRole('listitem').first();
    const drawn = await first.getByRole('img').getAttribute('aria-label');
    assert.match(drawn ?? '', /^Strongly disagree: 2, Disagree: 1, Neither: 1, Agree: 1, Strongly agree: 1$/);
    await document.getByText('Zanzibar').waitFor();
  });

  it('has nothing serious that axe-core would find, wide and narrow', async () => {
    for (const width of [1400, 700]) {
      await workbench.page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await seriousIn(await frame(), "'main'"), []);
    }
  });
});
