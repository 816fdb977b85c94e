/** Limits of shares and of their differences, against published figures. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newcombe, wilson } from '../../../../src/core/measure/proportion.ts';

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

const counted = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, part]) => ({ hits: Math.round(of * part), of }));

describe('The limits of a difference', () => {
  it('are those of Newcombe 1998, method 10', () => {
    // Newcombe, Statistics in Medicine 17 (1998), 873–890, Table II; the last two by the same formula.
    const published = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926],
      [0, 10, 0, 20, -0.1611, 0.2775],
      [0, 10, 0, 10, -0.2775, 0.2775],
      [10, 10, 0, 20, 0.6791, 1],
      [10, 10, 0, 10, 0.6075, 1],
      [52, 100, 40, 100, -0.0178, 0.2517],
      [260, 500, 200, 500, 0.0583, 0.1804],
    ] as const;
    for (const [hits, of, hits2, of2, low, high] of published) {
      const found = newcombe({ hits, of }, { hits: hits2, of: of2 }) ?? assert.fail();
      assert.ok(Math.abs(found.low - low) < 6e-4, `${hits}/${of} - ${hits2}/${of2}: ${found.low}`);
      assert.ok(Math.abs(found.high - high) < 6e-4, `${hits}/${of} - ${hits2}/${of2}: ${found.high}`);
    }
  });

  it('hold the difference, lie from −1 to 1, and mirror each other when the groups change places', () => {
    fc.assert(
      fc.property(counted, counted, (one, other) => {
        const { low, high } = newcombe(one, other) ?? assert.fail();
        const swapped = newcombe(other, one) ?? assert.fail();
        const difference = one.hits / one.of - other.hits / other.of;
        assert.ok(low <= difference && difference <= high);
        assert.ok(low >= -1 - 1e-9 && high <= 1 + 1e-9);
        assert.ok(Math.abs(low + swapped.high) < 1e-9 && Math.abs(high + swapped.low) < 1e-9);
      }),
    );
  });

  it('come closer when more are counted at the same rates', () => {
    fc.assert(
      fc.property(counted, counted, fc.integer({ min: 2, max: 10 }), (one, other, times) => {
        const more = ({ hits, of }: typeof one) => ({ hits: hits * times, of: of * times });
        const few = newcombe(one, other) ?? assert.fail();
        const many = newcombe(more(one), more(other)) ?? assert.fail();
        assert.ok(many.high - many.low < few.high - few.low);
      }),
    );
  });

  it('are not there where a group has nobody in it', () => {
    assert.equal(newcombe({ hits: 0, of: 0 }, { hits: 1, of: 2 }), undefined);
    assert.equal(newcombe({ hits: 1, of: 2 }, { hits: 3, of: 2 }), undefined);
  });
});
