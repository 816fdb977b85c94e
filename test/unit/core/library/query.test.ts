/** Queries: the current sprint, what evidence adds up to, what is open. */
import assert from 'node:assert/strict';
import type { Initiative } from '../../../../src/core/kinds/all.ts';
import { isUnanswered } from '../../../../src/core/kinds/risk.ts';
import * as query from '../../../../src/core/library/query.ts';
import { riskSeverity } from '../../../../src/core/scoring/severity.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const sprint = (starts: string, ends: string) => record([`starts: ${starts}`, `ends: ${ends}`]);

describe('The current sprint', () => {
  const library = libraryOf({
    'sprints/a.md': sprint('2026-11-02', '2026-11-15'),
    'sprints/b.md': sprint('2026-11-16', '2026-11-29'),
    'sprints/c.md': sprint('2026-12-14', '2026-12-27'),
    'sprints/broken.md': record(['goal: no dates']),
  });
  const on = (day: string) => query.currentSprint(library, new Date(`${day}T12:00:00Z`))?.id;

  it('contains today, both ends inclusive', () => {
    assert.equal(on('2026-11-16'), 'b');
    assert.equal(on('2026-11-29'), 'b');
    assert.equal(on('2026-11-15'), 'a');
  });

  it('is the latest started between sprints', () => assert.equal(on('2026-12-01'), 'b'));

  it('is the first to come before all of them', () => assert.equal(on('2026-01-01'), 'a'));

  const ahead = (day: string) => query.sprintsAhead(library, new Date(`${day}T12:00:00Z`)).map(({ id }) => id);

  it('comes first among those one may commit to, then those to come, and none that has ended', () => {
    assert.deepEqual(ahead('2026-11-29'), ['b', 'c', 'broken']);
    assert.deepEqual(ahead('2026-12-01'), ['c', 'broken']);
    assert.deepEqual(ahead('2026-11-01'), ['a', 'b', 'c', 'broken']);
  });

  it('is none where all have ended: then those are offered, the latest first', () => {
    const over = libraryOf({
      'sprints/a.md': sprint('2026-06-01', '2026-06-14'),
      'sprints/b.md': sprint('2026-08-01', '2026-08-26'),
    });
    const offered = query.sprintsAhead(over, new Date('2026-11-23T12:00:00Z'));
    assert.deepEqual(
      offered.map(({ id }) => id),
      ['b', 'a'],
    );
  });

  it("turns over at midnight in the team's zone", () => {
    const tokyo = libraryOf({
      'because.yml': 'hours: {zone: Asia/Tokyo}\n',
      'sprints/a.md': sprint('2026-11-02', '2026-11-15'),
      'sprints/b.md': sprint('2026-11-16', '2026-11-29'),
    });
    assert.equal(query.currentSprint(tokyo, new Date('2026-11-15T14:59:00Z'))?.id, 'a');
    assert.equal(query.currentSprint(tokyo, new Date('2026-11-15T15:00:00Z'))?.id, 'b');
  });
});

describe('Evidence', () => {
  const piece = (...lines: string[]) => record(['problem: p', ...lines]);
  const library = libraryOf({
    'problems/p.md': record(['segment: all']),
    'initiatives/PAY-1.md': record(['problem: p']),
    'evidence/1.md': piece('kind: quote', 'customer: Acme', 'date: 2026-10-01', 'importance: 3'),
    'evidence/2.md': piece('kind: quote', 'customer: acme', 'date: 2026-11-01', 'importance: 1'),
    'evidence/3.md': piece('kind: ticket', 'count: 14', 'date: 2026-09-01'),
    'evidence/4.md': piece('kind: usage', 'stance: contradicts', 'date: 2026-11-20'),
    'evidence/5.md': piece('kind: quote', 'customer: Globex', 'date: 2026-08-01', 'importance: 2'),
    'evidence/6.md': piece('kind: quote', 'customer: Initech', 'importance: 3', 'sensitive: true', 'date: 2026-11-22'),
    'evidence/7.md': record(['kind: survey', 'initiative: PAY-1', 'problem: p', 'date: 2026-07-01']),
  });
  const initiative = library.findOf('initiative', 'PAY-1');
  assert.ok(initiative);

  it('is counted by customers, not by pieces, and tickets by their count', () => {
    const { customers, counts, contradictions, newest, pieces } = query.rollup(library, initiative);
    // Who said the sensitive piece is not known, so nobody is counted for it.
    assert.equal(customers, 2);
    assert.deepEqual(Object.fromEntries(counts), { quote: 4, ticket: 14, usage: 1, survey: 1 });
    assert.equal(contradictions, 1);
    assert.equal(newest, '2026-11-22');
    assert.equal(pieces, 7);
  });

  it('is listed once, newest first, though it names both the problem and the initiative', () => {
    assert.deepEqual(
      query.evidenceFor(library, initiative).map(({ id }) => id),
      ['6', '4', '2', '1', '3', '5', '7'],
    );
  });

  it('puts a newer contradiction first, then importance; the latest of a customer counts, sensitive never', () => {
    assert.deepEqual(
      query.strongestEvidence(library, initiative, 3).map(({ id }) => id),
      ['4', '5', '2'],
    );
  });

  it('leaves a contradiction that support has outlived in its place', () => {
    const outlived = libraryOf({
      'initiatives/PAY-1.md': record(['title: x']),
      'evidence/no.md': record(['kind: usage', 'initiative: PAY-1', 'stance: contradicts', 'date: 2026-01-01']),
      'evidence/yes.md': record(['kind: quote', 'initiative: PAY-1', 'customer: Acme', 'date: 2026-02-01']),
    });
    const found = outlived.findOf('initiative', 'PAY-1');
    assert.ok(found);
    assert.deepEqual(
      query.strongestEvidence(outlived, found).map(({ id }) => id),
      ['yes', 'no'],
    );
  });
});

describe('Risks', () => {
  it('are as severe as likelihood times impact', () => {
    const severity = (likelihood: number, impact: number) => riskSeverity({ likelihood, impact });
    assert.deepEqual(
      [severity(1, 4), severity(2, 2), severity(1, 5), severity(3, 3)],
      ['low', 'low', 'medium', 'medium'],
    );
    assert.deepEqual(
      [severity(2, 5), severity(3, 5), severity(4, 4), severity(5, 5)],
      ['high', 'high', 'critical', 'critical'],
    );
    assert.equal(riskSeverity({ likelihood: 3 }), undefined);
  });

  const library = libraryOf({
    'initiatives/PAY-1.md': record(['problem: p']),
    'risks/small.md': record(['initiative: PAY-1', 'likelihood: 1', 'impact: 1', 'by: ada']),
    'risks/done.md': record(['initiative: PAY-1', 'likelihood: 5', 'impact: 5', 'state: resolved']),
    'risks/big.md': record(['problem: p', 'likelihood: 5', 'impact: 4', 'by: ada']),
    'replies/own.md': record(['on: small', 'by: ada']),
    'replies/other.md': record(['on: big', 'by: grace']),
  });
  const initiative = library.findOf('initiative', 'PAY-1');
  assert.ok(initiative);

  it('come the worst first, the settled last, those of the problem too', () => {
    assert.deepEqual(
      query.risksFor(library, initiative).map(({ id }) => id),
      ['big', 'small', 'done'],
    );
  });

  it('are unanswered until somebody else replies', () => {
    const [big, small, done] = query.risksFor(library, initiative);
    assert.ok(big && small && done);
    assert.deepEqual(
      [big, small, done].map((risk) => isUnanswered(library, risk)),
      [false, true, false],
    );
  });
});

describe('A scope', () => {
  const library = libraryOf({
    'initiatives/a.md': record(['sprint: s1', 'quarter: 2026-Q4']),
    'initiatives/b.md': record(['sprint: [s1, s2]', 'quarter: 2027-Q1']),
    'initiatives/broken.md': '---\nsprint: [s2\n',
  });
  const ids = (scope: query.Scope) => query.initiativesIn(library, scope).map(({ id }) => id);

  it('shows its initiatives, and a file too broken to tell', () => {
    assert.deepEqual(ids({ kind: 'sprint', id: 's1' }), ['a', 'b', 'broken']);
    assert.deepEqual(ids({ kind: 'quarter', quarter: '2026-Q4' }), ['a', 'broken']);
    assert.deepEqual(ids({ kind: 'all' }), ['a', 'b', 'broken']);
  });

  it('knows every quarter, newest first', () => assert.deepEqual(query.quarters(library), ['2027-Q1', '2026-Q4']));
});

describe('The sections below an initiative', () => {
  const library = libraryOf({
    'initiatives/PAY-1.md': record(['problem: p', 'owner: lin']),
    'initiatives/PAY-2.md': record(['title: Nothing below it']),
    'risks/own.md': record(['initiative: PAY-1', 'likelihood: 1', 'impact: 1', 'owner: ada', 'by: grace']),
    'risks/shared.md': record(['problem: p', 'likelihood: 5', 'impact: 5', 'by: grace']),
    'risks/both.md': record(['initiative: PAY-1', 'problem: p', 'likelihood: 2', 'impact: 2', 'owner: ada']),
    'risks/answered.md': record(['initiative: PAY-1', 'owner: ada', 'by: grace']),
    'replies/r.md': record(['on: answered', 'by: ada']),
    'links/commit.md': record(['initiative: PAY-1', 'commit: 3f2a91c0']),
    'links/branch.md': record(['problem: p', 'branch: PAY-1-climb']),
    'links/others.md': record(['problem: p', 'initiative: PAY-2', 'branch: PAY-2-x']),
    'problems/p.md': record(['title: Late updates']),
  });
  const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
  const [one, two] = ['PAY-1', 'PAY-2'].map((id) => {
    const initiative = library.findOf('initiative', id);
    assert.ok(initiative);
    return initiative;
  }) as [Initiative, Initiative];

  it('hold its own records and its problem’s, each once, in the order of their kind', () => {
    assert.deepEqual(ids(query.inSection(library, one, 'risk')), ['shared', 'both', 'own', 'answered']);
    assert.deepEqual(query.inSection(library, two, 'risk'), []);
  });

  it('hold of its problem’s records those that the kind shares', () => {
    assert.deepEqual(ids(query.inSection(library, one, 'link')), ['branch', 'commit']);
    assert.deepEqual(ids(query.inSection(library, two, 'link')), ['others']);
  });

  it('are none for a kind that stands elsewhere', () => {
    assert.deepEqual(query.inSection(library, one, 'problem'), []);
  });

  it('wait for who owns a record there, and for who owns the initiative, until somebody answers', () => {
    assert.deepEqual(ids(query.waitingFor(library, one, 'ada')), ['both', 'own']);
    assert.deepEqual(ids(query.waitingFor(library, one, 'lin')), ['shared', 'both', 'own']);
    assert.deepEqual(query.waitingFor(library, one, 'grace'), []);
    assert.deepEqual(query.waitingFor(library, two, 'ada'), []);
  });
});
