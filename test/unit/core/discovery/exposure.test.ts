/** Exposure to customers, worked out by hand, and whose turn it is. */
import * as assert from 'node:assert/strict';
import { exposureOf, sessionsInTime } from '../../../../src/core/discovery/exposure.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const TEAM = {
  'because.yml': [
    'hours: {zone: Europe/Paris}',
    'team:',
    '  members:',
    '    - {id: ada, role: engineer}',
    '    - {id: hedy, role: engineer}',
    '    - {id: alan, role: lead}',
    '    - {id: grace, role: pm}',
    '',
  ].join('\n'),
};

/** Sessions, each by when it is, who takes part, and what else it says. */
const sessions = (...all: readonly (readonly [at: string, who: string, ...more: string[]])[]) =>
  Object.fromEntries(
    all.map(([at, who, ...more], nth) => [
      `sessions/s${nth}.md`,
      record(['kind: interview', `at: ${at}`, `participants: [${who}]`, ...more]),
    ]),
  );

const NOW = new Date('2026-11-23T12:00Z');

const library = libraryOf({
  ...TEAM,
  ...sessions(
    // The first day that counts is six weeks ago, and the one before counts no more.
    ['2026-10-13T10:00Z', 'hedy, grace', 'minutes: 90'],
    ['2026-10-12T10:00Z', 'alan, grace', 'minutes: 240'],
    ['2026-11-20T10:00Z', 'grace, grace, gone', 'minutes: 30', 'status: done'],
    ['2026-11-21T10:00Z', 'ada, alan', 'status: cancelled'],
    // Over, though nobody has written that down; and still going on.
    ['2026-11-23T10:00Z', 'grace, alan', 'minutes: 60'],
    ['2026-11-23T11:30Z', 'grace', 'minutes: 60'],
    ['2026-11-25T10:00Z', 'hedy', 'minutes: 600'],
    ['some day', 'ada'],
  ),
});

describe('Exposure', () => {
  const exposure = exposureOf(library, NOW);

  it('counts the sessions of six weeks, those with an engineer, and the engineers', () => {
    const { from, to, sessions: held, withEngineer, engineers, goal } = exposure;
    assert.deepEqual([from, to, goal], ['2026-10-13', '2026-11-23', 2]);
    assert.deepEqual([held, withEngineer, engineers], [3, 2, ['hedy', 'alan']]);
  });

  it('counts the hours of each person in that time, once a session', () => {
    assert.deepEqual(
      exposure.people.map(({ id, hours, sessions: held, last, ahead }) => [id, hours, held, last, ahead]),
      [
        ['ada', 0, 0, undefined, 0],
        ['hedy', 1.5, 1, '2026-10-13', 1],
        ['alan', 1, 1, '2026-11-23', 0],
        ['grace', 3, 3, '2026-11-23', 1],
      ],
    );
  });

  it('gives the turn to engineers below the goal without a seat, to who met nobody for longest first', () => {
    assert.deepEqual(exposure.turn, ['ada', 'alan']);
    const free = libraryOf({
      ...TEAM,
      ...sessions(
        ['2026-05-01T10:00Z', 'hedy'],
        ['2026-08-01T10:00Z', 'ada'],
        ['2026-11-20T10:00Z', 'alan', 'minutes: 120'],
      ),
    });
    assert.deepEqual(exposureOf(free, NOW).turn, ['hedy', 'ada']);
  });

  it('rolls on: on the day after six weeks a session counts no more', () => {
    const later = exposureOf(library, new Date('2026-11-24T12:00Z'));
    assert.deepEqual([later.from, later.engineers], ['2026-10-14', ['alan']]);
  });

  it('is nothing where nobody met anybody', () => {
    const { sessions: held, withEngineer, engineers, people, turn } = exposureOf(libraryOf({}), NOW);
    assert.deepEqual([held, withEngineer, engineers, people, turn], [0, 0, [], [], []]);
  });
});

describe('Sessions to choose from', () => {
  it('begin with the next one; what is over goes backwards, and what has no date is last', () => {
    const all = libraryOf({
      ...TEAM,
      ...sessions(
        ['2026-12-09T10:00Z', 'grace'],
        ['2026-11-02T10:00Z', 'grace', 'status: done'],
        ['2026-12-02T10:00Z', 'grace'],
        ['2026-11-09T10:00Z', 'grace', 'status: done'],
      ),
      'sessions/undated.md': record(['kind: interview']),
    });
    assert.deepEqual(
      sessionsInTime(all).map(({ id }) => id),
      ['s2', 's0', 's3', 's1', 'undated'],
    );
  });
});
