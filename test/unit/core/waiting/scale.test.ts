/** Thousands of questions: what views ask for is found once, and then only the clock is read. */
import * as assert from 'node:assert/strict';
import { exposureOf } from '../../../../src/core/discovery/exposure.ts';
import type { Library } from '../../../../src/core/library/library.ts';
import { inSection } from '../../../../src/core/library/query.ts';
import { answerTimes } from '../../../../src/core/waiting/answerTimes.ts';
import { needsOf } from '../../../../src/core/waiting/needs.ts';
import { growth, LINEAR } from '../../../support/growth.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const NOW = Date.parse('2026-11-23T14:00Z');
const TEAM =
  'hours: {zone: Europe/Paris}\nteam:\n  members:\n    - {id: ada, role: engineer}\n    - {id: grace, role: pm}\n';

const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

/** Half of the questions are answered, a quarter as many sessions, over about a year. */
function texts(questions: number): Record<string, string> {
  const all: Record<string, string> = { 'because.yml': TEAM };
  for (let at = 0; at < questions; at++) {
    const asked = at * 240 + 30;
    all[`initiatives/PAY-${at % 50}.md`] = record(['owner: grace']);
    all[`questions/q${at}.md`] = record([`initiative: PAY-${at % 50}`, 'by: ada', `created: ${ago(asked)}`], 'Why?');
    const answer = ['answer: true', 'by: grace', `created: ${ago(asked - 25)}`];
    if (at % 2 === 1) all[`replies/r${at}.md`] = record([`on: q${at}`, ...answer], 'So.');
    if (at % 4 === 0) all[`sessions/s${at}.md`] = record(['kind: interview', `at: ${ago(asked)}`, 'participants: ada']);
  }
  return all;
}

const libraries = new Map<number, Library>();

/** The same records in a snapshot that has answered nothing yet. */
function fresh(questions: number): Library {
  const known = libraries.get(questions) ?? libraryOf(texts(questions));
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
