/** Results in words. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compare, type Side } from '../../../../src/core/measure/comparison.ts';
import {
  changeText,
  insteadText,
  levelSpoken,
  numberText,
  resultSentence,
  suggestionText,
  warningsOf,
} from '../../../../src/core/measure/words.ts';

const comparing = (baseline: Side, after: Side, promised = {}, method = 'before-after' as const) =>
  compare({ method, baseline, after }, promised);
const time = { unit: 'minutes', baseline: 20, target: 3 };
const share = { unit: '%', baseline: 40, target: 45 };

describe('A result in words', () => {
  it('is what it is instead of what it was, with the target and what the method cannot show', () => {
    assert.equal(
      resultSentence(comparing({ value: 20 }, { value: 4 }, time), 'Setup time'),
      'Setup time: 4 minutes instead of 20; the target was 3. Changed after the release; no control group.',
    );
    assert.equal(
      insteadText(comparing({ hits: 400, of: 1000 }, { hits: 450, of: 1000 }, share)),
      '45% instead of 40%; the target was 45%.',
    );
    assert.equal(insteadText(comparing({}, { value: 4 })), '4.');
    assert.equal(resultSentence(comparing({ value: 20 }, {}, time), 'Setup time'), 'Setup time: No data yet.');
    assert.equal(insteadText(comparing({ hits: 0, of: 0 }, { hits: 0, of: 0 }, share)), 'No data yet.');
  });

  it('says how much that is, points and relative both', () => {
    const told = (before: Side, after: Side, unit?: string) => changeText(comparing(before, after, { unit }));
    assert.equal(told({ value: 20 }, { value: 3 }, 'min'), '−85%, 6.7 times faster');
    assert.equal(told({ value: 40 }, { value: 45 }, '%'), '+5 points, +12.5%');
    assert.equal(told({ hits: 40, of: 100 }, { hits: 45, of: 100 }), '+5 points, +12.5%');
    assert.equal(told({ value: 10 }, { value: 30 }, 'messages'), '+200%, 3 times as much');
    assert.equal(told({ value: 30 }, { value: 10 }, 'calls'), '−66.7%');
    assert.equal(told({ value: 0 }, { value: 10 }, 'calls'), '+10 calls');
    assert.equal(told({ value: 4 }, { value: 4 }), 'unchanged');
    assert.equal(told({ value: 4 }, {}), undefined);
  });

  it('tells a few as counts', () => {
    const few = comparing({ hits: 2, of: 7 }, { hits: 7, of: 9 }, share);
    assert.equal(insteadText(few), '7 of 9 instead of 2 of 7; the target was 45%.');
    assert.equal(changeText(few), '+49.2 points');
    assert.ok(warningsOf(few).includes('Fewer than 20 people in a group: a few more may change the result.'));
  });

  it('gives the limits where somebody reads on', () => {
    const { after } = comparing({}, { hits: 98, of: 240 });
    assert.equal(after && levelSpoken(after), '98 of 240, likely between 34.8% and 47.1%');
    assert.equal(
      suggestionText(comparing({ hits: 200, of: 500 }, { hits: 260, of: 500 }, share)),
      'It is better and reaches the target. The change is likely between +5.8 and +18 points.',
    );
  });

  it('warns of what the numbers cannot show', () => {
    assert.deepEqual(warningsOf(comparing({ value: 20 }, { value: 3 }, time)), [
      'Single values: nobody can tell how much of it is chance.',
    ]);
    assert.deepEqual(warningsOf(comparing({ hits: 400, of: 1000 }, { hits: 460, of: 1000 }, share)), [
      'The target lies within the interval.',
    ]);
    assert.deepEqual(warningsOf(compare({ method: 'staged', after: { value: 3 } })), [
      'Only one side has data, so nothing can be compared.',
      'The outcome has no baseline and target to compare with.',
    ]);
    const windows = {
      before: { from: '2026-10-01', to: '2026-10-28' },
      after: { from: '2026-11-01', to: '2026-11-14' },
    };
    assert.ok(
      warningsOf(comparing({ value: 20 }, { value: 3 }, time), windows).includes(
        'The windows differ: 28 days before, 14 days after.',
      ),
    );
    const twice = compare(
      { method: 'before-after', baseline: { hits: 30, of: 90 }, after: { hits: 80, of: 90 }, samePeople: true },
      share,
    );
    assert.deepEqual(warningsOf(twice), ['The same people were counted twice, so there is no interval.']);
  });

  it('never shows what is no number, whatever was written down', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    const side: fc.Arbitrary<Side> = fc.oneof(
      fc.record({ value: any }),
      fc.record({ hits: fc.nat(), of: fc.nat() }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(side, side, any, any, (before, after, baseline, target) => {
        const comparison = comparing(before, after, { unit: 'minutes', baseline, target });
        const all = [
          resultSentence(comparison, 'x'),
          changeText(comparison),
          suggestionText(comparison),
          ...warningsOf(comparison),
        ];
        assert.doesNotMatch(all.join(' '), /NaN|Infinity|undefined/);
      }),
    );
  });

  it('rounds to what is read', () => {
    assert.deepEqual([0.0512, 6.666, 1234.56, -0.00001234, 0].map(numberText), [
      '0.051',
      '6.7',
      '1,234.6',
      '-0.000012',
      '0',
    ]);
  });
});
