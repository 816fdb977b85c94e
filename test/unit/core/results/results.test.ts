/** Results as they are told: each beside what was predicted, and how predictions hold. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { predictedFor } from '../../../../src/core/results/predicted.ts';
import { resultsTold } from '../../../../src/core/results/results.ts';
import { resultsMarkdown } from '../../../../src/core/results/resultsMarkdown.ts';
import { resultsToldSchema as schema } from '../../../../src/core/results/told.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const NOW = new Date('2026-11-23T12:00Z');
const outcome = 'outcome: {metric: Setup time, unit: minutes, baseline: 20, target: 3, by: 2026-11-20}';
const rice = (reach: number, effort: number) =>
  `rice: {reach: ${reach}, impact: 1, confidence: 80, effort: ${effort}, agreed: 2026-10-01}`;
const FILES = {
  'because.yml': 'team: {members: [{id: grace, name: Grace Hopper}]}\nscoring: {reachUnit: users, effortUnit: weeks}\n',
  'initiatives/A.md': record(['title: Setup', 'status: measured', outcome, rice(100, 4)]),
  'initiatives/B.md': record([
    'status: shipped',
    'outcome: {metric: Readers, unit: "%", baseline: 40, target: 50, by: 2026-12-31}',
    rice(50, 2),
  ]),
  'initiatives/C.md': record(['status: shipped', outcome]),
  'results/a.md': record(
    [
      'initiative: A',
      'baseline: {value: 20}',
      'after: {value: 4, from: 2026-11-01, to: 2026-11-14}',
      'measured: {reach: 120, effort: 6}',
      'verdict: partial',
      'next: Cut it',
      'by: grace',
    ],
    'Faster.\n',
  ),
  'results/b.md': record([
    'initiative: B',
    'method: staged',
    'baseline: {hits: 40, of: 100}',
    'after: {hits: 52, of: 100, to: 2026-11-20}',
    'verdict: confirmed',
  ]),
};
const told = (texts: Readonly<Record<string, string>> = FILES) => resultsTold(libraryOf(texts), NOW);

describe('Results as they are told', () => {
  it('say what it is instead of what it was, how much that is, and what that cannot show; the newest first', () => {
    const { measured } = told();
    assert.deepEqual(
      measured.map(({ id }) => id),
      ['b', 'a'],
    );
    const [, a] = measured;
    assert.equal(
      a?.sentence,
      'Setup time: 4 minutes instead of 20; the target was 3. Changed after the release; no control group.',
    );
    assert.deepEqual(
      [a?.title, a?.verdictName, a?.change, a?.interval, a?.how, a?.body, a?.next],
      [
        'A Setup',
        'partly confirmed',
        '−80%, 5 times faster',
        undefined,
        'Before and after · 1\u00A0Nov – 14\u00A0Nov\u00A02026 · Grace Hopper',
        'Faster.',
        'Cut it',
      ],
    );
    assert.deepEqual(a?.warnings, ['Single values: nobody can tell how much of it is chance.']);
    assert.deepEqual(schema.parse(told()), told());
  });

  it('warn where the target is another one than when it was committed', () => {
    const decision = (outcome: string) => record(['initiative: A', 'sprint: s', `outcome: {${outcome}}`]);
    const warned = (outcome: string) => {
      const { measured } = told({ ...FILES, 'decisions/d.md': decision(outcome) });
      return measured.find(({ id }) => id === 'a')?.warnings[0];
    };
    assert.equal(
      warned('unit: minutes, baseline: 20, target: 2, by: 2026-11-20'),
      'The target was 2 minutes at the commitment; now it is 3 minutes.',
    );
    assert.match(warned('unit: minutes, target: 3, by: 2026-10-31') ?? '', /^The target was due by 31\u00A0Oct/);
    assert.match(warned('unit: minutes, target: 3 minutes, by: 2026-11-20') ?? '', /^Single values/);
  });

  it('warn where the verdict is another one than the numbers suggest', () => {
    const [b] = told().measured;
    assert.equal(b?.interval, 'likely between −1.8 and +25.2 points');
    assert.equal(
      b?.warnings[0],
      'The numbers suggest “inconclusive”: It may be better or worse. The change is likely between −1.8 and +25.2 points.',
    );
  });

  it('draw both sides, what is likely, and the target on one scale', () => {
    const [b, a] = told().measured;
    assert.deepEqual(
      [b?.bar?.before, b?.bar?.after, b?.bar?.target, b?.bar?.bottom, b?.bar?.top],
      [40, 52, 50, 0, 100],
    );
    assert.ok((b?.bar?.low ?? 100) < 50 && (b?.bar?.high ?? 0) > 60);
    assert.deepEqual(
      b?.bar?.marks.map(({ name, words }) => `${name} ${words}`),
      [
        'Before 40 of 100, likely between 30.9% and 49.8%',
        'Now 52 of 100, likely between 42.3% and 61.5%',
        'Target 50%',
      ],
    );
    assert.deepEqual([a?.bar?.before, a?.bar?.after, a?.bar?.low, a?.bar?.top], [20, 4, undefined, 22]);
  });

  it('set what was measured beside what was predicted', () => {
    const [b, a] = told().measured;
    assert.equal(a?.predicted, 'as agreed on 1\u00A0Oct\u00A02026');
    assert.deepEqual(a?.factors, [
      { name: 'Reach', predicted: '100 users', measured: '120 users', fit: 'within', fitWords: 'as predicted' },
      { name: 'Effort', predicted: '4 weeks', measured: '6 weeks', fit: 'above', fitWords: 'more than predicted' },
    ]);
    assert.deepEqual(b?.factors, []);
  });

  it('tell what kind of feature it is, where those who came back and those who are satisfied were counted', () => {
    const withAdoption = (counts: string) => {
      const text = FILES['results/a.md'].replace('next:', `adoption: {${counts}}\nnext:`);
      const all = told({ ...FILES, 'results/a.md': text });
      return { one: all.measured.find(({ id }) => id === 'a')?.quadrant, markdown: resultsMarkdown(all) };
    };
    const { one, markdown } = withAdoption('eligible: 1000, used: 600, usedAgain: 300, satisfied: 240');
    assert.deepEqual(
      [one?.name, one?.retention.share, one?.satisfaction.share, one?.numbers[1]],
      ['Core feature', 0.5, 0.8, '80% (75.1 to 84.1) of those are satisfied'],
    );
    assert.match(one?.words ?? '', /An interval crosses a border/);
    assert.match(markdown, /\nCore feature: People come back and are satisfied/);
    for (const counts of ['used: 600, usedAgain: 300', 'used: 0, usedAgain: 0, satisfied: 0', 'satisfied: 3']) {
      assert.equal(withAdoption(counts).one, undefined, counts);
    }
  });

  it('tell the funnel with each step’s share of the one before and of the first', () => {
    const adoption = FILES['results/a.md'].replace('next:', 'adoption: {eligible: 240, used: 98, usedAgain: 9}\nnext:');
    const funnel = told({ ...FILES, 'results/a.md': adoption }).measured.find(({ id }) => id === 'a')?.funnel ?? [];
    assert.deepEqual(
      funnel.map(({ name, count, ofBefore, ofFirst }) => [name, count, ofBefore, ofFirst]),
      [
        ['Could use it', '240', '', ''],
        ['Used it', '98', '40.8% (34.8 to 47.1)', '40.8% (34.8 to 47.1)'],
        ['Used it again', '9', '9.2% (4.9 to 16.5)', '3.8% (2 to 7)'],
      ],
    );
  });

  it('say what is shipped and not measured', () => {
    assert.deepEqual(told().waiting, [
      { id: 'C', title: 'C', words: 'the outcome was due by 20\u00A0Nov' },
      { id: 'B', title: 'B', words: 'the outcome is due by 31\u00A0Dec' },
    ]);
  });

  it('draw how predictions held, one mark after the other, what was measured first before what was measured later', () => {
    const marks = told().calibration.map((row) => [row.name, ...row.marks.map(({ mark }) => mark)]);
    assert.deepEqual(marks, [
      ['Outcome', 'miss', 'hit'],
      ['Reach', 'hit'],
      ['Effort', 'above'],
      ['80% confident', 'miss', 'hit'],
    ]);
    assert.equal(
      told().calibration[2]?.marks[0]?.words.replaceAll('\u00A0', ' '),
      'A Setup · 14 Nov 2026 · more than predicted',
    );
  });

  it('count how predictions hold, each initiative once, and name no direction below three', () => {
    const words = (texts: Readonly<Record<string, string>> = FILES) =>
      told(texts).calibration.map(({ name, words, note }) => `${name}: ${words}, ${note}`);
    assert.deepEqual(words(), [
      'Outcome: 1 of 2, reached the target',
      'Reach: 1 of 1, as predicted · too few to tell a direction',
      'Effort: 0 of 1, as predicted · too few to tell a direction',
      '80% confident: 1 of 2, reached the target',
    ]);
    const again = {
      'results/a2.md': record(['initiative: A', 'after: {value: 9, to: 2026-10-01}', 'verdict: confirmed']),
    };
    assert.equal(words({ ...FILES, ...again })[0], 'Outcome: 1 of 2, reached the target');
    const more = Object.fromEntries(
      ['D', 'E'].flatMap((id) => [
        [`initiatives/${id}.md`, record(['status: measured', rice(100, 4)])],
        [`results/${id}.x.md`, record([`initiative: ${id}`, 'after: {value: 1}', 'measured: {effort: 9}'])],
      ]),
    );
    const all = words({ ...FILES, ...more });
    assert.ok(all.includes('Effort: 0 of 3, as predicted · 3 more than predicted'), all.join('\n'));
    assert.equal(all[0], 'Outcome: 1 of 4, reached the target · 2 inconclusive');
  });

  it('tell nothing of a sensitive result but that there is one', () => {
    const { measured, withheld } = told({
      ...FILES,
      'results/a.md': FILES['results/a.md'].replace('by: grace', 'sensitive: true'),
    });
    assert.deepEqual([measured.map(({ id }) => id), withheld], [['b'], 1]);
  });

  it('are empty where nothing is measured', () => {
    const { measured, waiting, calibration } = told({});
    assert.deepEqual([measured, waiting, calibration], [[], [], []]);
    assert.equal(resultsMarkdown(told({})), '# Results\n\nNo data yet.\n');
  });

  it('hold no number that is none, whatever stands in the records', () => {
    const number = fc.constantFrom(0, -0, 5e-324, 1e-300, 3, 41.5, 1e15, 1e300, 1.7e308, -1.7e308, '.inf', '.nan', 'x');
    const count = fc.constantFrom(0, 1, 7, 19, 20, 1e6, 2 ** 53, 1e308);
    const side = fc.oneof(
      number.map((value) => `{value: ${value}}`),
      fc.tuple(count, count).map(([hits, of]) => `{hits: ${hits}, of: ${of}}`),
    );
    const all = fc.tuple(side, side, number, number, fc.constantFrom('"%"', 'minutes'), number, number);
    fc.assert(
      fc.property(all, count, count, ([before, after, baseline, target, unit, reach, effort], used, again) => {
        const results = told({
          'initiatives/A.md': record([
            'status: measured',
            `outcome: {metric: Setup, unit: ${unit}, baseline: ${baseline}, target: ${target}}`,
            `rice: {reach: ${reach}, impact: 1, confidence: 80, effort: ${effort}}`,
          ]),
          'results/a.md': record([
            'initiative: A',
            `baseline: ${before}`,
            `after: ${after}`,
            `measured: {reach: ${effort}, effort: ${reach}}`,
            `adoption: {eligible: ${used}, used: ${again}, usedAgain: ${used}, satisfied: ${again}}`,
          ]),
        });
        assert.deepEqual(schema.parse(results), results);
        assert.doesNotMatch(resultsMarkdown(results), /NaN|Infinity|∞|undefined|null/);
        for (const { bar } of results.measured) {
          if (!bar) continue;
          const { before = 0, after, target = 0, bottom, top } = bar;
          const drawn = [before, after, target].map((at) => (at - bottom) / (top - bottom));
          assert.ok(drawn.every(Number.isFinite), JSON.stringify(bar));
        }
      }),
    );
  });

  it('are a document in which foreign words mean nothing', () => {
    const hostile = FILES['initiatives/A.md'].replace('Setup time', '"[x](command:y) <b>"');
    const text = resultsMarkdown(told({ ...FILES, 'initiatives/A.md': hostile }));
    assert.match(text, /## A Setup\n\n\*\*partly confirmed\*\* — /);
    assert.match(text, /- Effort: 6 weeks, predicted 4 weeks \\?\(more than predicted\\?\)/);
    assert.doesNotMatch(text, /[^\\]\[x\]|[^\\]<b>/);
  });
});

describe('What was predicted', () => {
  const snapshot = (day: string, reach: number) =>
    record([`taken: ${day}`, `scores: [{initiative: A, reach: ${reach}, effort: 1}]`]);
  const predicted = (more: Readonly<Record<string, string>>, until?: string) => {
    const library = libraryOf({ ...FILES, ...more });
    const { from, day, numbers } =
      predictedFor(library, library.findOf('initiative', 'A') ?? assert.fail(), until) ?? {};
    return [from, day, numbers?.reach];
  };
  const snapshots = {
    'snapshots/1.md': snapshot('2026-09-01', 70),
    'snapshots/2.md': snapshot('2026-10-10', 80),
    'snapshots/3.md': snapshot('2026-11-15', 90),
  };

  it('stands in the last snapshot by the day it was committed', () => {
    assert.deepEqual(predicted({}), ['agreed', '2026-10-01', 100]);
    assert.deepEqual(predicted(snapshots, '2026-11-01'), ['snapshot', '2026-10-10', 80]);
    const decision = { 'decisions/d.md': record(['initiative: A', 'created: 2026-09-15']) };
    assert.deepEqual(predicted({ ...snapshots, ...decision }), ['snapshot', '2026-09-01', 70]);
    const early = { 'decisions/d.md': record(['initiative: A', 'created: 2026-08-15']) };
    assert.deepEqual(predicted({ ...snapshots, ...early }), ['snapshot', '2026-09-01', 70]);
  });

  it('is a range where people gave one that everybody may see', () => {
    const estimates = (lines: string) => ({
      'estimates/A/ada.md': record(['initiative: A', 'by: ada', 'effort: {low: 3, likely: 4, high: 9}']),
      'initiatives/A.md': record(['status: measured', outcome, rice(100, 4), lines]),
    });
    const effort = (more: Readonly<Record<string, string>>) =>
      told({ ...FILES, ...more })
        .measured.find(({ id }) => id === 'a')
        ?.factors.find(({ name }) => name === 'Effort')?.fit;
    assert.equal(effort(estimates('round: {number: 1, revealed: 2026-10-01}')), 'within');
    assert.equal(effort(estimates('round: {number: 1}')), 'above', 'a blind round tells nothing');
  });
});
