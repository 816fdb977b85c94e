/** Thousands of questions: what views ask for is found once, and then only the clock is read. */
import * as assert from 'node:assert/strict';
import { exposureOf } from '../../../../src/core/discovery/exposure.ts';
import type { Library } from '../../../../src/core/library/library.ts';
import { inSection } from '../../../../src/core/library/query.ts';
import { answerTimes } from '../../../../src/core/waiting/answerTimes.ts';
import { needsOf } from '../../../../src/core/waiting/needs.ts';
import { waitingTexts } from '../../../support/generateWaiting.ts';
import { growth, LINEAR } from '../../../support/growth.ts';
import { libraryOf } from '../../../support/sources.ts';

const NOW = Date.parse('2026-11-23T14:00Z');

const libraries = new Map<number, Library>();

/** The same records in a snapshot that has answered nothing yet. */
function fresh(questions: number): Library {
  const known = libraries.get(questions) ?? libraryOf(waitingTexts(questions, new Date(NOW)));
  libraries.set(questions, known);
  return known.with(new Map());
}

function views(library: Library, now: number): void {
  needsOf(library, 'grace', now);
  answerTimes(library, now);
  exposureOf(library, new Date(now));
  for (const initiative of library.ofKind('initiative')) inSection(library, initiative, 'question');
}

describe('Two thousand questions', () => {
  it('are told of in the time that they take one by one', () => {
    assert.ok(growth((size) => views(fresh(size), NOW), 500) < LINEAR);
  });

  it('are told right', () => {
    const library = fresh(2000);
    const { asked, answered, open, median } = answerTimes(library, NOW);
    assert.deepEqual([asked, answered, open.length], [2000, 1000, 1000]);
    assert.ok(median !== undefined && median <= 25);
    assert.equal(needsOf(library, 'grace', NOW).length, 1000);
    assert.equal(exposureOf(library, new Date(NOW)).turn.length, 0);
  });
});
