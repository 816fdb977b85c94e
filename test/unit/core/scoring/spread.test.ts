/** What several people's guesses come to. */
import assert from 'node:assert/strict';
import { disputedIn, outliersFirst, spreadOf } from '../../../../src/core/scoring/spread.ts';
import { voicesFor } from '../../../support/items.ts';

describe('The spread of guesses', () => {
  it('is the median of the likely values, the extremes, and how many do not know', () => {
    const voices = [...voicesFor('effort', 2, { low: 1, likely: 4, high: 20 }, '?', 9), ...voicesFor('reach', 1)];
    assert.deepEqual(spreadOf('effort', voices), {
      median: 4,
      min: 2,
      max: 9,
      numbers: 3,
      unsure: 1,
      disagrees: true,
    });
  });

  it('is worked out once, however often a table asks for it', () => {
    const voices = voicesFor('effort', 2, 4);
    assert.equal(spreadOf('effort', voices), spreadOf('effort', voices));
    assert.notDeepEqual(spreadOf('reach', voices), spreadOf('effort', voices));
  });

  it('has the mean of the middle two as the median of an even number', () => {
    assert.equal(spreadOf('effort', voicesFor('effort', 2, 3, 4, 9)).median, 3.5);
  });

  it('has no number where nobody gave one', () => {
    const { median, min, max, unsure } = spreadOf('effort', voicesFor('effort', '?', '?'));
    assert.deepEqual([median, min, max, unsure], [undefined, undefined, undefined, 2]);
  });

  const disagrees = (factor: 'reach' | 'effort' | 'impact' | 'confidence', ...guesses: readonly number[]): boolean =>
    spreadOf(factor, voicesFor(factor, ...guesses)).disagrees;

  it('disagrees about reach and effort when the largest is at least twice the smallest', () => {
    assert.deepEqual([disagrees('effort', 3, 6), disagrees('effort', 3, 5.9)], [true, false]);
    assert.deepEqual([disagrees('reach', 100, 200), disagrees('reach', 100, 199)], [true, false]);
    assert.deepEqual([disagrees('reach', 0, 1), disagrees('reach', 0, 0)], [true, false]);
  });

  it('disagrees about impact and confidence from two rungs on', () => {
    assert.deepEqual([disagrees('confidence', 50, 100), disagrees('confidence', 50, 80)], [true, false]);
    assert.deepEqual([disagrees('impact', 0.25, 1), disagrees('impact', 0.25, 0.5)], [true, false]);
    assert.deepEqual([disagrees('impact', 1, 3), disagrees('impact', 2, 3)], [true, false]);
  });

  it('names the numbers people disagree on, in the order people say them', () => {
    assert.deepEqual(disputedIn([...voicesFor('effort', 2, 6), ...voicesFor('reach', 10, 12)]), ['effort']);
    assert.deepEqual(disputedIn([...voicesFor('effort', 2, 6), ...voicesFor('reach', 10, 40)]), ['reach', 'effort']);
    assert.deepEqual(disputedIn([]), []);
  });

  it('does not disagree with one voice, or none', () => {
    assert.deepEqual([disagrees('effort', 5), disagrees('effort'), disagrees('impact', 3)], [false, false, false]);
  });

  it('puts the voice farthest from the middle first', () => {
    const voices = voicesFor('effort', 4, 5, 20, '?', 1);
    assert.deepEqual(
      outliersFirst('effort', voices).map(({ guesses }) => guesses.effort),
      [20, 1, 5, 4, '?'].sort((a, b) => order(a) - order(b)),
    );
  });
});

/** By distance on a scale of ratios from the middle of 4, 5, 20 and 1. */
const order = (guess: number | string): number => (guess === '?' ? 0 : -Math.abs(Math.log(Number(guess) / 4.5)));
