/** Answer Times, with figures worked out by hand. */
import * as assert from 'node:assert/strict';
import { answerTimes } from '../../../../src/core/waiting/answerTimes.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const TEAM = { 'because.yml': 'hours: {zone: UTC, from: "09:00", to: "17:00"}\nanswerWithin: 60 minutes\n' };

/** A question asked at a time, answered after so many minutes where any are given. */
function asked(name: string, at: string, minutes?: number, ...more: readonly string[]) {
  const answered = minutes === undefined ? undefined : new Date(Date.parse(at) + minutes * 60_000).toISOString();
  return {
    [`questions/${name}.md`]: record(['by: ada', `asked: ${at}`, ...more], 'One or two?'),
    ...(answered && {
      [`replies/${name}-answer.md`]: record(
        [`on: ${name}`, 'answer: true', 'by: grace', `created: ${answered}`],
        'Two.',
      ),
    }),
  };
}

const NOW = Date.parse('2026-11-24T12:00Z');

const texts = {
  ...TEAM,
  ...asked('a', '2026-11-17T10:00Z', 10),
  ...asked('b', '2026-11-17T10:00Z', 20),
  ...asked('c', '2026-11-18T10:00Z', 30),
  ...asked('d', '2026-11-23T10:00Z', 60),
  // Half an hour on Monday, one on Tuesday.
  ...asked('e', '2026-11-23T16:30Z', 17.5 * 60),
  ...asked('late', '2026-11-23T15:00Z'),
  ...asked('early', '2026-11-24T11:40Z'),
  ...asked('withdrawn', '2026-11-23T09:00Z', undefined, 'state: withdrawn'),
  ...asked('undated', '2026-11-23T09:00Z', undefined, 'state: answered'),
};

describe('Answer Times', () => {
  const times = answerTimes(libraryOf(texts), NOW);

  it('tell median and P90 of what was answered', () => {
    assert.deepEqual([times.median, times.p90, times.target], [30, 90, 60]);
  });

  it('count what is open and overdue as missed, and what is open and in time as neither', () => {
    const { asked, answered, within, of, overdue, undated } = times;
    assert.deepEqual(
      { asked, answered, within, of, overdue, undated },
      {
        asked: 7,
        answered: 5,
        within: 4,
        of: 6,
        overdue: 1,
        undated: 1,
      },
    );
  });

  it('list what is open, the most urgent first, with the time left', () => {
    assert.deepEqual(
      times.open.map(({ record, timing }) => [record.id, timing.left, timing.isLate]),
      [
        ['late', 60 - (120 + 180), true],
        ['early', 40, false],
      ],
    );
  });

  it('go by the week a question was asked in', () => {
    assert.deepEqual(
      times.weeks.map(({ week, asked, answered, within, of, median, p90 }) => [
        week,
        asked,
        answered,
        within,
        of,
        median,
        p90,
      ]),
      [
        ['2026-11-16', 3, 3, 3, 3, 20, 30],
        ['2026-11-23', 4, 2, 1, 3, 75, 90],
      ],
    );
  });

  it('begin a week where the team is', () => {
    const tokyo = libraryOf({
      'because.yml': 'hours: {zone: Asia/Tokyo}\n',
      ...asked('a', '2026-11-22T15:00Z'),
      ...asked('b', '2026-11-22T14:59Z'),
    });
    assert.deepEqual(
      answerTimes(tokyo, NOW).weeks.map(({ week, asked }) => [week, asked]),
      [
        ['2026-11-16', 1],
        ['2026-11-23', 1],
      ],
    );
  });

  it('are nothing where nobody asked anything', () => {
    const { asked, within, of, median, p90, open, weeks } = answerTimes(libraryOf(TEAM), NOW);
    assert.deepEqual([asked, within, of, median, p90, open, weeks], [0, 0, 0, undefined, undefined, [], []]);
  });

  it('are the only change where time goes on: what is open becomes late', () => {
    const library = libraryOf(texts);
    const [now, later] = [answerTimes(library, NOW), answerTimes(library, NOW + 3_600_000)];
    assert.deepEqual([later.overdue, later.of, later.within], [now.overdue + 1, now.of + 1, now.within]);
  });
});
