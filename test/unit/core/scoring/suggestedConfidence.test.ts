/** The confidence that evidence speaks for, with its reason. */
import assert from 'node:assert/strict';
import { gaps, gapText } from '../../../../src/core/scoring/readiness.ts';
import {
  isAboveSuggestion,
  suggestedConfidence,
  whySuggested,
} from '../../../../src/core/scoring/suggestedConfidence.ts';

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

  it('says why', () => {
    const reason = (...evidenced: readonly ('reach' | 'impact' | 'effort')[]) =>
      whySuggested(suggestedConfidence(evidenced));
    assert.equal(reason('reach', 'impact', 'effort'), 'because evidence supports 3 of 3: reach, impact, effort.');
    assert.equal(reason('effort', 'reach'), 'because evidence supports 2 of 3: reach, effort.');
    assert.equal(reason('impact'), 'because evidence supports 1 of 3: impact.');
    assert.equal(reason(), 'because no evidence supports reach, impact or effort yet.');
  });

  it('flags a stated confidence above it', () => {
    const suggestion = suggestedConfidence(['reach', 'impact']);
    assert.deepEqual(
      [100, 81, 80, 50, undefined].map((stated) => isAboveSuggestion(stated, suggestion)),
      [true, true, false, false, false],
    );
  });
});

describe('A gap', () => {
  it('has words of its own', () => {
    const words = gaps.map(gapText);
    assert.equal(new Set(words).size, gaps.length);
    for (const text of words) assert.match(text, /^[a-z][a-z ]+$/);
  });
});
