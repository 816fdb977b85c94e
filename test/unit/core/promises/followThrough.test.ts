/** Follow-through: each promise counts once, for the team and by role, and nobody can be told from it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { followThrough, outcomeOf } from '../../../../src/core/promises/followThrough.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const TEAM = {
  'because.yml': [
    'hours: {zone: Europe/Paris}',
    'team:',
    '  members:',
    ...['ada, role: engineer', 'hedy, role: engineer', 'grace, role: pm', 'dorothy, role: researcher'].map(
      (member) => `    - {id: ${member}}`,
    ),
    '',
  ].join('\n'),
};

const NOW = new Date('2026-11-24T13:30Z');

const promised = (by: string, ...lines: readonly string[]) => record([`by: ${by}`, ...lines], 'Feedback.');

const outcomes = {
  onTime: ['due: 2026-11-20', 'state: kept', 'done: 2026-11-20T21:00Z'],
  late: ['due: 2026-11-20', 'state: kept', 'done: 2026-11-21'],
  lateSaid: ['due: 2026-11-20', 'state: late'],
  broken: ['due: 2026-11-30', 'state: broken'],
  overdue: ['due: 2026-11-23'],
  open: ['due: 2026-11-24'],
  moved: ['due: 2026-11-30', 'state: renegotiated', 'was: [{due: 2026-11-20, moved: 2026-11-19T10:00Z}]'],
  movedAndKept: ['due: 2026-11-23', 'state: kept', 'done: 2026-11-23', 'was: [{due: 2026-11-20, moved: 2026-11-20}]'],
  movedLate: ['due: 2026-11-30', 'state: renegotiated', 'was: [{due: 2026-11-20, moved: 2026-11-21T10:00Z}]'],
  movedUndated: ['due: 2026-11-30', 'was: 2026-11-20'],
  movedAndMissed: ['due: 2026-11-22', 'state: renegotiated', 'was: [{due: 2026-11-20, moved: 2026-11-19T10:00Z}]'],
};

describe('A promise', () => {
  const expected = {
    ...{ onTime: 'onTime', late: 'missed', lateSaid: 'missed', broken: 'missed', overdue: 'missed', open: 'open' },
    ...{ moved: 'renegotiated', movedAndKept: 'renegotiated', movedLate: 'missed', movedUndated: 'missed' },
    movedAndMissed: 'missed',
  };

  for (const [name, lines] of Object.entries(outcomes)) {
    it(`that is ${name} counts as ${expected[name as keyof typeof expected]}`, () => {
      const library = libraryOf({ ...TEAM, 'commitments/c.md': promised('ada', ...lines) });
      const one = library.findOf('commitment', 'c') ?? assert.fail();
      assert.equal(outcomeOf(library, one, NOW), expected[name as keyof typeof expected]);
      assert.deepEqual(library.findings(one), []);
    });
  }
});

/** A library in which these people made these promises. */
const libraryWith = (all: readonly (readonly [by: string, lines: readonly string[]])[]) =>
  libraryOf({
    ...TEAM,
    ...Object.fromEntries(all.map(([by, lines], at) => [`commitments/c${at}.md`, promised(by, ...lines)])),
  });

describe('Follow-through', () => {
  it('is what was kept on time of what was due, with what was renegotiated in time apart', () => {
    const { roles, ...sum } = followThrough(libraryWith(Object.values(outcomes).map((lines) => ['ada', lines])), NOW);
    assert.deepEqual(sum, {
      kept: 1,
      due: 8,
      renegotiated: 2,
      open: 1,
      words: '1 of 8 kept on time; 2 renegotiated before they were due',
    });
    assert.deepEqual(roles, []);
    assert.equal(followThrough(libraryWith([]), NOW).words, 'No promise was due yet');
  });

  it('is told by role where two people or more are in it, and the rest together, unless that were one person', () => {
    const { onTime, overdue } = outcomes;
    const told = (...all: Parameters<typeof libraryWith>[0]) =>
      followThrough(libraryWith(all), NOW).roles.map(({ role, words }) => `${role}: ${words}`);
    const engineers = [['ada', onTime] as const, ['hedy', overdue] as const];
    assert.deepEqual(told(...engineers), ['engineer: 1 of 2 kept on time']);
    assert.deepEqual(told(...engineers, ['grace', onTime]), []);
    assert.deepEqual(told(...engineers, ['grace', onTime], ['dorothy', overdue]), [
      'engineer: 1 of 2 kept on time',
      'other: 1 of 2 kept on time',
    ]);
  });

  it('is of the promises due between two days', () => {
    const library = libraryWith([
      ['ada', outcomes.onTime],
      ['ada', outcomes.overdue],
    ]);
    assert.equal(followThrough(library, NOW, { from: '2026-11-23', to: '2026-11-29' }).words, '0 of 1 kept on time');
  });

  it('is of the days that decided: on which it was missed, moved in time, or due where the team is', () => {
    const between = (lines: readonly string[], from: string, to: string) => {
      const { due, renegotiated } = followThrough(libraryWith([['ada', lines]]), NOW, { from, to });
      return { due, renegotiated };
    };
    const [before, since] = [['2026-11-16', '2026-11-22'] as const, ['2026-11-23', '2026-12-06'] as const];
    assert.deepEqual(between(outcomes.moved, ...before), { due: 0, renegotiated: 1 });
    assert.deepEqual(between(outcomes.moved, ...since), { due: 0, renegotiated: 0 });
    assert.deepEqual(between(outcomes.movedLate, ...before), { due: 1, renegotiated: 0 });
    assert.deepEqual(between(outcomes.movedLate, ...since), { due: 0, renegotiated: 0 });
    const atNight = ['due: 2026-11-22T23:30Z', 'state: kept', 'done: 2026-11-22T20:00Z'];
    assert.deepEqual(between(atNight, ...since), { due: 1, renegotiated: 0 });
  });

  it('counts every promise once, and never tells of one person alone', () => {
    const lines = fc.constantFrom(...Object.values(outcomes));
    const people = fc.constantFrom('ada', 'hedy', 'grace', 'dorothy', 'nobody-knows');
    fc.assert(
      fc.property(fc.array(fc.tuple(people, lines), { maxLength: 12 }), (all) => {
        const { roles, ...sum } = followThrough(libraryWith(all), NOW);
        const size = ({ due, renegotiated, open }: Omit<typeof sum, 'words'>) => due + renegotiated + open;
        assert.equal(size(sum), all.length);
        assert.ok(sum.kept <= sum.due);
        if (roles.length > 0)
          assert.equal(
            roles.reduce((all, role) => all + size(role), 0),
            all.length,
          );
        const isEngineer = (by: string) => by === 'ada' || by === 'hedy';
        for (const { role } of roles) {
          const inRole = all.filter(([by]) => isEngineer(by) === (role === 'engineer'));
          assert.ok(new Set(inRole.map(([by]) => by)).size > 1, role);
        }
      }),
      { numRuns: 100 },
    );
  });
});
