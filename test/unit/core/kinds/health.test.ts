/** A health check's file: what is wrong with its counts, and that no surface but its page tells them. */
import * as assert from 'node:assert/strict';
import { cardOf } from '../../../../src/core/card/card.ts';
import { nameOf } from '../../../../src/core/face/names.ts';
import { kinds } from '../../../../src/core/kinds/all.ts';
import { detailOf } from '../../../../src/core/outline/node.ts';
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

  it('is told of what is sealed by what it is, and not by its letters', () => {
    const library = libraryOf({
      'health-rounds/hr-1.md': record([]),
      'health-envelopes/hr-1/ada.md': record(['id: hv-1', 'round: hr-1', 'by: ada'], 'AbCd0123==\n'),
    });
    const envelope = library.findOf('healthEnvelope', 'hv-1') ?? assert.fail();
    assert.equal(nameOf(envelope), 'Envelope of ada');
    const told = JSON.stringify([detailOf(library, envelope), cardOf(library, 'hv-1', new Date('2026-11-23T12:00Z'))]);
    assert.match(told, /Nobody can read them/);
    assert.doesNotMatch(told, /AbCd/);
  });

  it('says how many answered in lists and hovers, and none of the counts', () => {
    const { describe: said } = kinds.health;
    assert.equal(said?.({ participants: 7 }), '7 answers');
    assert.equal(kinds.health.lines, undefined);
  });
});
