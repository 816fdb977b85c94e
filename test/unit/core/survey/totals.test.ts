/** Totals of a health check: the published score, what to talk about first, and counts that cannot be. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { itemSentence, LEVELS, levelWords, surveyItems } from '../../../../src/core/survey/items.ts';
import {
  agreeing,
  byVariance,
  type Counts,
  eachItem,
  impossible,
  type Levels,
  leastAnswers,
  noTotals,
  scoreOf,
  sumOf,
  varianceOf,
  withLevels,
} from '../../../../src/core/survey/totals.ts';

/** How many gave each level, of the levels people gave. */
const counts = (...levels: readonly number[]): Counts =>
  [1, 2, 3, 4, 5].map((level) => levels.filter((one) => one === level).length);

const anyLevels: fc.Arbitrary<Levels> = fc.record(eachItem(() => fc.integer({ min: 1, max: LEVELS })));

describe('Totals of a health check', () => {
  it('have nine items and five levels, each with its words', () => {
    assert.deepEqual([surveyItems.length, levelWords().length], [9, LEVELS]);
    assert.equal(new Set(surveyItems.map(itemSentence)).size, 9);
  });

  it('score 75 for 5, 4, 4 and 3, 0 and 100 at the ends, and nothing without answers', () => {
    assert.deepEqual(
      [counts(5, 4, 4, 3), counts(1, 1), counts(5), counts(3), counts()].map((one) => scoreOf(one)),
      [75, 0, 100, 50, undefined],
    );
    assert.equal(scoreOf(counts(5, 4), counts(4, 3)), 75);
  });

  it('vary by how far people are apart', () => {
    assert.deepEqual([counts(3, 3, 3), counts(1, 5), counts()].map(varianceOf), [0, 4, 0]);
    assert.equal(agreeing(counts(1, 3, 4, 5, 5)), 3);
  });

  it('say to talk first about what people are furthest apart on, then about what is worst', () => {
    const totals = { ...eachItem(() => counts(4, 4)), credit: counts(1, 5), scope: counts(2, 2) };
    assert.deepEqual(byVariance(totals).slice(0, 3), ['credit', 'scope', 'problem']);
  });

  it('show nothing under five answers, whatever a team sets', () => {
    assert.deepEqual([undefined, 7, 3, 1, -2].map(leastAnswers), [5, 7, 5, 5, 5]);
  });

  it('cannot be where an item has not one answer of each person', () => {
    const totals = eachItem(() => counts(4, 4, 2));
    assert.deepEqual(impossible(totals, 3), []);
    assert.deepEqual(impossible(totals, 4), surveyItems);
    assert.deepEqual(impossible({ ...totals, credit: [3] }, 3), ['credit']);
    assert.deepEqual(impossible({ ...totals, scope: [4, -1, 0, 0, 0] }, 3), ['scope']);
    const { results: _, ...others } = totals;
    assert.deepEqual(impossible(others, 3), ['results']);
  });

  it('are the same in whatever order people answer, and always possible', () => {
    fc.assert(
      fc.property(fc.array(anyLevels, { maxLength: 12 }), (answers) => {
        const forwards = answers.reduce(withLevels, noTotals());
        assert.deepEqual(answers.toReversed().reduce(withLevels, noTotals()), forwards);
        assert.deepEqual(impossible(forwards, answers.length), []);
        for (const item of surveyItems) {
          const score = scoreOf(forwards[item]);
          assert.equal(score === undefined, answers.length === 0);
          assert.ok(score === undefined || (score >= 0 && score <= 100));
          assert.ok(sumOf(forwards[item]) === answers.length && varianceOf(forwards[item]) >= 0);
        }
      }),
    );
  });
});
