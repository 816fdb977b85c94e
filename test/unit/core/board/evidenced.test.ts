/** The confidence that evidence speaks for, and the words of gaps. */
import assert from 'node:assert/strict';
import { suggestedConfidence } from '../../../../src/core/board/evidenced.ts';
import { gaps, gapText } from '../../../../src/core/scoring/readiness.ts';

describe('The suggested confidence', () => {
  it('is 100 for three evidenced factors, 80 for two, 50 for fewer', () => {
    const confidence = (...evidenced: readonly ('reach' | 'impact' | 'effort')[]) =>
      suggestedConfidence(evidenced).confidence;
    assert.equal(confidence('effort', 'reach', 'impact'), 100);
    assert.deepEqual(
      [confidence('reach', 'effort'), confidence('reach', 'impact'), confidence('impact', 'effort')],
      [80, 80, 80],
    );
    assert.deepEqual([confidence('reach'), confidence('reach', 'reach'), confidence()], [50, 50, 50]);
  });
});

describe('A gap', () => {
  it('has words of its own', () => {
    const words = gaps.map(gapText);
    assert.equal(new Set(words).size, gaps.length);
    for (const text of words) assert.match(text, /^[a-z][a-z ]+$/);
  });
});
