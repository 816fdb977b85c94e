/** The Scores of an initiative in the sidebar. */
import assert from 'node:assert/strict';
import { initiativeRow } from '../../../../src/core/outline/initiative.ts';
import { childrenOf, detailOf, type OutlineNode } from '../../../../src/core/outline/node.ts';
import { sprintOutline } from '../../../../src/core/outline/sprint.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { type Files, guess, PLAN } from '../board/plan.ts';
import { allRows, sketch } from './sketch.ts';

const RICE = 'rice: {reach: 240, impact: 3, confidence: 80, effort: 6, agreed: 2026-10-30, agreedBy: grace}';

const scoresIn = (files: Files, me?: string): OutlineNode => {
  const library = libraryOf({ ...PLAN, ...files });
  const row = initiativeRow(library, library.findOf('initiative', 'PAY-1') ?? assert.fail(), 'top', { me });
  return childrenOf(row).find(({ context }) => context === 'section.scores') ?? assert.fail();
};

const estimates = {
  'estimates/PAY-1/ada.md': guess('ada', ['reach: 240', 'effort: {low: 4, likely: 6, high: 9}']),
  'estimates/PAY-1/bob.md': guess('bob', ['reach: "?"', 'effort: 12'], 'Secret reasons.'),
  'estimates/PAY-1/cleo.md': guess('cleo', ['effort: 6']),
};

const disputes = {
  'challenges/open.md': record([
    'title: Not six',
    'initiative: PAY-1',
    'factor: effort',
    'from: 6',
    'to: 9',
    'by: bob',
  ]),
  'challenges/done.md': record(['title: Too many', 'initiative: PAY-1', 'factor: reach', 'to: 9', 'state: rejected']),
  'objections/o.md': record(['initiative: PAY-1', 'kind: no-need'], 'Who asked for it?'),
  'decisions/d.md': record(['initiative: PAY-1', 'sprint: s1', 'missing: [estimates]']),
  'sprints/s1.md': record(['title: Sprint 1']),
};

const agreed = { 'initiatives/PAY-1.md': record(['title: One', RICE]) };

describe('Scores in the sidebar', () => {
  it('stand between risks and work', () => {
    const library = libraryOf({ ...PLAN, 'links/l.md': record(['initiative: PAY-1', 'path: src']) });
    const row = initiativeRow(library, library.findOf('initiative', 'PAY-1') ?? assert.fail(), 'top');
    assert.deepEqual(
      childrenOf(row).map(({ label }) => label),
      ['Why', 'Outcome', 'Risks', 'Scores', 'Work'],
    );
  });

  it('say that there are none yet', () => {
    const row = scoresIn({}, 'ada');
    assert.equal(row.description, 'no estimates yet');
    assert.equal(row.fold, 'leaf');
  });

  it('tell score, factors, my estimate, the others’, what is open, what is missing, and what was decided', () => {
    assert.deepEqual(sketch([scoresIn({ ...agreed, ...estimates, ...disputes }, 'ada')]), [
      'Scores | 96 · 3 estimates · 1 challenge · 1 objection · disagree on effort',
      '  Reach | 240 customers agreed · 1 × ?',
      '  Impact | 3 agreed',
      '  Confidence | 80% agreed',
      '  Effort | disagree: 6–12 · 6 person-weeks agreed',
      '  My estimate | reach 240, effort 4–9',
      '  Estimates of others | 2',
      '    bob | reach ?, effort 12',
      '    cleo | effort 6',
      '  Not six | Effort 6 → 9 · open',
      '  Who asked for it? | Customers don’t need this · open',
      '  Not ready to commit | a decision on a challenge, an answer to an objection, a problem with a statement, an outcome with baseline and target, evidence or a validation',
      '  Earlier decisions | 2',
      '    Too many | Reach ? → 9 · rejected',
      '    Committed to Sprint 1 | 1 thing was missing',
    ]);
  });

  it('tell who said what in the tooltip of a factor, the farthest from the middle first', () => {
    const effort = childrenOf(scoresIn({ ...agreed, ...estimates }, 'ada')).find(({ factor }) => factor === 'effort');
    assert.equal(
      effort?.hint,
      '6 person-weeks agreed · 30\u00A0Oct\u00A02026 · grace — bob: 12; Ada Lovelace: 4–9, likely 6; cleo: 6',
    );
    assert.equal(effort?.tone, 'warning');
    assert.equal(effort?.context, 'score.factor');
    assert.equal(effort?.spoken, 'Effort, disagree: 6–12, 6 person-weeks agreed');
  });

  it('keep everything of the others to themselves while it is blind, in rows, tooltips and what is spoken', () => {
    for (const me of ['dan', undefined]) {
      const files = { ...PLAN, ...estimates };
      const rows = allRows([scoresIn(files, me)]);
      assert.deepEqual(sketch(rows.slice(0, 1))[0], 'Scores | hidden: 3 have estimated, give yours');
      assert.doesNotMatch(JSON.stringify(rows.map(({ record: _, ...row }) => row)), /12|240|Secret|4–9/);
      assert.ok(rows.every(({ factor }) => factor === undefined));
      assert.ok(rows.some(({ context }) => context === 'note.estimate'));
      const library = libraryOf(files);
      const bobs = library.find('PAY-1.bob') ?? assert.fail();
      assert.match(detailOf(library, bobs, me).lines.join(' '), /^Hidden until/);
      assert.doesNotMatch(detailOf(library, bobs, me).title, /Secret/);
    }
  });

  it('show what was agreed also while a round is blind', () => {
    const { description } = scoresIn({ ...agreed, ...estimates }, 'dan');
    assert.equal(description, '96 · hidden: 3 have estimated, give yours');
  });

  it('say which factor is missing', () => {
    const { description } = scoresIn(
      { 'estimates/PAY-1/ada.md': guess('ada', ['reach: "?"', 'impact: 1', 'confidence: 80', 'effort: 1']) },
      'ada',
    );
    assert.equal(description, 'not scored: reach · 1 estimate');
  });

  it('say of debt without a bridge why it is not ranked', () => {
    const debt = { 'initiatives/PAY-1.md': record(['kind: debt', RICE]) };
    const [beside] = childrenOf(scoresIn(debt, 'ada'));
    assert.equal(beside?.label, 'Not ranked');
    assert.match(beside?.description ?? '', /Nobody has said yet who this debt affects/);
    const bridged = { 'initiatives/PAY-1.md': record(['kind: debt', RICE, 'bridge: {customers: 60}']) };
    assert.equal(childrenOf(scoresIn(bridged, 'ada'))[0]?.label, 'Reach');
  });

  it('keep a broken estimate in sight', () => {
    const rows = allRows([scoresIn({ ...estimates, 'estimates/PAY-1/eve.md': '---\neffort: [\n---\n' }, 'dan')]);
    assert.equal(rows.filter(({ tone }) => tone === 'error').length, 1);
  });

  it('ask for nothing any more once it is shipped', () => {
    const shipped = { 'initiatives/PAY-1.md': record(['status: shipped', RICE]) };
    assert.deepEqual(
      childrenOf(scoresIn(shipped, 'ada')).map(({ label }) => label),
      ['Reach', 'Impact', 'Confidence', 'Effort'],
    );
  });

  it('have rows that are unique, and hold what would otherwise stand among other records', () => {
    const library = libraryOf({
      ...PLAN,
      ...agreed,
      ...estimates,
      ...disputes,
      'snapshots/s.md': record(['quarter: 2026-Q4', 'taken: 2026-10-02']),
    });
    const { rows } = sprintOutline(library, { scope: { kind: 'all' }, filter: '', grouping: 'none', me: 'ada' });
    const ids = allRows(rows).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const others = rows.find(({ context }) => context === 'group.others') ?? assert.fail();
    assert.deepEqual(sketch(childrenOf(others)), [
      'Sprints | 1',
      '  Sprint 1',
      'Snapshots | 1',
      '  s | 2026-Q4 · 2\u00A0Oct\u00A02026',
    ]);
  });
});
