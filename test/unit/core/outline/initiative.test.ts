/** What an initiative opens into. */
import assert from 'node:assert/strict';
import { outcomeText } from '../../../../src/core/kinds/initiative.ts';
import type { Library } from '../../../../src/core/library/library.ts';
import { initiativeRow } from '../../../../src/core/outline/initiative.ts';
import { childrenOf, detailOf, type OutlineNode } from '../../../../src/core/outline/node.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { allRows, sketch } from './sketch.ts';

const rowOf = (library: Library, id = 'PAY-1') => {
  const initiative = library.findOf('initiative', id);
  assert.ok(initiative);
  return initiativeRow(library, initiative, 'top');
};

const whole = {
  'initiatives/PAY-1.md': record([
    'title: Urgent updates',
    'status: building',
    'problem: missed',
    'outcome: {metric: Read in time, unit: "%", baseline: 70, target: 95, by: 2027-01-31}',
  ]),
  'problems/missed.md': record(
    ['title: 30% miss updates', 'status: validated'],
    'Of 8,000 users, 30% miss an update. It costs us customers. What would reach them?\n',
  ),
  'evidence/old.md': record(
    ['title: Old', 'kind: quote', 'problem: missed', 'date: 2026-01-01', 'customer: Acme'],
    'We asked.\n\n> It lay **unread**. All night.\n',
  ),
  'evidence/new.md': record(['title: New', 'kind: usage', 'problem: missed', 'initiative: PAY-1', 'date: 2026-05-01']),
  'evidence/against.md': record(['title: No need', 'kind: survey', 'problem: missed', 'stance: contradicts']),
  'evidence/trial.md': record(['title: Trial', 'kind: experiment', 'initiative: PAY-1', 'stance: neutral']),
  'risks/low.md': record(['title: Low', 'initiative: PAY-1', 'likelihood: 1', 'impact: 2']),
  'risks/bad.md': record(['title: Bad', 'problem: missed', 'likelihood: 5', 'impact: 5', 'by: ada']),
  'risks/done.md': record(['title: Done', 'initiative: PAY-1', 'state: resolved', 'likelihood: 5', 'impact: 5']),
  'replies/re.md': record(['on: low', 'by: grace'], 'We know.'),
  'links/a.md': record(['path: src/channels', 'initiative: PAY-1']),
  'links/b.md': record(['pr: https://git.example/relay/pull/418', 'title: The ladder', 'initiative: PAY-1']),
  'links/c.md': record(['branch: feature/PAY-1-urgent', 'initiative: PAY-1']),
  'links/d.md': record(['commit: 4f8c1d2b7a9e60351c8d', 'problem: missed']),
};

describe('An initiative in the sidebar', () => {
  it('opens into why, outcome, risks and work', () => {
    assert.deepEqual(sketch([rowOf(libraryOf(whole))]), [
      'PAY-1 | 30% miss updates · Urgent updates',
      '  Why | 2 for · 1 against · 1 neutral',
      '    Of 8,000 users, 30% miss an update. | validated',
      '      “It lay unread. All night.” | Acme · 1\u00A0Jan\u00A02026',
      '      For | 1 more',
      '        New | 1\u00A0May\u00A02026',
      '      Against | 1',
      '        No need',
      '    Trial | neutral',
      '  Outcome | Read in time: 70 → 95% by 31\u00A0Jan\u00A02027',
      '  Risks | 2 open · 1 closed',
      '    Bad | critical · open · unanswered',
      '    Low | low · open',
      '    Done | critical · resolved',
      '  Scores | no estimates yet',
      '  Work | 4',
      '    feature/PAY-1-urgent',
      '    The ladder | #418',
      '    4f8c1d2b',
      '    src/channels',
    ]);
  });

  it('gives every row an identity of its own', () => {
    const ids = allRows([rowOf(libraryOf(whole))]).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('opens down to the strongest words, and leaves the rest folded', () => {
    const folds = (row: OutlineNode): string[] => [
      `${row.label} ${row.fold}`,
      ...(row.fold === 'open' ? childrenOf(row).flatMap(folds) : []),
    ];
    const [why] = childrenOf(rowOf(libraryOf(whole)));
    assert.deepEqual(folds(why ?? assert.fail()), [
      'Why open',
      'Of 8,000 users, 30% miss an update. open',
      '“It lay unread. All night.” leaf',
      'For closed',
      'Against closed',
      'Trial leaf',
    ]);
  });

  it('puts what speaks against first where it is the strongest, and says so', () => {
    const against = record(
      ['kind: quote', 'problem: missed', 'stance: contradicts', 'customer: Tern', 'date: 2026-06-01'],
      '> We never look.\n',
    );
    const { 'evidence/against.md': _, ...rest } = whole;
    const [why] = childrenOf(rowOf(libraryOf({ ...rest, 'evidence/tern.md': against })));
    assert.deepEqual(sketch(childrenOf(why ?? assert.fail())).slice(1), [
      '  “We never look.” | against · Tern · 1\u00A0Jun\u00A02026',
      '  For | 2',
      '    New | 1\u00A0May\u00A02026',
      '    Old | Acme · 1\u00A0Jan\u00A02026',
      'Trial | neutral',
    ]);
  });

  it('bears a sign while a critical risk is open, and else none', () => {
    const urgent = (...lines: string[]) => {
      const risk = record(['initiative: PAY-1', 'likelihood: 5', ...lines]);
      return rowOf(libraryOf({ 'initiatives/PAY-1.md': record([]), 'risks/r.md': risk })).urgent;
    };
    assert.equal(rowOf(libraryOf(whole)).urgent, '1 critical risk is open');
    assert.equal(urgent('impact: 5', 'state: mitigating'), '1 critical risk is open');
    assert.equal(urgent('impact: 5', 'state: accepted'), undefined);
    assert.equal(urgent('impact: 2'), undefined);
    assert.equal(urgent(), undefined);
  });

  it('tells its status, owner and counts when somebody rests on it', () => {
    const library = libraryOf({ ...whole, 'because.yml': 'team: {members: [{id: ada, name: Ada}]}\n' });
    const { title, lines } = detailOf(library, library.findOf('initiative', 'PAY-1') ?? assert.fail());
    assert.equal(title, 'PAY-1 · Urgent updates');
    assert.equal(lines[0], 'building');
    assert.equal(lines.at(-1), '2 open risks');
  });

  it('asks below it why its scope changed, until somebody said so, and lists its promises', () => {
    const texts = {
      'initiatives/PAY-1.md': record(['status: building', 'owner: grace', 'issues: [PAY-2, PAY-3]']),
      'decisions/d.md': record(['initiative: PAY-1', 'created: 2026-11-02T09:00Z', 'plan: {issues: [PAY-2]}']),
      'commitments/c.md': record(['by: ada', 'to: grace', 'due: 2026-12-03', 'initiative: PAY-1'], 'Feedback'),
    };
    const change = record(
      ['initiative: PAY-1', 'created: 2026-11-03T09:00Z', 'plan: {issues: [PAY-2, PAY-3]}'],
      'Acme.',
    );
    const rows = (more: Readonly<Record<string, string>> = {}) =>
      childrenOf(rowOf(libraryOf({ ...texts, ...more }))).map(({ label, description, verb }) => [
        label,
        description,
        verb,
      ]);
    assert.deepEqual(
      rows().find(([label]) => label === 'Scope changed'),
      ['Scope changed', '+1 issue · + PAY-3', 'recordScopeChange'],
    );
    const said = rows({ 'scope-changes/s.md': change }).map(([label, description]) => `${label}: ${description}`);
    assert.ok(!said.some((row) => row.startsWith('Scope changed')));
    assert.ok(said.includes('Scope Changes: 1') && said.includes('Promises: 1 open'), said.join('; '));
  });

  it('says plainly what is missing', () => {
    assert.deepEqual(sketch([rowOf(libraryOf({ 'initiatives/PAY-1.md': record([]) }))]), [
      'PAY-1 | no problem yet',
      '  Why | no evidence yet',
      '    No problem yet',
      '  Outcome | none yet',
      '  Risks | none flagged',
      '  Scores | no estimates yet',
    ]);
  });

  it('says on a problem that nothing supports it', () => {
    const library = libraryOf({
      'initiatives/PAY-1.md': record(['problem: p']),
      'problems/p.md': record([], 'People wait for 20 minutes.\n'),
    });
    const [why] = childrenOf(rowOf(library));
    assert.ok(why);
    assert.deepEqual(sketch(childrenOf(why)), ['People wait for 20 minutes. | open', '  No evidence yet']);
  });

  it('shows a problem that is not there where it is named, and leads to that place', () => {
    const library = libraryOf({ 'initiatives/PAY-1.md': record(['problem: missing-one']) });
    const [row] = childrenOf(childrenOf(rowOf(library))[0] ?? assert.fail());
    assert.equal(row?.label, 'missing-one');
    assert.match(row?.description ?? '', /No record has the id missing-one/);
    assert.equal(row?.record?.source.text.slice(row.at?.start, row.at?.end), 'missing-one');
  });

  it('shows a broken piece of evidence under its problem, with its finding', () => {
    const library = libraryOf({
      'initiatives/PAY-1.md': record(['problem: p']),
      'problems/p.md': record(['title: P']),
      'evidence/e.md': record(['title: E', 'kind: quote', 'problem: p', 'date: [1']),
    });
    const row = allRows([rowOf(library)]).find(({ record: one }) => one?.id === 'e');
    assert.equal(row?.tone, 'error');
    assert.equal(row?.context, 'record.evidence.broken');
    assert.equal(row?.label, 'Unreadable evidence');
    assert.equal(row?.description, 'The fields cannot be read.');
    assert.match(row?.spoken ?? '', /error/);
  });

  it('tells a screen reader name, state and counts', () => {
    const [initiative, , problem, quote] = allRows([rowOf(libraryOf(whole))]);
    assert.equal(
      initiative?.spoken,
      'PAY-1 Urgent updates, 30% miss updates, building, 4 pieces of evidence, 1 against, 2 open risks, ' +
        '1 critical risk is open',
    );
    assert.equal(problem?.spoken, 'Problem, 30% miss updates, validated, 3 pieces of evidence');
    assert.equal(quote?.spoken, '“It lay unread. All night.”, quote, Old, for, Acme, 1\u00A0Jan\u00A02026');
  });

  it('names states in what menus go by', () => {
    const contexts = allRows([rowOf(libraryOf(whole))]).map(({ context }) => context);
    for (const context of ['record.initiative.building', 'record.risk.open', 'record.link.url', 'section.risks']) {
      assert.ok(contexts.includes(context), context);
    }
  });

  it('keeps what customers said in confidence off the row', () => {
    const library = libraryOf({
      'initiatives/PAY-1.md': record([]),
      'evidence/s.md': record(
        ['kind: quote', 'initiative: PAY-1', 'sensitive: true', 'customer: Secret Bank'],
        '> We leave.\n',
      ),
    });
    const row = allRows([rowOf(library)]).find(({ record: one }) => one?.id === 's');
    assert.equal(row?.label, 'Sensitive evidence');
    assert.equal(row?.description, 'quote');
    assert.doesNotMatch(row?.spoken ?? '', /Secret|leave/);
  });

  it('calls untitled evidence by its quote', () => {
    const library = libraryOf({
      'initiatives/PAY-1.md': record([]),
      'evidence/ev-1.md': record(['kind: quote', 'initiative: PAY-1'], '> It lay **unread**. All night.\n'),
    });
    assert.equal(sketch([rowOf(library)])[3], '    “It lay unread. All night.”');
  });

  it('keeps characters that hide or reorder text out of labels', () => {
    const library = libraryOf({ 'initiatives/PAY-1.md': record(['title: "a\\u202Eb\\nc"']) });
    assert.equal(rowOf(library).label, 'PAY-1 ab c');
  });

  it('says an outcome without guessing what is missing', () => {
    const say = (outcome: string) => {
      const initiative = libraryOf({ 'initiatives/a.md': record([`outcome: ${outcome}`]) }).findOf('initiative', 'a');
      return initiative && outcomeText(initiative);
    };
    assert.equal(say('{metric: Setup, unit: minutes, baseline: 20, target: 3}'), 'Setup: 20 → 3 minutes');
    assert.equal(say('{metric: Setup, target: 3}'), 'Setup: unknown → 3');
    assert.equal(say('{metric: Setup}'), 'Setup');
    assert.equal(say('{}'), undefined);
  });
});
