/** What is missing before an initiative is committed, and the confidence that evidence speaks for. */
import assert from 'node:assert/strict';
import { itemOf } from '../../../../src/core/board/item.ts';
import type { Gap } from '../../../../src/core/scoring/readiness.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { type Files, guess, PLAN } from './plan.ts';

const itemIn = (files: Files, me?: string) => {
  const library = libraryOf({ ...PLAN, ...files });
  return itemOf(library, library.findOf('initiative', 'PAY-1') ?? assert.fail(), me);
};

const initiative = (...lines: string[]) => ({ 'initiatives/PAY-1.md': record(['problem: missed', ...lines]) });

const READY: Files = {
  ...initiative('outcome: {baseline: 70, target: 95}', 'rice: {reach: 10, impact: 1, confidence: 80}'),
  'problems/missed.md': record([], '30% miss updates.'),
  'evidence/a.md': record(['kind: quote', 'problem: missed', 'customer: Acme']),
  'estimates/PAY-1/ada.md': guess('ada', ['effort: 4']),
  'estimates/PAY-1/cleo.md': guess('cleo', ['effort: 6']),
};

const missing = (files: Files) => itemIn({ ...READY, ...files }).missing;

describe('What is missing to commit', () => {
  it('is nothing where all is there, whoever asks', () => assert.deepEqual(missing({}), []));

  const gone = (path: string): Files => ({ [path]: record(['archived: true', 'initiative: PAY-1', 'kind: quote']) });

  const cases: readonly (readonly [string, Files, readonly Gap[]])[] = [
    ['a second engineer', gone('estimates/PAY-1/cleo.md'), ['estimates']],
    [
      'an engineer, where a manager estimated',
      { ...gone('estimates/PAY-1/cleo.md'), 'estimates/PAY-1/grace.md': guess('grace', ['effort: 1']) },
      ['estimates'],
    ],
    [
      'the new round’s estimates',
      {
        ...READY,
        ...initiative(
          'outcome: {baseline: 0, target: 1}',
          'rice: {reach: 1, impact: 1, confidence: 80, effort: 1}',
          'round: {number: 2}',
        ),
      },
      ['estimates'],
    ],
    [
      'an answer to a critical risk',
      { 'risks/r.md': record(['initiative: PAY-1', 'likelihood: 5', 'impact: 4']) },
      ['critical-risk'],
    ],
    [
      'a decision on a challenge',
      { 'challenges/c.md': record(['initiative: PAY-1', 'factor: reach', 'to: 1']) },
      ['challenge'],
    ],
    ['an answer to an objection', { 'objections/o.md': record(['initiative: PAY-1', 'kind: other']) }, ['objection']],
    ['words on the problem', { 'problems/missed.md': record([]) }, ['problem']],
    [
      'the outcome’s baseline',
      initiative('outcome: {target: 95}', 'rice: {reach: 10, impact: 1, confidence: 80}'),
      ['outcome'],
    ],
    ['evidence', gone('evidence/a.md'), ['evidence']],
    [
      'a factor',
      initiative('outcome: {baseline: 70, target: 95}', 'rice: {reach: 10, impact: "?", confidence: 80}'),
      ['score'],
    ],
  ];
  for (const [what, files, expected] of cases) it(`is ${what}`, () => assert.deepEqual(missing(files), expected));

  it('is not an answer to a risk that somebody else replied to, or that is less than critical', () => {
    const risk = { 'risks/r.md': record(['initiative: PAY-1', 'likelihood: 5', 'impact: 4', 'by: ada']) };
    assert.deepEqual(missing({ ...risk, 'replies/a.md': record(['on: r', 'by: bob'], 'Known.') }), []);
    assert.deepEqual(missing({ 'risks/r.md': record(['initiative: PAY-1', 'likelihood: 5', 'impact: 3']) }), []);
  });

  it('is not evidence where a validation is planned', () => {
    const planned = { 'problems/missed.md': record(['validation: {method: interview, n: 5}'], 'They miss it.') };
    assert.deepEqual(missing({ ...gone('evidence/a.md'), ...planned }), []);
  });

  it('counts anybody as an engineer where because.yml gives nobody such a role', () => {
    const team = { 'because.yml': 'team: {members: [{id: grace, role: pm}]}\n' };
    assert.deepEqual(
      missing({
        ...team,
        ...gone('estimates/PAY-1/cleo.md'),
        'estimates/PAY-1/grace.md': guess('grace', ['effort: 1']),
      }),
      [],
    );
  });

  it('is nothing of what is shipped or dropped', () => {
    for (const status of ['shipped', 'measured', 'dropped']) {
      assert.deepEqual(itemIn(initiative(`status: ${status}`)).missing, []);
    }
  });
});

describe('The suggested confidence', () => {
  const evidenced = (files: Files, me = 'ada') =>
    itemIn({ ...initiative(), 'problems/missed.md': record([], 'They miss it.'), ...files }, me).suggested;
  const piece = (...lines: string[]) => record(['problem: missed', ...lines]);

  it('is 50 where nothing speaks for the numbers', () =>
    assert.deepEqual(evidenced({}), { confidence: 50, evidenced: [] }));

  it('takes reach for evidenced where something was counted, and not by what contradicts', () => {
    for (const lines of [['kind: usage'], ['kind: survey', 'sample: {hits: 2, of: 9}'], ['kind: ticket', 'count: 5']]) {
      assert.deepEqual(evidenced({ 'evidence/a.md': piece(...lines) }).evidenced, ['reach'], lines.join());
    }
    for (const lines of [
      ['kind: usage', 'stance: contradicts'],
      ['kind: ticket', 'count: 4'],
      ['kind: usage', 'sensitive: true'],
    ]) {
      assert.deepEqual(evidenced({ 'evidence/a.md': piece(...lines) }).evidenced, [], lines.join());
    }
  });

  it('takes impact for evidenced where two customers said that it matters, more than contradict', () => {
    const two = {
      'evidence/a.md': piece('kind: quote', 'customer: Acme'),
      'evidence/b.md': piece('kind: ticket', 'customer: Tern', 'importance: 2'),
    };
    assert.deepEqual(evidenced(two).evidenced, ['impact']);
    const same = { ...two, 'evidence/b.md': piece('kind: quote', 'customer: acme') };
    assert.deepEqual(evidenced(same).evidenced, []);
    const against = piece('kind: quote', 'stance: contradicts');
    assert.deepEqual(evidenced({ ...two, 'evidence/c.md': against, 'evidence/d.md': against }).evidenced, []);
  });

  it('takes effort for evidenced where two engineers gave a number and agree, seen by whoever may see them', () => {
    const two = {
      'estimates/PAY-1/ada.md': guess('ada', ['effort: 4']),
      'estimates/PAY-1/bob.md': guess('bob', ['effort: 6']),
    };
    assert.deepEqual(evidenced(two).evidenced, ['effort']);
    assert.deepEqual(evidenced(two, 'grace').evidenced, []);
    assert.deepEqual(evidenced({ ...two, 'estimates/PAY-1/bob.md': guess('bob', ['effort: 8']) }).evidenced, []);
    assert.deepEqual(evidenced({ ...two, 'estimates/PAY-1/bob.md': guess('bob', ['effort: "?"']) }).evidenced, []);
  });
});
