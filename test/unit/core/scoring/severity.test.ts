/** How severe a risk is, in a word. */
import * as assert from 'node:assert/strict';
import { severityOf } from '../../../../src/core/scoring/severity.ts';

describe('severity', () => {
  it('is called by the published limits', () => {
    const words = ['low', 'medium', 'medium', 'high', 'high', 'critical'];
    assert.deepEqual([4, 5, 9, 10, 15, 16].map(severityOf), words);
  });
});
