/** Health checks as they are told: in order, never with too few answers, and no trend before the third. */
import * as assert from 'node:assert/strict';
import { healthTold } from '../../../../src/core/health/told.ts';
import { eachItem } from '../../../../src/core/survey/totals.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const NOW = new Date('2026-11-24T12:00Z');

/** A file of a check in which all but one agree fully. */
const check = (closed: string, people: number, more: readonly string[] = [], least = people) =>
  record(
    [
      `closed: ${closed}`,
      `participants: ${people}`,
      'answers:',
      ...Object.entries(eachItem(() => [0, 0, 0, 1, least - 1])).map(([item, of]) => `  ${item}: [${of.join(', ')}]`),
      ...more,
    ],
    'We ask earlier.\n',
  );

const told = (files: Readonly<Record<string, string>>) => healthTold(libraryOf(files), NOW);

describe('Health checks as they are told', () => {
  it('are none at first, and say what is asked', () => {
    const { rounds, trend, items, levels, least, hidden } = told({});
    assert.deepEqual([rounds, trend, items.length, levels.length, least, hidden], [[], undefined, 9, 5, 5, 0]);
  });

  it('say the score, what to talk about first, and what will change', () => {
    const [round] = told({
      'health/a.md': check('2026-11-20', 5, ['comments: [More talks]', 'unreadable: 2']).replace(
        'scope: [0, 0, 0, 1, 4]',
        'scope: [2, 0, 0, 0, 3]',
      ),
    }).rounds;
    assert.deepEqual(
      [
        round?.name,
        round?.closed,
        round?.peopleWords,
        round?.score,
        round?.comments,
        round?.unreadable,
        round?.outcome,
      ],
      [
        'Health check of 20\u00A0Nov\u00A02026',
        '20\u00A0Nov',
        '5 people answered',
        91,
        ['More talks'],
        2,
        'We ask earlier.',
      ],
    );
    const { item, counts, score, agree } = round?.items[0] ?? assert.fail();
    assert.deepEqual([item, counts, score, agree], ['scope', [2, 0, 0, 0, 3], 60, '3 of 5 agree']);
  });

  it('never show those of too few people, or whose counts cannot be', () => {
    const files = {
      'health/few.md': check('2026-11-20', 4),
      'health/wrong.md': check('2026-11-21', 6, [], 5),
      'health/empty.md': record(['participants: 9']),
    };
    const { rounds, hidden } = told(files);
    assert.deepEqual([rounds, hidden], [[], 3]);
    // Nobody may go below five; a team may ask for more.
    assert.equal(told({ ...files, 'because.yml': 'health: {least: 4}\n' }).hidden, 3);
    const five = { 'health/five.md': check('2026-11-20', 5) };
    assert.equal(told(five).rounds.length, 1);
    assert.equal(told({ ...five, 'because.yml': 'health: {least: 6}\n' }).hidden, 1);
  });

  it('are one where two people revealed the same one at once', () => {
    const round = ['round: hr-1'];
    const { rounds, hidden } = told({
      'health/a.md': check('2026-11-20', 5, round),
      'health/b.md': check('2026-11-20', 5, round),
      'health/c.md': check('2026-11-20', 5, ['round: hr-2']),
    });
    assert.deepEqual([rounds.map(({ id }) => id), hidden], [['c', 'a'], 0]);
  });

  it('are not told where somebody called them sensitive', () => {
    const { rounds, hidden } = told({ 'health/a.md': check('2026-11-20', 5, ['sensitive: true']) });
    assert.deepEqual([rounds, hidden], [[], 0]);
  });

  it('have a trend from the third on, oldest first, of six at most', () => {
    const files = Object.fromEntries(
      ['10', '12', '11', '13', '14', '15', '16'].map((day) => [`health/h${day}.md`, check(`2026-11-${day}`, 5)]),
    );
    const two = Object.fromEntries(Object.entries(files).slice(0, 2));
    assert.equal(told(two).trend, undefined);
    const { trend, rounds } = told(files);
    assert.deepEqual(
      trend?.rounds.map(({ name, score }) => [name, score]),
      ['11', '12', '13', '14', '15', '16'].map((day) => [`${day}\u00A0Nov`, 95]),
    );
    assert.deepEqual(trend?.items.at(0)?.scores, [95, 95, 95, 95, 95, 95]);
    assert.deepEqual(rounds.map(({ id }) => id).slice(0, 2), ['h16', 'h15']);
  });
});
