/** What people type for a result. */
import assert from 'node:assert/strict';
import { readSide, readWindow } from '../../../../src/core/measure/reading.ts';

describe('One side of a result, typed', () => {
  it('is a value or a count', () => {
    const read = (text: string) => readSide(text).read;
    assert.deepEqual(
      ['20', ' 1,240 ', '92%', '−3', '1.4'].map(read),
      [20, 1240, 92, -3, 1.4].map((value) => ({ value })),
    );
    assert.deepEqual(['40 of 100', '40/100', '1,200 of 5,000'].map(read), [
      { hits: 40, of: 100 },
      { hits: 40, of: 100 },
      { hits: 1200, of: 5000 },
    ]);
    assert.deepEqual(readSide('  '), {});
  });

  it('says why it cannot be taken', () => {
    const form = 'Give a value such as 20, or a count such as 40 of 100.';
    for (const text of ['soon', '4 of', 'of 4', '1/2/3', '3 4', 'Infinity', '1e999', '9'.repeat(99)]) {
      assert.deepEqual(readSide(text), { problem: form }, text);
    }
    assert.equal(readSide('5 of 4').problem, '5 of 4 is impossible: more than were counted.');
    assert.equal(readSide('0 of 0').problem, 'Nobody was counted, so there is no data yet.');
    assert.match(readSide('1.5 of 4').problem ?? '', /whole numbers/);
    assert.match(readSide('-1 of 4').problem ?? '', /whole numbers/);
    assert.match(readSide('1e20 of 1e21').problem ?? '', /whole numbers/);
  });
});

describe('The days of a result, typed', () => {
  it('are a first and a last one, or one alone', () => {
    const window = { from: '2026-11-01', to: '2026-11-28' };
    for (const text of ['2026-11-01 to 2026-11-28', '2026-11-01 – 2026-11-28', '2026-11-01..2026-11-28']) {
      assert.deepEqual(readWindow(text), { read: window }, text);
    }
    assert.deepEqual(readWindow('2026-11-01').read, { from: '2026-11-01', to: '2026-11-01' });
    assert.deepEqual(readWindow(''), {});
  });

  it('say why they cannot be', () => {
    assert.match(readWindow('November').problem ?? '', /first and the last day/);
    assert.match(readWindow('2026-02-30').problem ?? '', /first and the last day/);
    assert.match(readWindow('2026-11-28 to 2026-11-01').problem ?? '', /ends before/);
  });
});
