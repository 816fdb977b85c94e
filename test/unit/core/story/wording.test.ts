/** What the wording checks say beside the story: about which piece, with what to do, and what was dismissed. */
import assert from 'node:assert/strict';
import { storyOf } from '../../../../src/core/story/story.ts';
import { REASONS } from '../../../../src/core/wording/wording.ts';
import { libraryOf, record } from '../../../support/sources.ts';

function told(initiative: string, problem: string) {
  const library = libraryOf({ 'initiatives/PAY-1.md': initiative, 'problems/slow.md': problem });
  const found = library.findOf('initiative', 'PAY-1') ?? assert.fail();
  const { wording, problems } = storyOf(library, found, { day: '2026-11-23', me: undefined });
  return { ...wording, problem: problems.flatMap((each) => each.wording) };
}

const initiative = record(
  [
    'title: Raise the conversion rate by 5%',
    'problem: slow',
    'outcome: {metric: Improves activation KPIs, baseline: 1, target: 2}',
  ],
  'It is late, because the backend team slipped again.\n',
);
const problem = (...lines: string[]) =>
  record(['segment: shops', ...lines], 'Some users wait. Many customers leave.\n');

describe('The wording of a story', () => {
  it('is told beside the piece it is about, with why and an example', () => {
    const all = told(initiative, problem());
    const checks = (some: readonly { check: string; words: string }[]) => some.map((one) => [one.check, one.words]);
    assert.deepEqual(checks(all.title), [['ambiguous-percent', 'Raise the conversion rate by 5%']]);
    assert.deepEqual(checks(all.outcome), [['business-target', 'KPIs']]);
    assert.deepEqual(checks(all.body), [['blame', 'the backend team slipped']]);
    assert.deepEqual(checks(all.problem), [
      ['vague', 'Some users'],
      ['vague', 'Many customers'],
      ['no-open-question', 'Many customers leave.'],
    ]);
    const [first, second] = all.problem;
    assert.deepEqual([first?.nth, second?.nth, first?.id, first?.hasRewrite], [0, 1, 'slow', true]);
    assert.deepEqual([first?.says, first?.example], [REASONS.vague().message, REASONS.vague().example]);
  });

  it('tells what was dismissed with its reason, and offers nothing for it', () => {
    const [, dismissed, other] = told(
      initiative,
      problem('dismissed: {vague: The survey says who, no-open-question: }'),
    ).problem.toReversed();
    assert.deepEqual(
      [dismissed?.check, dismissed?.dismissed, dismissed?.hasRewrite],
      ['vague', 'The survey says who', false],
    );
    assert.equal(other?.dismissed, 'The survey says who');
    const bare = told(initiative, problem('dismissed: [vague, no-open-question]')).problem;
    assert.deepEqual(
      bare.map((one) => one.dismissed),
      ['', '', ''],
    );
  });

  it('says nothing of words that must not be shown, or cannot be read', () => {
    assert.deepEqual(told(initiative, problem('sensitive: true')).problem, []);
    assert.deepEqual(told(initiative, problem('title: "')).problem, []);
  });

  it('marks the end of all where the statement leads into a list', () => {
    const list = record(['segment: shops'], 'Shops wait:\n\n- for money\n- for an answer\n');
    assert.deepEqual(
      told(initiative, list).problem.map((one) => one.words),
      ['for an answer'],
    );
  });
});
