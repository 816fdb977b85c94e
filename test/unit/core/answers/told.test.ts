/** Answer Times as they are told, with the words for their numbers. */
import * as assert from 'node:assert/strict';
import { answerTimesTold } from '../../../../src/core/answers/told.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const TEAM = { 'because.yml': 'hours: {zone: UTC, from: "09:00", to: "17:00"}\nanswerWithin: 60 minutes\n' };
const NOW = new Date('2026-11-24T12:00Z');

/** A question asked at a time, answered at another where one is given. */
const asked = (name: string, at: string, answered?: string) => ({
  [`questions/${name}.md`]: record(['by: ada', `asked: ${at}`, 'initiative: PAY-1'], 'One or two?\n'),
  ...(answered && {
    [`replies/${name}.md`]: record([`on: ${name}`, 'answer: true', 'by: grace', `created: ${answered}`], 'Two.\n'),
  }),
});

const told = (files: Readonly<Record<string, string>>) => answerTimesTold(libraryOf({ ...TEAM, ...files }), NOW);

describe('Answer Times in words', () => {
  it('say the median, 90%, and how many were in time of how many', () => {
    const { words, targetWords } = told({
      ...asked('a', '2026-11-17T10:00Z', '2026-11-17T10:12Z'),
      ...asked('b', '2026-11-17T10:00Z', '2026-11-17T11:30Z'),
    });
    assert.deepEqual([words, targetWords], [{ median: '51 min', p90: '1 h 30 min', within: '1 of 2' }, '1 h']);
  });

  it('say a share of many, which is whole only where all were in time', () => {
    const many = Object.assign(
      {},
      ...Array.from({ length: 250 }, (_, n) => {
        const late = n === 0 ? '16:00' : '10:10';
        return asked(`q${n}`, '2026-11-17T10:00Z', `2026-11-17T${late}Z`);
      }),
    ) as Record<string, string>;
    assert.equal(told(many).words.within, '99%');
  });

  it('have every week from the first question to the last, named by its Monday', () => {
    const { weeks } = told({
      ...asked('a', '2026-11-03T10:00Z', '2026-11-03T10:12Z'),
      ...asked('b', '2026-11-24T11:30Z'),
    });
    assert.deepEqual(
      weeks.map(({ week, name, asked: count, words }) => [week, name, count, words.median]),
      [
        ['2026-11-02', '2\u00A0Nov', 1, '12 min'],
        ['2026-11-09', '9\u00A0Nov', 0, undefined],
        ['2026-11-16', '16\u00A0Nov', 0, undefined],
        ['2026-11-23', '23\u00A0Nov', 1, undefined],
      ],
    );
  });

  it('list what is open with the time left, the most urgent first', () => {
    const { open } = told({ ...asked('a', '2026-11-24T11:30Z'), ...asked('b', '2026-11-24T10:00Z') });
    assert.deepEqual(
      open.map(({ id, name, initiative, isLate, words }) => [id, name, initiative, isLate, words]),
      [
        ['b', 'One or two?', 'PAY-1', true, '1 h overdue'],
        ['a', 'One or two?', 'PAY-1', false, '30 min left'],
      ],
    );
  });

  it('say nothing where nobody asked', () => {
    const { words, weeks, open, asked: count } = told({});
    assert.deepEqual(
      [count, weeks, open, words],
      [0, [], [], { median: undefined, p90: undefined, within: undefined }],
    );
  });
});
