/** What opening an initiative on the board shows. */
import assert from 'node:assert/strict';
import { boardDetail } from '../../../../src/core/board/detail.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { type Files, guess, PLAN } from './plan.ts';

const detailIn = (files: Files, me?: string) => {
  const library = libraryOf({ ...PLAN, ...files });
  return boardDetail(library, library.findOf('initiative', 'PAY-1') ?? assert.fail(), me);
};

const estimates = {
  'estimates/PAY-1/ada.md': guess('ada', ['effort: 2', 'created: 2026-11-01'], 'I **know** this.\n\nIt is `small`.'),
  'estimates/PAY-1/bob.md': guess('bob', ['effort: 6'], 'Secret reasons.'),
};

describe('The detail of an item', () => {
  it('tells only who has estimated while it is blind: no number, no reason', () => {
    const detail = detailIn(estimates, 'cleo');
    assert.deepEqual(detail.givers, ['ada', 'bob']);
    assert.deepEqual(detail.estimates, []);
    assert.doesNotMatch(JSON.stringify(detail), /Secret|know/);
  });

  it('tells everything, reasons as plain words, once the person gave theirs', () => {
    const [ada, bob] = detailIn(estimates, 'ada').estimates;
    assert.deepEqual(
      { ...ada },
      {
        by: 'ada',
        guesses: { effort: 2 },
        id: 'PAY-1.ada',
        round: 1,
        reasons: 'I know this. It is small.',
        created: '2026-11-01',
        trouble: undefined,
      },
    );
    assert.equal(bob?.reasons, 'Secret reasons.');
  });

  it('shows the estimates of closed rounds to everybody, the latest round first', () => {
    const again = { 'estimates/PAY-1/ada.round-2.md': guess('ada', ['round: 2', 'effort: 3']) };
    const seen = (me?: string) =>
      detailIn({ ...estimates, ...again }, me).estimates.map(({ by, round }) => `${by} ${round}`);
    assert.deepEqual(seen(), ['ada 1', 'bob 1']);
    assert.deepEqual(seen('ada'), ['ada 2', 'ada 1', 'bob 1']);
  });

  it('says what is wrong with an estimate, and loses nothing of the others', () => {
    const { estimates: all } = detailIn(
      {
        ...estimates,
        'estimates/PAY-1/ada-2.md': guess('ada', ['effort: 9']),
        'estimates/PAY-1/cleo.md': '---\ninitiative: [PAY-1\n---\n',
        'estimates/PAY-1/dan.md': guess('dan', ['effort: 1', 'effortUnit: years', 'impact: 2']),
        'estimates/PAY-1/eve.md': guess('eve', ['effort: lots', 'impact: 2']),
        'estimates/PAY-1/fay.md': guess('fay', []),
      },
      'ada',
    );
    const trouble = Object.fromEntries(all.map(({ id, trouble: what }) => [id, what]));
    assert.match(trouble['PAY-1.ada-2'] ?? '', /another estimate/);
    assert.equal(trouble['PAY-1.ada']?.includes('This one counts') ?? true, true);
    assert.ok(trouble['PAY-1.cleo']);
    assert.match(trouble['PAY-1.dan'] ?? '', /Effort is in years/);
    assert.match(trouble['PAY-1.eve'] ?? '', /effort should be|member/);
    assert.ok(trouble['PAY-1.fay']);
    assert.equal(all.length, 7);
  });

  it('shows open challenges first, with their words and what speaks for them, nothing sensitive', () => {
    const { challenges } = detailIn({
      'challenges/old.md': record(
        [
          'initiative: PAY-1',
          'factor: reach',
          'from: 5',
          'to: 2',
          'state: rejected',
          'created: 2026-11-09',
          'resolvedBy: grace',
          'resolved: 2026-11-10',
        ],
        'Too many.',
      ),
      'challenges/new.md': record([
        'title: Slow',
        'initiative: PAY-1',
        'factor: effort',
        'to: 9',
        'created: 2026-11-01',
        'by: bob',
        'evidence: [open, hidden, gone]',
      ]),
      'replies/a.md': record(['on: old', 'by: grace', 'created: 2026-11-10'], 'They *are* that many.'),
      'evidence/open.md': record(['title: Open', 'kind: usage', 'initiative: PAY-1']),
      'evidence/hidden.md': record(['title: Hidden', 'kind: usage', 'initiative: PAY-1', 'sensitive: true']),
    });
    assert.deepEqual(
      challenges.map(({ id, reason, state }) => [id, reason, state]),
      [
        ['new', 'Slow', 'open'],
        ['old', 'Too many.', 'rejected'],
      ],
    );
    assert.deepEqual(challenges[0]?.evidence, [
      { id: 'open', title: 'Open' },
      { id: 'gone', title: 'gone' },
    ]);
    assert.deepEqual(challenges[1]?.replies, [{ by: 'grace', text: 'They are that many.' }]);
  });

  it('shows objections with their outcome, and not one whose outcome the initiative is', () => {
    const { objections } = detailIn({
      'initiatives/PAY-2.md': record(['title: Two']),
      'objections/a.md': record(
        ['initiative: PAY-1', 'kind: debt-first', 'state: debt-scored', 'outcome: PAY-2'],
        'First this.',
      ),
      'objections/b.md': record(['initiative: PAY-2', 'kind: other', 'outcome: PAY-1']),
    });
    assert.deepEqual(
      objections.map(({ id, words, outcome }) => [id, words, outcome]),
      [['a', 'First this.', [{ id: 'PAY-2', title: 'Two' }]]],
    );
  });

  it('shows evidence newest first with quotes, at most fifty pieces, never a sensitive one', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, day) => [
        `evidence/e${day}.md`,
        record(
          ['kind: quote', 'initiative: PAY-1', `date: 2026-0${(day % 9) + 1}-11`, `customer: C${day}`],
          '> It *hurts*.',
        ),
      ]),
    );
    const secret = record(['kind: quote', 'initiative: PAY-1', 'date: 2026-12-01', 'sensitive: true'], '> Secret.');
    const { evidence } = detailIn({ ...many, 'evidence/s.md': secret });
    assert.equal(evidence.length, 50);
    assert.equal(evidence[0]?.date, '2026-09-11');
    assert.equal(evidence[0]?.quote, 'It hurts.');
    assert.doesNotMatch(JSON.stringify(evidence), /Secret/);
  });

  it('tells problem, outcome, appetite and slices', () => {
    const detail = detailIn({
      'initiatives/PAY-1.md': record([
        'problem: [missed, gone]',
        'outcome: {metric: Read, baseline: 7, target: 9}',
        'appetite: 2 weeks',
        'slices: [{title: Push, must: true, effort: 2, share: 55}, {must: true}]',
      ]),
      'problems/missed.md': record(['title: Missed'], '30% miss **updates**. It costs. More.'),
    });
    assert.deepEqual(detail.problems, [{ id: 'missed', title: 'Missed', statement: '30% miss updates. It costs.' }]);
    assert.equal(detail.outcome, 'Read: 7 → 9');
    assert.equal(detail.appetite, '2 weeks');
    assert.deepEqual(
      detail.slices.map((slice) => ({ ...slice })),
      [{ title: 'Push', must: true, effort: 2, share: 55 }],
    );
  });
});

describe('The history of the numbers', () => {
  const history = (files: Files) => detailIn(files).history.map(({ on, by, text, record: id }) => [on, by, text, id]);

  it('tells an accepted challenge as the score before and after, with its reason', () => {
    const lines = [
      'initiative: PAY-1',
      'factor: effort',
      'from: 4',
      'to: 6',
      'state: accepted',
      'by: ada',
      'created: 2026-10-27',
      'resolvedBy: grace',
      'resolved: 2026-10-29T10:00Z',
    ];
    const scored = record([...lines, 'score: {from: 675, to: 400}'], 'A call is two weeks.');
    assert.deepEqual(history({ 'challenges/c.md': scored }), [
      ['2026-10-29', 'grace', '675 → 400 because A call is two weeks (Effort 4 → 6)', 'c'],
    ]);
    assert.deepEqual(history({ 'challenges/c.md': record(lines, 'A call is two weeks.') }), [
      ['2026-10-29', 'grace', 'Effort 4 → 6 because A call is two weeks', 'c'],
    ]);
  });

  it('tells challenges turned down with the words, and withdrawn ones, and no open ones', () => {
    const challenge = (...lines: string[]) =>
      record(['initiative: PAY-1', 'factor: reach', 'from: 5', 'to: 2', ...lines], 'Too many.');
    assert.deepEqual(
      history({
        'challenges/a.md': challenge('state: rejected', 'resolved: 2026-11-03', 'resolvedBy: grace'),
        'challenges/b.md': challenge('state: withdrawn', 'resolved: 2026-11-02', 'resolvedBy: ada'),
        'challenges/c.md': challenge(),
        'replies/r.md': record(['on: a', 'by: grace'], 'Four left over it.'),
      }),
      [
        ['2026-11-03', 'grace', 'Reach 5 → 2 rejected: Four left over it.', 'a'],
        ['2026-11-02', 'ada', 'Reach 5 → 2 withdrawn', 'b'],
      ],
    );
  });

  it('tells agreements, rounds, objections and commitments, newest first', () => {
    assert.deepEqual(
      history({
        'initiatives/PAY-1.md': record([
          'rice: {reach: 450, impact: 3, confidence: 100, effort: 2, agreed: 2026-11-05, agreedBy: grace}',
          'round: {number: 2, opened: 2026-11-03, revealed: 2026-11-04, by: cleo}',
        ]),
        'estimates/PAY-1/ada.md': guess('ada', ['effort: 2', 'created: 2026-11-01']),
        'objections/o.md': record([
          'initiative: PAY-1',
          'kind: no-need',
          'state: evidence-shown',
          'created: 2026-11-02',
          'by: bob',
        ]),
        'replies/r.md': record(['on: o', 'by: grace', 'created: 2026-11-06'], 'Acme said so.'),
        'decisions/d.md': record(
          ['initiative: PAY-1', 'sprint: s1', 'missing: [critical-risk, own-word]', 'by: grace', 'created: 2026-11-07'],
          'It cannot wait.',
        ),
      }),
      [
        ['2026-11-07', 'grace', 'Committed to s1 without an answer to a critical risk, own-word. It cannot wait.', 'd'],
        ['2026-11-06', 'grace', 'Objection “Customers don’t need this”: evidence shown. Acme said so.', 'o'],
        ['2026-11-05', 'grace', 'Agreed: reach 450, impact 3, confidence 100%, effort 2; score 675', 'PAY-1'],
        ['2026-11-04', 'cleo', 'Round 2 was revealed', undefined],
        ['2026-11-03', undefined, 'Round 2 started', undefined],
        ['2026-11-01', undefined, 'Round 1: 1 estimated', undefined],
      ],
    );
  });
});
