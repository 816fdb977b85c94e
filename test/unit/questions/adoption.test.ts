/** The adoption of a feature, asked with counts. */
import assert from 'node:assert/strict';
import { adoption } from '../../../src/questions/adoption.ts';
import { productOf } from '../../support/product.ts';

describe('Feature adoption, asked', () => {
  it('answers what the counts tell, and leaves out the rest', async () => {
    const { because } = productOf();
    const answer = await because.ask(adoption, {
      eligible: 240,
      used: 98,
      daily: 1500,
      monthly: 5000,
      target: 1000,
      adopted: 600,
      people: [
        { days: 2, adopted: true },
        { days: 9, adopted: false },
      ],
    });
    assert.deepEqual(
      answer.funnel.map(({ step }) => step),
      ['eligible', 'used'],
    );
    assert.deepEqual(
      [answer.stickiness?.share, answer.tars.adoption?.share, answer.tars.retention],
      [0.3, 0.6, undefined],
    );
    assert.equal(answer.medianDays, 2);
    const nothing = await because.ask(adoption, {});
    assert.deepEqual([nothing.funnel, nothing.adoption, nothing.medianDays], [[], undefined, undefined]);
  });
});
