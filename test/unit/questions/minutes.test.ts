/** The minutes of a walk-through, asked without a screen. */
import * as assert from 'node:assert/strict';
import { minutes } from '../../../src/questions/minutes.ts';
import { productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const texts = {
  'sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-11-16', 'ends: 2026-11-29']),
  'sprints/s2.md': record(['title: Sprint 2', 'starts: 2026-11-30', 'ends: 2026-12-13']),
  'initiatives/PAY-1.md': record(['title: First', 'sprint: s1']),
  'initiatives/PAY-2.md': record(['title: Second', 'sprint: s2', 'quarter: 2026-Q4']),
  'acks/PAY-1/ada.md': record(['initiative: PAY-1', 'by: ada', 'state: can-explain'], 'Shops wait.\n'),
};

describe('The question for minutes', () => {
  it('is about the current sprint, another, a quarter, or chosen initiatives', async () => {
    const { because } = productOf(texts);
    const asked = async (input: Parameters<typeof minutes.answer>[1]) => {
      const { label, rows } = await because.ask(minutes, input);
      return [label, ...rows.map(({ id, tally }) => `${id} ${tally.can}/${tally.of}`)];
    };
    assert.deepEqual(await asked({}), ['Sprint 1', 'PAY-1 1/2']);
    assert.deepEqual(await asked({ sprint: 's2' }), ['Sprint 2', 'PAY-2 0/2']);
    assert.deepEqual(await asked({ quarter: '2026-Q4' }), ['2026-Q4', 'PAY-2 0/2']);
    assert.deepEqual(await asked({ ids: ['PAY-2', 'PAY-1'] }), ['Chosen initiatives', 'PAY-2 0/2', 'PAY-1 1/2']);
  });
});
