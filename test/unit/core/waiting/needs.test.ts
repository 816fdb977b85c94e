/** What waits for a person, in the order of its urgency. */
import * as assert from 'node:assert/strict';
import { needsOf, openRecords } from '../../../../src/core/waiting/needs.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const TEAM = {
  'because.yml': [
    'hours: {zone: UTC, from: "09:00", to: "17:00"}',
    'team:',
    '  members:',
    '    - {id: ada, role: engineer}',
    '    - {id: hedy, role: engineer}',
    '    - {id: grace, role: pm}',
    '    - {id: dorothy, role: researcher}',
    '',
  ].join('\n'),
};

const NOW = Date.parse('2026-11-23T12:00Z');

const texts = {
  ...TEAM,
  'initiatives/PAY-1.md': record(['owner: grace', 'problem: p']),
  'problems/p.md': record(['validation: {owner: grace, due: 2026-11-22}'], 'Late.'),
  'questions/late.md': record(['initiative: PAY-1', 'by: ada', 'asked: 2026-11-23T10:00Z'], 'Late?'),
  'questions/blocking.md': record(
    ['initiative: PAY-1', 'by: hedy', 'asked: 2026-11-23T11:50Z', 'blocking: true'],
    'B?',
  ),
  'questions/early.md': record(['initiative: PAY-1', 'by: ada', 'asked: 2026-11-23T11:30Z'], 'Early?'),
  'questions/hers.md': record(['to: ada', 'by: grace', 'asked: 2026-11-23T11:55Z'], 'Can it be done?'),
  'risks/critical.md': record(['initiative: PAY-1', 'likelihood: 5', 'impact: 5']),
  'risks/low.md': record(['initiative: PAY-1', 'likelihood: 1', 'impact: 1']),
  'sessions/next.md': record(['kind: interview', 'at: 2026-11-25T10:00Z', 'participants: [dorothy]']),
  'sessions/full.md': record(['kind: interview', 'at: 2026-11-25T10:00Z', 'participants: [dorothy, hedy]']),
  'sessions/gone.md': record(['kind: interview', 'at: 2026-11-23T11:59Z', 'participants: [dorothy]']),
};

const told = (me: string | undefined, files: Readonly<Record<string, string>> = texts, now = NOW) =>
  needsOf(libraryOf(files), me, now).map(({ record, isYours }) => (isYours ? record.id : `(${record.id})`));

describe('What waits for a person', () => {
  it('comes with what is overdue first, then what must not wait, then what is due, then the rest, then what they wait for', () => {
    assert.deepEqual(told('grace'), ['p', 'late', 'blocking', 'critical', 'early', 'low', '(hers)']);
    assert.deepEqual(told('ada'), ['hers', 'next', '(late)', '(early)']);
    assert.deepEqual(told('hedy'), ['next', '(blocking)']);
    assert.deepEqual(told('dorothy'), ['gone']);
  });

  it('says what is to be done, by which action, until when, and who does it', () => {
    const [validation, late] = needsOf(libraryOf(texts), 'grace', NOW);
    assert.deepEqual(
      [late?.words, late?.verb, late?.left, late?.isOverdue, new Date(late?.due ?? 0).toISOString()],
      ['Answer the question', 'answerQuestion', -60, true, '2026-11-23T11:00:00.000Z'],
    );
    assert.deepEqual([validation?.verb, validation?.left, validation?.isOverdue], [undefined, undefined, true]);
    const [, seat, waits] = needsOf(libraryOf(texts), 'ada', NOW);
    assert.deepEqual([seat?.verb, seat?.isOverdue, waits?.of, waits?.isYours], ['takeSeat', false, ['grace'], false]);
  });

  it('is due on a day until that is over', () => {
    const problem = (due: string) => ({
      ...TEAM,
      'problems/p.md': record([`validation: {owner: grace, due: ${due}}`]),
    });
    const overdue = (due: string) => needsOf(libraryOf(problem(due)), 'grace', NOW).map(({ isOverdue }) => isOverdue);
    assert.deepEqual(overdue('2026-11-23'), [false]);
    assert.deepEqual(overdue('2026-11-22'), [true]);
  });

  it('goes on with the clock alone', () => {
    const later = told('grace', texts, Date.parse('2026-11-23T13:00Z'));
    assert.deepEqual(later.slice(0, 4), ['blocking', 'p', 'late', 'early']);
    assert.deepEqual(told('ada', texts, Date.parse('2026-11-25T10:00Z')), ['hers', '(late)', '(early)']);
  });

  it('is for everybody where it is for nobody in particular, and nobody is named', () => {
    const files = { 'questions/q.md': record(['by: ada', 'asked: 2026-11-23T11:30Z'], 'For whom?') };
    assert.deepEqual(told(undefined, files), ['q']);
    assert.deepEqual(told('grace', files), ['q']);
    assert.deepEqual(told('grace', { ...files, ...TEAM }), ['q']);
    assert.deepEqual(told('hedy', { ...files, ...TEAM }), []);
    assert.deepEqual(told(undefined, { ...files, ...TEAM }), []);
  });

  it('leaves out what is answered, and what is archived', () => {
    const answer = record(['on: late', 'answer: true', 'by: grace', 'created: 2026-11-23T11:00Z'], 'Yes.');
    assert.deepEqual(told('grace', { ...texts, 'replies/r.md': answer }).includes('late'), false);
    const archived = record(['initiative: PAY-1', 'asked: 2026-11-23T10:00Z', 'archived: true']);
    assert.deepEqual(told('grace', { ...texts, 'questions/late.md': archived }).includes('late'), false);
  });
});

describe('What is open', () => {
  it('comes with what waits for the person first, and then whatever else asks for something, settled records left out', () => {
    const settled = {
      'risks/over.md': record(['initiative: PAY-1', 'state: resolved']),
      'objections/no.md': record(['initiative: PAY-1', 'kind: other', 'state: withdrawn']),
      'commitments/soon.md': record(['by: ada', 'to: grace', 'due: 2026-11-24']),
    };
    const { yours, all } = openRecords(libraryOf({ ...texts, ...settled }), 'grace', NOW);
    const ids = (some: Iterable<{ readonly id: string }>) => [...some].map(({ id }) => id);
    // What asks for nothing but a validation or a seat is not open.
    assert.deepEqual(ids(yours), ['late', 'blocking', 'critical', 'early', 'low', 'soon']);
    assert.deepEqual(ids(all), [...ids(yours), 'hers']);
  });
});
