/** Limits of shares, against published figures. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wilson } from '../../../../src/core/scoring/proportion.ts';

describe('The limits of a share', () => {
  it('are those of Newcombe 1998', () => {
    // 81/263, 15/148, 0/20, 1/29: Newcombe, Statistics in Medicine 17 (1998), 857–872, Table I, method 3; the others by the same formula.
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
      [5, 10, 0.2366, 0.7634],
      [0, 10, 0, 0.2775],
      [98, 240, 0.348, 0.471],
      [2400, 8000, 0.29, 0.31],
    ] as const;
    for (const [hits, of, low, high] of published) {
      const found = wilson(hits, of) ?? assert.fail();
      assert.ok(Math.abs(found.low - low) < 6e-4, `${hits}/${of}: ${found.low}`);
      assert.ok(Math.abs(found.high - high) < 6e-4, `${hits}/${of}: ${found.high}`);
    }
  });

  it('hold the share, lie from 0 to 1, and mirror each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const hits = Math.round(of * part);
        const { low, high } = wilson(hits, of) ?? assert.fail();
        const mirrored = wilson(of - hits, of) ?? assert.fail();
        assert.ok(low >= 0 && low <= hits / of && hits / of <= high && high <= 1);
        assert.ok(Math.abs(low - (1 - mirrored.high)) < 1e-9);
      }),
    );
  });

  it('are not there where nobody was counted, or more were found than counted', () => {
    assert.equal(wilson(0, 0), undefined);
    assert.equal(wilson(5, 4), undefined);
    assert.equal(wilson(-1, 4), undefined);
    assert.equal(wilson(Number.NaN, 4), undefined);
  });
});
