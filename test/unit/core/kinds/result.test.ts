/** Results as records: what they say in rows and cards, what is wrong with them, and who is asked for one. */
import * as assert from 'node:assert/strict';
import { result } from '../../../../src/core/kinds/result.ts';
import { inSection } from '../../../../src/core/library/query.ts';
import { recordRow } from '../../../../src/core/outline/node.ts';
import { needsOf } from '../../../../src/core/waiting/needs.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const OUTCOME = 'outcome: {metric: Setup time, unit: minutes, baseline: 20, target: 3, by: 2026-11-20}';

function made(lines: readonly string[], initiative: readonly string[] = ['status: shipped', OUTCOME]) {
  const library = libraryOf({
    'because.yml': 'team: {members: [{id: grace, role: pm}, {id: ada, role: engineer}]}\nhours: {zone: UTC}\n',
    'initiatives/PAY-1.md': record(initiative),
    'results/r.md': record(['initiative: PAY-1', ...lines], 'Faster.'),
  });
  return { library, one: library.findOf('result', 'r') ?? assert.fail() };
}

describe('A result', () => {
  it('stands below its initiative, with what it says in a sentence', () => {
    const { library, one } = made(['baseline: {value: 20}', 'after: {value: 4, to: 2026-11-22}', 'verdict: partial']);
    const initiative = library.findOf('initiative', 'PAY-1') ?? assert.fail();
    assert.deepEqual(inSection(library, initiative, 'result'), [one]);
    const { label, description, icon } = recordRow(library, one, '');
    assert.deepEqual(
      [label, description, icon],
      ['Result: partly confirmed', '4 minutes instead of 20; the target was 3. · 22\u00A0Nov\u00A02026', 'pass'],
    );
    assert.deepEqual(result.lines?.(one as never, library as never), [
      'partly confirmed · Before and after · −80%, 5 times faster',
      'Setup time: 4 minutes instead of 20; the target was 3. Changed after the release; no control group.',
      'Faster.',
      '',
    ]);
  });

  it('that nobody has judged is inconclusive, and measured the weakest way', () => {
    const { verdict, method } = made([]).one.values;
    assert.deepEqual([verdict, method], ['inconclusive', 'before-after']);
  });

  it('tells nothing when it is sensitive', () => {
    const { library, one } = made([
      'sensitive: true',
      'baseline: {value: 20}',
      'after: {value: 4}',
      'verdict: partial',
    ]);
    const { label, description } = recordRow(library, one, '');
    assert.deepEqual([label, description], ['Sensitive result', '']);
  });

  it('has findings where its numbers or days cannot be', () => {
    const found = (...lines: string[]) => {
      const { library, one } = made(lines);
      return library.findings(one).map(({ code, field }) => `${code} ${field?.join('.')}`);
    };
    assert.deepEqual(found('baseline: {hits: 3, of: 11, from: 2026-09-01}', 'after: {hits: 7, of: 14}'), []);
    assert.deepEqual(found('after: {hits: 7, of: 4}'), ['more-than-counted after.hits']);
    assert.deepEqual(found('adoption: {usedAgain: 3, satisfied: 4}'), ['more-than-counted adoption.satisfied']);
    assert.deepEqual(found('baseline: {hits: 0, of: 0}'), ['nobody-counted baseline.of']);
    assert.deepEqual(found('after: {hits: 7}'), ['half-a-count after']);
    assert.deepEqual(found('baseline: {value: 7}', 'after: {hits: 1, of: 2}'), ['unlike-sides after']);
    assert.deepEqual(found('after: {value: 1, from: 2026-11-03, to: 2026-11-02}'), ['window-backwards after.to']);
    assert.deepEqual(found('adoption: {eligible: 9, exposed: 9, used: 4}'), []);
    assert.deepEqual(found('adoption: {eligible: 9, used: 12, usedAgain: 3}'), ['wider-step adoption.used']);
    assert.deepEqual(found('after: {hits: -1, of: 2.5}'), ['bad-value after.hits', 'bad-value after.of']);
    const both = [
      'baseline: {value: 1, from: 2026-11-01, to: 2026-11-14}',
      'after: {value: 2, from: 2026-11-01, to: 2026-11-14}',
    ];
    assert.deepEqual(found(...both), ['after-before-baseline after.from']);
    assert.deepEqual(found(...both, 'method: experiment'), []);
  });
});

describe('Needs You asks for a result', () => {
  const asked = (day: string, ...lines: string[]) =>
    needsOf(made([], lines).library, 'grace', Date.parse(`${day}T12:00Z`)).map(({ verb, isYours }) => [verb, isYours]);

  it('once the day is over by which a shipped initiative was to reach its outcome', () => {
    const shipped = ['status: shipped', 'owner: grace', OUTCOME];
    assert.deepEqual(asked('2026-11-20', ...shipped), []);
    assert.deepEqual(asked('2026-11-21', ...shipped), [['recordResult', true]]);
    assert.deepEqual(asked('2026-11-21', 'status: shipped', OUTCOME), [['recordResult', true]]);
    assert.deepEqual(asked('2026-11-21', 'status: measured', 'owner: grace', OUTCOME), []);
    assert.deepEqual(asked('2026-11-21', 'status: shipped', 'owner: grace', 'outcome: {metric: x}'), []);
    assert.deepEqual(asked('2026-11-21', 'status: shipped', 'owner: ada', OUTCOME), []);
  });
});
