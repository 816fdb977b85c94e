/** An initiative as the board ranks it. */
import assert from 'node:assert/strict';
import { itemOf, itemsOf } from '../../../../src/core/board/item.ts';
import { scalesOf } from '../../../../src/core/board/scales.ts';
import { readRecord } from '../../../../src/core/kinds/all.ts';
import type { Library } from '../../../../src/core/library/library.ts';
import { libraryOf, record, source } from '../../../support/sources.ts';
import { type Files, guess, PLAN } from './plan.ts';

const itemIn = (files: Files, me?: string, id = 'PAY-1') => {
  const library = libraryOf({ ...PLAN, ...files });
  return itemOf(library, library.findOf('initiative', id) ?? assert.fail(), me);
};

const WHOLE = {
  'initiatives/PAY-1.md': record([
    'title: Urgent updates',
    'kind: feature',
    'status: building',
    'sprint: [s1, s2]',
    'quarter: 2026-Q4',
    'owner: grace',
    'problem: missed',
    'outcome: {metric: Read in time, baseline: 70, target: 95}',
    'rice: {reach: 240, impact: "?", confidence: 80, agreed: 2026-10-30, agreedBy: grace}',
  ]),
  'problems/missed.md': record(['title: 30% miss updates']),
  'estimates/PAY-1/ada.md': guess('ada', ['effort: 4']),
  'estimates/PAY-1/bob.md': guess('bob', ['effort: 6']),
  'challenges/a.md': record(['initiative: PAY-1', 'factor: effort', 'to: 9']),
  'challenges/b.md': record(['initiative: PAY-1', 'factor: effort', 'to: 9', 'state: rejected']),
  'objections/a.md': record(['initiative: PAY-1', 'kind: no-need']),
  'risks/a.md': record(['title: Slow', 'problem: missed', 'likelihood: 5', 'impact: 4', 'by: ada']),
  'risks/b.md': record(['title: Old', 'initiative: PAY-1', 'state: resolved']),
  'evidence/a.md': record(['kind: quote', 'problem: missed', 'customer: Acme', 'date: 2026-11-01']),
  'evidence/b.md': record(['kind: usage', 'problem: missed', 'customer: acme', 'stance: contradicts']),
  'evidence/c.md': record([
    'kind: quote',
    'problem: missed',
    'customer: Secret',
    'sensitive: true',
    'date: 2026-12-01',
  ]),
};

describe('An item of the board', () => {
  it('is an initiative as plain data', () => {
    assert.deepEqual(structuredClone(itemIn(WHOLE, 'ada')), {
      id: 'PAY-1',
      title: 'Urgent updates',
      kind: 'feature',
      status: 'building',
      sprints: ['s1', 's2'],
      quarter: '2026-Q4',
      owner: 'grace',
      problem: '30% miss updates',
      trouble: undefined,
      agreed: { reach: 240, confidence: 80 },
      agreedOn: '2026-10-30',
      agreedBy: 'grace',
      unit: undefined,
      bridge: undefined,
      round: { number: 1, revealed: false, given: 2, mine: true },
      voices: [
        { by: 'ada', guesses: { effort: 4 } },
        { by: 'bob', guesses: { effort: 6 } },
      ],
      suggested: { confidence: 50, evidenced: ['effort'] },
      openChallenges: 1,
      openObjections: 1,
      risks: [
        { id: 'a', title: 'Slow', likelihood: 5, impact: 4, open: true, answered: false },
        { id: 'b', title: 'Old', likelihood: undefined, impact: undefined, open: false, answered: true },
      ],
      evidence: { customers: 1, supports: 1, contradicts: 1, newest: '2026-11-01' },
      missing: ['critical-risk', 'challenge', 'objection', 'score'],
    });
  });

  it('says the problem in a few words, and none that was put away', () => {
    const problemOf = (text: string) => itemIn({ ...WHOLE, 'problems/missed.md': text }).problem;
    const body = '30% of users miss urgent updates. It costs us $200K a year.\n\nMore of it.\n';
    assert.equal(problemOf(record(['title: Missed'], body)), 'Missed');
    assert.equal(problemOf(record([], body)), '30% of users miss urgent updates.');
    assert.equal(problemOf(record(['title: Missed', 'archived: true'], body)), undefined);
    assert.equal(itemIn({}).problem, undefined);
    const long = problemOf(record([`title: ${'very '.repeat(99)}long`])) ?? '';
    assert.ok(long.length <= 161 && long.endsWith('…'), long);
  });

  it('holds nobody’s numbers while it is blind, neither in voices nor in what is derived from them', () => {
    const item = itemIn(WHOLE, 'cleo');
    assert.deepEqual(item.voices, []);
    assert.deepEqual(item.suggested.evidenced, []);
    assert.equal(item.round.given, 2);
  });

  it('says why nothing can be changed about it', () => {
    assert.equal(itemIn({}).trouble, undefined);
    assert.match(itemIn({ 'initiatives/PAY-1.md': '---\ntitle: [\n---\n' }).trouble ?? '', /./);
    assert.match(itemIn({ 'initiatives/PAY-1.md': record(['schema: 99']) }).trouble ?? '', /newer version/);
    assert.match(itemIn({ 'initiatives/again.md': record(['id: PAY-1']) }).trouble ?? '', /again\.md|PAY-1\.md/);
  });

  it('stands on the board once, also where two files claim its id', () => {
    const library = libraryOf({ ...PLAN, 'initiatives/again.md': record(['id: PAY-1', 'quarter: 2026-Q4']) });
    assert.equal(itemsOf(library, { kind: 'all' }, undefined).length, 1);
  });

  it('is ranked on the team’s scales, or the usual ones', () => {
    assert.deepEqual(scalesOf(libraryOf({})), {
      reachUnit: 'customers',
      effortUnit: 'person-weeks',
      period: 'quarter',
      customersPerPersonWeek: undefined,
    });
    const scoring = 'scoring: {period: month, reachUnit: shops, effortUnit: days, customersPerPersonWeek: 40}\n';
    assert.deepEqual(scalesOf(libraryOf({ 'because.yml': scoring })), {
      reachUnit: 'shops',
      effortUnit: 'days',
      period: 'month',
      customersPerPersonWeek: 40,
    });
  });
});

describe('Items over time', () => {
  const next = (library: Library, path: string, text: string) =>
    library.with(new Map([[path, readRecord(source(path, text))]]));

  const before = libraryOf({ ...PLAN, ...WHOLE, 'initiatives/PAY-2.md': record(['title: Two']) });
  const itemIds = (library: Library) => itemsOf(library, { kind: 'all' }, 'ada');

  it('stay the same objects while nothing they are made from changes', () => {
    const after = next(before, 'estimates/PAY-2/ada.md', record(['initiative: PAY-2', 'by: ada', 'effort: 1']));
    const [one, two] = [itemIds(before), itemIds(after)];
    assert.equal(two[0], one[0]);
    assert.notEqual(two[1], one[1]);
    assert.deepEqual(two[1]?.voices, [{ by: 'ada', guesses: { effort: 1 } }]);
  });

  const changes: Files = {
    'estimates/PAY-1/cleo.md': guess('cleo', ['effort: 20']),
    'challenges/a.md': record(['initiative: PAY-1', 'factor: effort', 'to: 9', 'state: accepted']),
    'objections/c.md': record(['initiative: PAY-1', 'kind: other']),
    'risks/a.md': record(['title: Slow', 'problem: missed', 'likelihood: 1', 'impact: 4']),
    'replies/r.md': record(['on: a', 'by: grace'], 'We know.'),
    'evidence/d.md': record(['kind: quote', 'initiative: PAY-1', 'customer: Tern']),
    'problems/missed.md': record([]),
    'because.yml': 'scoring: {reachUnit: shops}\n',
    'initiatives/PAY-1.md': record(['title: Other']),
    'initiatives/again.md': record(['id: PAY-1']),
  };

  for (const [path, text] of Object.entries(changes)) {
    it(`are made again after a change of ${path}`, () => {
      const [was] = itemIds(before);
      const after = next(before, path, text);
      const texts = [...after.files.values()].map((file) => [file.path, file.source.text] as const);
      const fresh = libraryOf(Object.fromEntries(texts));
      assert.notEqual(itemIds(after)[0], was);
      assert.deepEqual(itemIds(after)[0], itemIds(fresh)[0]);
    });
  }
});
