/** Findings of records about scores. */
import assert from 'node:assert/strict';
import { libraryOf, record } from '../../../support/sources.ts';
import { type Files, guess, PLAN } from '../board/plan.ts';

const findings = (files: Files, id: string) => {
  const library = libraryOf({ ...PLAN, ...files });
  return library.findings(library.find(id) ?? assert.fail()).map(({ code, message }) => `${code}: ${message}`);
};

describe('Findings about scores', () => {
  const twice = {
    'estimates/PAY-1/ada.md': guess('ada', ['effort: 2']),
    'estimates/PAY-1/zz.md': guess('ada', ['effort: 3']),
  };

  it('name two estimates by one person in one round, and say which counts', () => {
    assert.deepEqual(findings(twice, 'PAY-1.ada'), [
      'second-estimate: estimates/PAY-1/zz.md is also an estimate by ada for round 1. This one does not count.',
    ]);
    assert.deepEqual(findings(twice, 'PAY-1.zz'), [
      'second-estimate: estimates/PAY-1/ada.md is also an estimate by ada for round 1. This one counts.',
    ]);
  });

  it('have nothing against another round, another person, another initiative, or an archived file', () => {
    const others = [
      guess('ada', ['effort: 3', 'round: 2']),
      guess('bob', ['effort: 3']),
      guess('ada', ['effort: 3', 'archived: true']),
      record(['initiative: PAY-2', 'by: ada', 'effort: 1']),
    ];
    for (const other of others) {
      const files = { ...twice, 'estimates/PAY-1/zz.md': other, 'initiatives/PAY-2.md': record([]) };
      assert.deepEqual(findings(files, 'PAY-1.ada'), []);
      assert.deepEqual(findings(files, 'PAY-1.zz'), []);
    }
  });

  it('name a challenge that wants what a factor cannot be', () => {
    const challenge = (factor: string, to: string) =>
      findings({ 'challenges/c.md': record(['initiative: PAY-1', `factor: ${factor}`, `to: ${to}`]) }, 'c');
    assert.deepEqual(challenge('confidence', '300'), ['bad-value: Confidence must be a number from 0 to 100.']);
    assert.deepEqual(challenge('effort', '0'), ['bad-value: Effort must be a number from 0.01 to 100000.']);
    assert.deepEqual(challenge('effort', '3'), []);
  });

  it('have nothing against debt without a bridge: that is said where it is ranked', () => {
    assert.deepEqual(findings({ 'initiatives/PAY-1.md': record(['kind: debt']) }, 'PAY-1'), []);
  });
});
