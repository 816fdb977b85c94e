/** A health check's file: what is wrong with its counts, and that no surface but its page tells them. */
import * as assert from 'node:assert/strict';
import { kinds } from '../../../../src/core/kinds/all.ts';
import { eachItem } from '../../../../src/core/survey/totals.ts';
import { libraryOf, record } from '../../../support/sources.ts';

function findings(people: number, counts: Readonly<Record<string, string>>) {
  const lines = Object.entries(counts).map(([item, of]) => `  ${item}: ${of}`);
  const library = libraryOf({ 'health/a.md': record([`participants: ${people}`, 'answers:', ...lines]) });
  const one = library.findOf('health', 'a') ?? assert.fail();
  return library.findings(one).map(({ code, message, field }) => [code, field?.join('/'), message]);
}

const right = eachItem(() => '[0, 1, 1, 1, 2]');

describe('A health check', () => {
  it('is right where each item has the counts of all who answered', () => {
    assert.deepEqual(findings(5, right), []);
  });

  it('has findings where counts cannot be', () => {
    const { results: _, ...missing } = right;
    assert.deepEqual(findings(5, { ...missing, credit: '[0, 1, 1, 1, 3]', scope: '[0, 1, 1, 3]' }), [
      ['impossible-totals', 'answers/results', 'The counts of “results” are missing.'],
      ['bad-value', 'answers/scope', 'scope should be a list of 5 counts, such as [0, 0, 0, 0, 0].'],
      ['impossible-totals', 'answers/credit', 'The counts of “credit” add up to 6, but 5 people answered.'],
    ]);
  });

  it('asks to remove the counts of so few that they tell of single people', () => {
    assert.deepEqual(
      findings(2, right).map(([code]) => code),
      ['too-few-answers'],
    );
  });

  it('says how many answered in lists and hovers, and none of the counts', () => {
    const { describe: said } = kinds.health;
    assert.equal(said?.({ participants: 7 }), '7 answers');
    assert.equal(kinds.health.lines, undefined);
  });
});
