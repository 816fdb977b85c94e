/** The guide: its examples are the published figures, and a team's numbers are what its records say. */
import * as assert from 'node:assert/strict';
import { guideMarkdown } from '../../../../src/core/guide/guideMarkdown.ts';
import { rules } from '../../../../src/core/guide/rules.ts';
import { type RuleName, ruleNames } from '../../../../src/core/guide/told.ts';
import { guideOf } from '../../../../src/core/guide/yours.ts';
import { rungOf } from '../../../../src/core/scoring/evidenceMeter.ts';
import { threePoint } from '../../../../src/core/scoring/threePoint.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const examplesOf = (name: RuleName) =>
  (rules().find((rule) => rule.name === name) ?? assert.fail()).examples.map(({ given, gives }) => [given, gives]);

describe('The rules of prioritizing', () => {
  it('come in their order, each with something to say', () => {
    assert.deepEqual(
      rules().map(({ name }) => name),
      ruleNames,
    );
    for (const { title, says } of rules()) assert.ok(title.length < 60 && says.length > 0 && says.length <= 3, title);
  });

  it('give the published figures', () => {
    assert.deepEqual(examplesOf('score'), [
      ['450 × 3 × 100% ÷ 2', '675'],
      ['2,000 × 1 × 80% ÷ 4', '400'],
      ['800 × 2 × 50% ÷ 1', '800'],
    ]);
    assert.deepEqual(
      examplesOf('confidence').map(([, gives]) => gives),
      ['100%', '80%', '50%', '500', '800'],
    );
    assert.deepEqual(examplesOf('tiers'), [['800 · 750 · 675 · 640 · 500', '800 · 750 | 675 · 640 | 500']]);
    assert.deepEqual(examplesOf('disagreement'), [
      ['Effort: 3, 4, 5', 'median 4'],
      ['Effort: 2, 3, 6', 'median 3: talk about it'],
    ]);
    assert.deepEqual(
      examplesOf('risk').map(([, gives]) => gives),
      ['low', 'medium', 'high', 'critical'],
    );
    assert.deepEqual(examplesOf('bets'), [['1 to 6, likely 2', '2.5 on average, give or take 0.83']]);
    assert.deepEqual(
      examplesOf('debt').map(([, gives]) => gives),
      ['reach 100', '240'],
    );
    assert.deepEqual(
      examplesOf('evidence').map(([, gives]) => gives?.split(' ')[0]),
      ['1', '3', '5'],
    );
  });

  it('are short enough to be read in five minutes', () => {
    const words = guideMarkdown().match(/\p{L}[\p{L}’'-]*/gu)?.length ?? 0;
    assert.ok(words < 1000, `${words} words`);
  });
});

describe('The three-point estimate', () => {
  it('is 2.5 and 0.83 for 1, 2, 6', () => {
    const { mean, sd } = threePoint({ low: 1, likely: 2, high: 6 });
    assert.deepEqual([mean, sd.toFixed(2)], [2.5, '0.83']);
  });
});

describe('The confidence meter', () => {
  it('goes by the strongest piece, and never by the sum', () => {
    const quote = (customer: string) => ({ kind: 'quote', count: 1, customer });
    assert.equal(rungOf([]), undefined);
    assert.equal(rungOf(['a', 'b', 'c', 'A'].map(quote)), 'anecdotes');
    assert.equal(rungOf(Array.from({ length: 20 }, (_, at) => quote(`c${at}`))), 'interviews');
    assert.equal(rungOf([quote('a'), { kind: 'ticket', count: 5 }]), 'market');
    assert.equal(rungOf([quote('a'), { kind: 'experiment', count: 1 }, { kind: 'survey', count: 1 }]), 'tests');
  });
});

describe('What the records say of each rule', () => {
  const initiative = (lines: readonly string[]) => record(['status: candidate', ...lines]);
  const texts = {
    'because.yml': 'team: {members: [{id: ada, role: engineer}, {id: bob, role: engineer}]}\n',
    'problems/late.md': record(['title: Late']),
    'initiatives/A-1.md': initiative(['problem: late', 'rice: {reach: 800, impact: 2, confidence: 100, effort: 1}']),
    'initiatives/A-2.md': initiative(['rice: {reach: 800, impact: 2, confidence: 40, effort: 1}']),
    'initiatives/A-3.md': initiative(['kind: debt', 'rice: {reach: 80, impact: 2, confidence: 50, effort: 1}']),
    'initiatives/A-4.md': initiative([]),
    'initiatives/A-5.md': record(['status: shipped', 'rice: {reach: 1, impact: 1, confidence: 100, effort: 1}']),
    'evidence/e1.md': record(['kind: quote', 'problem: late', 'customer: Acme'], '> Late.\n'),
    'evidence/e2.md': record(['kind: survey', 'problem: late', 'stance: contradicts'], 'Some do not mind.\n'),
    'evidence/e3.md': record(['kind: experiment', 'problem: late', 'sensitive: true'], 'Secret.\n'),
    'risks/r.md': record(['initiative: A-2', 'likelihood: 5', 'impact: 4']),
    'estimates/A-4/ada.md': record(['initiative: A-4', 'by: ada', 'effort: {low: 1, likely: 2, high: 6}']),
    'estimates/A-4/bob.md': record(['initiative: A-4', 'by: bob', 'effort: 9']),
  };

  const said = (me?: string) =>
    Object.fromEntries(
      guideOf(libraryOf(texts), me).rules.map(({ name, yours }) => [
        name,
        yours.map(({ says, about }) => [says, ...about.map(({ id }) => id)].join(' ')),
      ]),
    );

  it('counts what is open, and names whom it is about', () => {
    const { score, confidence, evidence, tiers, debt, risk, bets, ready } = said('ada');
    assert.deepEqual(score, ['2 of 4 open initiatives are ranked.', '1 still lacks a number. A-4']);
    assert.deepEqual(confidence, [
      '2 of 3 scored without evidence. A-2 A-3',
      '1 states more confidence than its evidence supports. A-1',
    ]);
    assert.deepEqual(evidence, [
      '1 rests on something counted: a survey, usage, tickets.',
      '3 have no evidence. A-2 A-3 A-4',
      '1 has evidence against it. A-1',
    ]);
    assert.deepEqual(tiers, ['1 is alone in your first tier. A-1']);
    assert.deepEqual(debt, ['1 open initiative is technical debt.', '1 cannot be compared with the others yet. A-3']);
    assert.deepEqual(risk, ['1 has an open critical risk. A-2', '1 of them has one that nobody has answered. A-2']);
    assert.deepEqual(bets, ['1 is a bet below 50%. A-2', '1 is estimated with a range. A-4']);
    assert.deepEqual(ready, ['0 of 4 are ready to commit.']);
  });

  it('keeps from whoever has not estimated what the others gave', () => {
    assert.deepEqual(said('ada').disagreement, ['You disagree on 1 of 1 with several estimates. A-4']);
    assert.deepEqual(said().disagreement, ['No initiative has two estimates that you may see.']);
    assert.deepEqual(said().bets, ['1 is a bet below 50%. A-2']);
  });

  it('says nothing where there is nothing, and still has the rules', () => {
    const { rules: all } = guideOf(libraryOf({}), undefined);
    assert.equal(all.length, ruleNames.length);
    assert.ok(all.every(({ yours }) => yours.length === 0));
  });
});
