/** What is told of the initiative somebody works on. */
import * as assert from 'node:assert/strict';
import { workTold } from '../../../../src/core/outline/workTold.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const library = libraryOf({
  'initiatives/PAY-142.md': record([
    'title: Urgent updates',
    'status: building',
    'owner: lin',
    'problem: late',
    'outcome: {metric: Missed updates, baseline: 30, target: 5, unit: "%"}',
  ]),
  'initiatives/PAY-7.md': record(['status: shipped']),
  'problems/late.md': record(['title: Late'], '30% of users miss urgent updates. They told us. Twice.\n'),
  'risks/send.md': record(['title: One sender', 'initiative: PAY-142', 'likelihood: 5', 'impact: 5', 'owner: ada']),
  'risks/small.md': record(['title: A detail', 'initiative: PAY-142', 'likelihood: 1', 'impact: 1', 'owner: ada']),
});

const told = (id: string, me?: string) => {
  const initiative = library.findOf('initiative', id);
  return initiative && workTold(library, initiative, me);
};

describe('The work of somebody', () => {
  const facts = ['30% of users miss urgent updates. They told us.', 'Outcome: Missed updates: 30 → 5%'];

  it('is told in a few words, by its problem and its outcome', () => {
    assert.deepEqual(told('PAY-142'), {
      brief: 'PAY-142 Late',
      name: 'PAY-142 · Urgent updates · building',
      lines: facts,
      waiting: [],
    });
  });

  it('names the critical risks that wait for the answer of who looks', () => {
    for (const me of ['ada', 'lin']) {
      assert.deepEqual(told('PAY-142', me)?.waiting, ['One sender']);
      assert.deepEqual(told('PAY-142', me)?.lines, [...facts, 'A critical risk waits for your answer: One sender']);
    }
    assert.deepEqual(told('PAY-142', 'grace')?.waiting, []);
  });

  it('is its id alone where nothing else is known', () => {
    assert.deepEqual(told('PAY-7'), { brief: 'PAY-7', name: 'PAY-7 · PAY-7 · shipped', lines: [], waiting: [] });
  });
});
