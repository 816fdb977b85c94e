/** Six people in six clones of a repository, over a bare remote: a health check nobody can read an answer of. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import {
  addHealthPart,
  closeHealthRound,
  makeHealthKey,
  openHealthRound,
  revealHealthRound,
  sendHealthAnswers,
} from '../../../src/actions/healthApart.ts';
import { eachItem } from '../../../src/core/survey/totals.ts';
import { healthApart } from '../../../src/questions/healthApart.ts';
import { teamHealth } from '../../../src/questions/teamHealth.ts';
import { Clone, remoteIn } from '../../support/clones.ts';
import { temporaryFolder } from '../../support/repository.ts';

const PEOPLE = ['ada', 'alan', 'annie', 'dorothy', 'grace', 'hedy'] as const;

const TEAM = `team:\n  members:\n${PEOPLE.map((id) => `    - {id: ${id}, role: engineer}\n`).join('')}`;

describe('Six clones of a repository', () => {
  let place: string;

  before(() => {
    place = temporaryFolder();
  });

  after(() => fs.rmSync(place, { recursive: true, force: true }));

  it('give the totals without a conflict, and nothing of one person in all of history', async function () {
    // A hundred calls of git, on a machine that may be busy.
    this.timeout(300_000);
    const remote = remoteIn(place, { '.because/because.yml': TEAM });
    const people = PEOPLE.map((one) => new Clone(place, remote, one));
    const [ada = assert.fail(), , annie = assert.fail(), , , hedy = assert.fail()] = people;
    /** They do it at the same time, on what was pushed before, and then they push, one after the other. */
    const all = async (each: (person: Clone, at: number) => Promise<unknown>, some = people) => {
      for (const person of some) person.pull();
      for (const [at, person] of some.entries()) await each(person, at);
      for (const person of some) person.push();
    };

    await all((person) => person.act(makeHealthKey));
    let round = '';
    await all(
      async (person) => {
        round = (await person.act(openHealthRound)).id;
      },
      [ada],
    );
    await all((person, at) => {
      const comment = at === 3 ? 'Zanzibar' : '';
      return person.act(sendHealthAnswers, { round, levels: eachItem(() => (at % 5) + 1), comment });
    });
    await all((person) => person.act(closeHealthRound, { round }), [hedy]);
    annie.pull();
    const before = await annie.because().ask(healthApart, {});
    assert.deepEqual([before.round?.phase, before.round?.missing], ['closed', 4]);
    await all((person) => person.act(addHealthPart, { round }), people.slice(2));
    ada.pull();
    assert.equal((await ada.because().ask(healthApart, {})).round?.phase, 'ready');
    // Nothing anybody committed so far says a word of it.
    assert.equal(ada.commitsWith('Zanzibar'), '');
    // Two reveal it at the same time, and it is told once.
    await all((person) => person.act(revealHealthRound, { round }), [ada, annie]);
    hedy.pull();
    const { rounds, hidden } = await hedy.because().ask(teamHealth, {});
    assert.deepEqual(
      rounds.map(({ people: count, comments, items }) => [count, comments, items[0]?.counts]),
      [[6, ['Zanzibar'], [2, 1, 1, 1, 1]]],
    );
    assert.equal(hidden, 0);
    assert.equal((await hedy.because().ask(healthApart, {})).round, undefined);
    assert.notEqual(hedy.commitsWith('Zanzibar'), '');
  });
});
